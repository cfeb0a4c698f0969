import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoValues = defineRule({
  id: 'question/no-values',
  severity: 'error',
  why: 'Without a value for each variable nothing can be asked.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 9 | 2 |
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
  message({ id, name }: QuestionFindings['question/no-values']) {
    return {
      message: `The variable ${code(name)} of the question ${code(id)} has no values.`,
      help: 'Give it `from` and `to`, with `from` not above `to` and `step` above 0, or a list of numbers. A range has at most a million values.',
    };
  },
});
