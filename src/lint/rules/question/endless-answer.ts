import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionEndlessAnswer = defineRule({
  id: 'question/endless-answer',
  severity: 'warning',
  why: 'Learners would have to type all decimals of the result.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`w / h\`
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#room type=calculated decimals=2}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`w / h\`
:::
`,
    },
  },
  message({ id, value }: QuestionFindings['question/endless-answer']) {
    return {
      message: `The question ${code(id)} has answers such as ${code(String(value))}, and only the exact number is right.`,
      help: 'Say how exact is exact enough: `decimals: 2`, `figures: 3` or `tolerance: 1%`, and tell learners in the prompt.',
    };
  },
});
