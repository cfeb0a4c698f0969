import type { Span } from '../../../model/span.ts';
import { itemWriting } from '../../item-writing.ts';
import { askingSentence, unmarkedNegation } from '../../negation.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const assessmentUnmarkedNegation = defineRule({
  id: 'assessment/unmarked-negation',
  severity: 'warning',
  why: 'Learners overlook a small “not”, and answer the opposite of what they know. “Word the stem positively; if negative words are used, make sure that they are capitalised and bold”: after Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#salt}
Which of these does salt not do?

- [x] Feed the yeast
  > Right, it slows it down.
- [ ] Strengthen gluten
  > It does.
- [ ] Give flavour
  > It does.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#salt}
Which of these does salt **not** do?

- [x] Feed the yeast
  > Right, it slows it down.
- [ ] Strengthen gluten
  > It does.
- [ ] Give flavour
  > It does.
:::
`,
    },
  },
  message({ id, word }: { readonly id: string; readonly word: string }) {
    return {
      message: `${code(word)} turns the question ${code(id)} around and is easily overlooked: learners then answer the opposite of what they know.`,
      help: `Emphasise it (${code(`**${word}**`)}), or ask for what is so.`,
    };
  },
  *check(context) {
    const words = itemWriting(context.course?.language);
    if (words === undefined) return;
    for (const { text, questions } of context.assessed()) {
      for (const { question, choices = [], statement = false } of questions) {
        if (choices.length === 0 && !statement) continue;
        const asked = askingSentence(question.prompt.html);
        const word = unmarkedNegation(asked, words);
        if (word === undefined) continue;
        const span = placeOf(word, text, question.prompt.span);
        yield { args: { id: question.id.value, word }, span };
      }
    }
  },
});

/** The last place without emphasis: the one that asks. Such words are letters and apostrophes. */
function placeOf(word: string, text: string, within: Span): Span {
  const source = text.slice(within.start, within.end);
  const bare = new RegExp(`(?<![\\p{L}*_])${word}(?![\\p{L}*_])`, 'gu');
  const found = [...source.matchAll(bare)].at(-1);
  if (found === undefined) return within;
  const start = within.start + found.index;
  return { file: within.file, start, end: start + word.length };
}
