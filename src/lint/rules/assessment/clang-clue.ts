import { choiceSets } from '../../assessed.ts';
import { defineRule } from '../../rule.ts';
import { commonWords, placeOfWords, wordsOf } from '../../wording.ts';
import { code } from '../../words.ts';

/** Shorter words stand in any sentence. */
const TELLING = 10;
/** With fewer options chance alone makes it. */
const LEAST = 3;

export const assessmentClangClue = defineRule({
  id: 'assessment/clang-clue',
  severity: 'warning',
  why: 'A rare word that the question and only its right answer have in common leads learners to it by sound. “Avoid giving clues to the right answer, such as clang associations, choices identical to or resembling words in the stem”: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#bulk}
What is bulk fermentation?

- [ ] Baking many loaves at a time
  > That is a batch.
- [x] The fermentation of the whole dough
  > Yes, before it is divided.
- [ ] Buying flour by the sack
  > No.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#bulk}
What is bulk fermentation?

- [ ] Baking many loaves at a time
  > That is a batch.
- [x] The first rise of the whole dough
  > Yes, before it is divided.
- [ ] Buying flour by the sack
  > No.
:::
`,
    },
  },
  message({ id, word }: { readonly id: string; readonly word: string }) {
    return {
      message: `${code(word)} stands in the question ${code(id)} and in its right answer, and in none of the others: the sound leads to the answer.`,
      help: 'Say it in other words in one of the two places, or use the word in a wrong answer as well.',
    };
  },
  *check(context) {
    for (const { text, questions } of context.assessed()) {
      const prompts = questions.map(({ question }) => wordsOf(question.prompt.text));
      const common = commonWords(prompts);
      for (const [i, assessed] of questions.entries()) {
        const asked = new Set(prompts[i]?.filter((word) => word.length >= TELLING && !common.has(word)));
        for (const { question, choices, right, wrong } of choiceSets(assessed)) {
          if (choices.length < LEAST) continue;
          const elsewhere = new Set(wrong.flatMap((each) => wordsOf(each.text.text)));
          // Where wrong answers echo the question as well, with other words, nothing leads to the right one.
          if ([...elsewhere].some((word) => asked.has(word))) continue;
          const word = wordsOf(right.text.text).find((each) => asked.has(each));
          if (word === undefined) continue;
          yield {
            args: { id: question.id.value, word },
            span: placeOfWords(text, right.text.span, [word]),
            related: [{ message: 'in the question', span: placeOfWords(text, question.prompt.span, [word]) }],
          };
        }
      }
    }
  },
});
