import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionBadFormula = defineRule({
  id: 'question/bad-formula',
  severity: 'error',
  why: 'Without its formula there is no answer.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`area = w * h\`
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
  message({ id, formula, what }: QuestionFindings['question/bad-formula']) {
    const why = what === undefined ? 'cannot be read' : `holds ${code(what)}, which may not stand in one`;
    return {
      message: `The formula ${code(formula)} of the question ${code(id)} ${why}.`,
      help: 'Write numbers, variables, `+ - * / ^`, brackets and functions such as `sqrt(…)`, `round(…, 2)` and `sin(30 deg)`.',
    };
  },
});
