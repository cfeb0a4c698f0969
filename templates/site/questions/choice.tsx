import type { Element } from 'hast';
import { domId } from '../../../src/model/anchor.ts';
import { isPhrasing } from '../question.tsx';
import { raw } from '../raw.ts';
import type { QuestionView } from '../types.ts';
import type { QuestionParts } from './registry.ts';

/** Single choice as radio buttons, multiple choice as check boxes. */
export function choice(view: QuestionView): QuestionParts {
  const { source, key, link, words } = view;
  const type = source.type === 'single' ? 'radio' : 'checkbox';
  const options = source.options.map((option, index) => {
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
  return {
    controls: [
      (
        <div class="options">
          {options.flatMap((option) => [
            option,
            <div class="option-feedback" data-slot="option-feedback" hidden />,
          ])}
        </div>
      ) as Element,
    ],
    ...(source.type === 'multiple' && { instruction: words.chooseAll }),
  };
}
