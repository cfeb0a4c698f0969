import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNotFinite = defineRule({
  id: 'question/not-finite',
  severity: 'error',
  why: 'Some learners would get a question without an answer.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated tolerance=1%}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 0 | 9 |
| h | 2 | 9 |

- [x] \`h / w\`
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#room type=calculated tolerance=1%}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 1 | 9 |
| h | 2 | 9 |

- [x] \`h / w\`
:::
`,
    },
  },
  message({ id, formula, values }: QuestionFindings['question/not-finite']) {
    return {
      message: `The formula ${code(formula)} of the question ${code(id)} has no result with ${code(values)}.`,
      help: 'Give the variables values with which it has one: no division by 0, no root or logarithm of a negative number, no result beyond all bounds.',
    };
  },
});
