import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionExtraColumn = defineRule({
  id: 'question/extra-column',
  severity: 'error',
  why: 'What stands in a column that means nothing reaches nobody.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#parts type=matching}
What does each of them do?

| Part | Work | Feedback | Note |
| --- | --- | --- | --- |
| Yeast | makes gas | It eats sugar. | Ask in class |
| Salt | slows yeast |
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#parts type=matching}
What does each of them do?

| Part | Work | Feedback |
| --- | --- | --- |
| Yeast | makes gas | It eats sugar. |
| Salt | slows yeast |
:::
`,
    },
  },
  message({ id, text }: QuestionFindings['question/extra-column']) {
    return {
      message: `The table of the question ${code(id)} has a column too many: ${code(text)} would be lost.`,
      help: 'The columns of pairs are the left side, the right side and what is said to who answered it; those of variables are the name, from, to and step.',
    };
  },
});
