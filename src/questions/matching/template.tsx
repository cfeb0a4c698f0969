import type { Element } from 'hast';
import { isPhrasing, raw } from '../../../templates/site/raw.ts';
import type { QuestionParts, QuestionView } from '../../../templates/site/types.ts';
import { domId } from '../../model/anchor.ts';
import { letter } from '../parts/letter.ts';
import { isOnlyText } from '../parts/read.ts';

/** In characters. */
const LONGEST = 36;

/**
 * For each left side a menu of the right sides. A menu can show text only: where one of them is more than that, or longer than a closed menu shows on a phone, all stand in a list with
 * letters, and the menus name those.
 */
export function matchingParts({ source, link, words }: QuestionView<'matching'>): QuestionParts {
  const { columns, pairs, choices } = source;
  const id = domId(source.id.value);
  const isLettered = !choices.every(({ text }) => isOnlyText(text) && text.text.length <= LONGEST);
  const rows = pairs.map((pair, index) => {
    const name = `${id}-part-${index + 1}`;
    const text = link(pair.text.html);
    return (
      <div class="part" data-part={pair.id}>
        {isPhrasing(text) ? (
          <label class="part-text" for={name}>
            {raw(text)}
          </label>
        ) : (
          <div class="part-text" id={`${name}-text`}>
            {raw(text)}
          </div>
        )}
        <select id={name} aria-labelledby={isPhrasing(text) ? undefined : `${name}-text`}>
          <option value="">{words.choose}</option>
          {choices.map((choice, i) => (
            <option value={choice.id}>{isLettered ? letter(i) : choice.text.text}</option>
          ))}
        </select>
        <div class="part-feedback" data-slot="part-feedback" hidden />
      </div>
    );
  });
  const list = (
    <ol class="lettered" type="A">
      {choices.map((choice) => (
        <li data-choice={choice.id}>{raw(link(choice.text.html))}</li>
      ))}
    </ol>
  );
  const titles = columns && (
    <div class="part part-titles" aria-hidden="true">
      {columns.map((column) => (
        <div>{raw(link(column.html))}</div>
      ))}
    </div>
  );
  const table = (
    <div class="parts">
      {titles}
      {rows}
    </div>
  );
  return {
    controls: [...(isLettered ? [list as Element] : []), table as Element],
    instruction: words.matchUp,
  };
}
