import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionMistakeIsRight = defineRule({
  id: 'question/mistake-is-right',
  severity: 'error',
  why: 'Who makes the mistake is told to be right.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`w * h\`
- [ ] \`h * w\`
  > The other way round.
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
  message({ id, formula, values }: QuestionFindings['question/mistake-is-right']) {
    return {
      message: `The mistake ${code(formula)} of the question ${code(id)} gives the right answer with all values that were tried, such as ${code(values)}.`,
      help: 'Remove it, or give the variables more values, or make the tolerance smaller.',
    };
  },
});
