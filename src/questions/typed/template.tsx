import type { Element } from 'hast';
import type { QuestionView } from '../../../templates/site/types.ts';

/** Characters that fit into the field: more than any answer has. */
const LONGEST = '500';

/** One line to type an answer in. */
export function textLine({ key, words }: QuestionView): Element {
  return (
    <label class="typed">
      <span class="typed-label" lang={words.lang}>
        {words.yourAnswer}
      </span>
      <input
        type="text"
        name={key}
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength={LONGEST}
      />
    </label>
  ) as Element;
}
