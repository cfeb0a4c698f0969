import type { Element } from 'hast';
import { isPhrasing, raw } from '../../../templates/site/raw.ts';
import type { QuestionView } from '../../../templates/site/types.ts';
import { domId } from '../../model/anchor.ts';
import type { OptionSource } from './types.ts';

/** Options as radio buttons or check boxes, each with a place for its feedback. */
export function optionList(
  { source, key, link }: QuestionView,
  options: readonly Pick<OptionSource, 'id' | 'text'>[],
  type: 'radio' | 'checkbox',
): Element {
  const labels = options.map((option, index) => {
    const text = link(option.text.html);
    const input = { type, name: key, value: option.id };
    if (isPhrasing(text)) {
      return (
        <label class="option" data-option={option.id}>
          <input {...input} />
          <span class="option-text">{raw(text)}</span>
        </label>
      );
    }
    // A label may hold running text only, so code or tables are named by reference.
    const id = `${domId(source.id.value)}-option-${index + 1}`;
    return (
      <div class="option" data-option={option.id}>
        <input {...input} aria-labelledby={id} />
        <div class="option-text" id={id}>
          {raw(text)}
        </div>
      </div>
    );
  });
  return (
    <div class="options">
      {labels.flatMap((label) => [label, <div class="option-feedback" data-slot="option-feedback" hidden />])}
    </div>
  ) as Element;
}
