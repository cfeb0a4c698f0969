import type { Element } from 'hast';
import { icon } from '../../../templates/site/icons.ts';
import { raw } from '../../../templates/site/raw.ts';
import type { QuestionParts, QuestionView } from '../../../templates/site/types.ts';
import { sortedByText } from '../parts/read.ts';
import type { PartSource } from '../parts/types.ts';

/** A numbered list whose entries have buttons to move them, and a box for the one who wants it as it is. */
export function orderingParts({ source, key, link, words }: QuestionView<'ordering'>): QuestionParts {
  const entries = mixed(source.entries);
  const list = (
    <ol class="order">
      {entries.map(({ id, text }, index) => (
        <li class="part" data-part={id}>
          <div class="part-text">{raw(link(text.html))}</div>
          <div class="moves" lang={words.lang}>
            <button
              type="button"
              class="button quiet"
              data-move="-1"
              aria-label={words.moveUp(text.text)}
              aria-disabled={String(index === 0)}
            >
              {icon('up')}
            </button>
            <button
              type="button"
              class="button quiet"
              data-move="1"
              aria-label={words.moveDown(text.text)}
              aria-disabled={String(index === entries.length - 1)}
            >
              {icon('down')}
            </button>
          </div>
          <div class="part-feedback" data-slot="part-feedback" hidden />
        </li>
      ))}
    </ol>
  );
  const settled = (
    <label class="settled" lang={words.lang}>
      <input type="checkbox" name={key} data-settled />
      <span>{words.settled}</span>
    </label>
  );
  return { controls: [list as Element, settled as Element], instruction: words.putInOrder };
}

/** Sorted by text, so that it says nothing; where that is the right order, the first goes last. */
function mixed(entries: readonly PartSource[]): PartSource[] {
  const sorted = sortedByText(entries);
  if (sorted.some((entry, i) => entry !== entries[i])) return sorted;
  return [...sorted.slice(1), ...sorted.slice(0, 1)];
}
