import type { Element } from 'hast';
import { isPhrasing, raw } from '../../../templates/site/raw.ts';
import type { QuestionParts, QuestionView } from '../../../templates/site/types.ts';
import { domId } from '../../model/anchor.ts';
import { isOnlyText, sortedByText } from '../parts/read.ts';

/** More categories than these are offered in a menu. */
const MOST_BUTTONS = 4;

/** For each thing its categories: radio buttons while there are few, else a menu. */
export function categorisingParts({ source, key, link, words }: QuestionView<'categorising'>): QuestionParts {
  const { categories } = source;
  const hasButtons = categories.length <= MOST_BUTTONS || !categories.every(({ text }) => isOnlyText(text));
  const things = sortedByText(source.things).map((thing, index) => {
    const id = `${domId(source.id.value)}-part-${index + 1}`;
    const text = link(thing.text.html);
    const control = hasButtons ? (
      <div class="choices" role="radiogroup" aria-labelledby={id}>
        {categories.map((category) => {
          const title = link(category.text.html);
          return (
            <label class="choice">
              <input type="radio" name={`${key}/${thing.id}`} value={category.id} />
              <span>{raw(isPhrasing(title) ? title : category.text.text)}</span>
            </label>
          );
        })}
      </div>
    ) : (
      <select aria-labelledby={id}>
        <option value="">{words.choose}</option>
        {categories.map((category) => (
          <option value={category.id}>{category.text.text}</option>
        ))}
      </select>
    );
    return (
      <div class="part" data-part={thing.id}>
        <div class="part-text" id={id}>
          {raw(text)}
        </div>
        {control}
        <div class="part-feedback" data-slot="part-feedback" hidden />
      </div>
    );
  });
  return { controls: [(<div class="parts">{things}</div>) as Element], instruction: words.sortInto };
}
