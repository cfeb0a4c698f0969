import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionUnseenVariable = defineRule({
  id: 'question/unseen-variable',
  severity: 'error',
  why: 'Learners cannot work with a value that they are not told.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`w * h\`
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`w * h\`
- [ ] \`2 * (w + h)\`
  > That is the perimeter.
:::
`,
    },
  },
  message({ id, name }: QuestionFindings['question/unseen-variable']) {
    return {
      message: `The prompt of the question ${code(id)} does not show the variable ${code(name)}, so learners do not know its value.`,
      help: `Write ${code(`{${name}}`)} where its value belongs, outside of code and of formulas between dollar signs, which stay as they are.`,
    };
  },
});
