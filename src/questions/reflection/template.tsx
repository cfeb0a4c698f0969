import type { Element } from 'hast';
import type { QuestionView } from '../../../templates/site/types.ts';
import { MAX_TEXT_LENGTH } from '../../model/parse-response.ts';

/** A box to write in, and the place where the model answer comes to stand beside it. */
export function ownAnswer({ key, words }: QuestionView<'reflection'>): Element {
  return (
    <div class="reflection">
      <label class="own">
        <span class="reflection-title" lang={words.lang}>
          {words.yourAnswer}
        </span>
        <textarea name={key} rows={6} maxlength={MAX_TEXT_LENGTH} />
      </label>
      <div class="model" data-slot="model" hidden />
      <div class="rubric" data-slot="rubric" hidden />
    </div>
  ) as Element;
}
