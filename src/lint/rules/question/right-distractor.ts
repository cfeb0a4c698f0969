import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRightDistractor = defineRule({
  id: 'question/right-distractor',
  severity: 'error',
  why: 'It is meant to belong to nothing, and yet it is the answer to something.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capitals}
Which capital is whose?

| Country | Capital |
| ------- | ------- |
| France  | Paris   |
| Italy   | Rome    |
|         | Rome    |
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capitals}
Which capital is whose?

| Country | Capital |
| ------- | ------- |
| France  | Paris   |
| Italy   | Rome    |
|         | Madrid  |
:::
`,
    },
  },
  message({ id, text }: QuestionFindings['question/right-distractor']) {
    return {
      message: `${code(text)} belongs to nothing in the question ${code(id)}, and it is the right side of a pair as well.`,
      help: 'Remove it where it belongs to nothing, or reword it.',
    };
  },
});
