import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRepeatedAnswer = defineRule({
  id: 'question/repeated-answer',
  severity: 'error',
  why: 'The first one always answers, so what the second one says reaches nobody; a mistake that counts as right is graded as right.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital type=short-text}
What is the capital of France?

- [x] Paris
- [ ] paris
  > Write it with a capital letter.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital type=short-text match=case}
What is the capital of France?

- [x] Paris
- [ ] paris
  > Write it with a capital letter.
:::
`,
    },
  },
  message({ id, text, first, accepted }: QuestionFindings['question/repeated-answer']) {
    const same = text === first ? 'stands there twice' : `is compared as the same as ${code(first)}`;
    return {
      message: accepted
        ? `The mistake ${code(text)} of the question ${code(id)} ${same}, which is right: nobody is told of the mistake.`
        : `The answer ${code(text)} of the question ${code(id)} ${same}, so it never counts.`,
      help: 'Remove one of them, or say what tells them apart: `match: case` or `match: accents` for texts, a smaller `tolerance` for numbers.',
    };
  },
});
