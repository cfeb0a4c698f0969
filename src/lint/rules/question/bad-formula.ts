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
  message({ id, formula, what = '', why }: QuestionFindings['question/bad-formula']) {
    const { holds, help } = why === undefined ? readAs(what) : WHY[why](what);
    return {
      message: `The formula ${code(formula)} of the question ${code(id)} ${holds}.`,
      help,
    };
  },
});

interface Said {
  readonly holds: string;
  readonly help: string;
}

const WHY: { readonly [Why in 'unclear' | 'arguments']: (what: string) => Said } = {
  unclear: (what) => ({
    holds: `holds ${code(what)}, which can be read in two ways`,
    help: 'Write each multiplication with its sign, and brackets around what is divided by: `x / (2 * y)` or `x / 2 * y`.',
  }),
  arguments: (what) => ({
    holds: `holds ${code(what)}, which has not as many numbers as the function takes`,
    help: 'Most functions take one; `log` and `round` one or two, `atan2`, `mod` and `pow` two, `hypot`, `max` and `min` any number.',
  }),
};

function readAs(what: string): Said {
  return {
    holds: what === '' ? 'cannot be read' : `holds ${code(what)}, which may not stand in one`,
    help:
      what === '%'
        ? 'Write `/ 100` for percent, `mod` for the remainder of a division.'
        : 'Write numbers, variables, `+ - * / ^`, brackets and functions such as `sqrt(…)`, `round(…, 2)` and `sin(30 deg)`.',
  };
}
