import type { Element } from 'hast';
import { html, raw } from '../../../templates/site/raw.ts';
import type { QuestionParts, QuestionView } from '../../../templates/site/types.ts';
import type { PageWords } from '../../../templates/site/words.ts';
import { MOST_TYPED } from '../typed/most.ts';
import { filled } from './blanks.ts';
import type { Blank, TextBlank } from './types.ts';

/** The prompt with a text field or a menu in the place of each blank. */
export function clozePrompt({ source, link, words }: QuestionView<'cloze'>): QuestionParts {
  const { blanks, prompt } = source;
  const text = filled(link(prompt.html), (index) => {
    const blank = blanks[index];
    return blank === undefined ? '' : html(control(blank, words.blankOf(index + 1, blanks.length), words));
  });
  return { prompt: [raw(text)], controls: [], instruction: words.fillIn };
}

function control(blank: Blank, label: string, words: PageWords): Element {
  return (
    <span class="blank" data-part={blank.id}>
      {blank.kind === 'text' ? (
        <input
          type="text"
          aria-label={label}
          size={widthOf(blank)}
          maxlength={MOST_TYPED}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
        />
      ) : (
        <select aria-label={label}>
          <option value="">{words.choose}</option>
          {blank.choices.map(({ id, text }) => (
            <option value={id}>{text}</option>
          ))}
        </select>
      )}
      <span data-slot="part-feedback" hidden />
    </span>
  ) as Element;
}

/** In characters. A few widths only, so that they do not tell how long the answer is. */
const WIDTHS = [8, 16, 28];

function widthOf({ answers }: TextBlank): number {
  const longest = Math.max(0, ...answers.map((answer) => [...answer].length));
  return WIDTHS.find((width) => longest + 2 <= width) ?? 40;
}
