import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionBadVariable = defineRule({
  id: 'question/bad-variable',
  severity: 'error',
  why: 'A formula could not tell the variable from what else has that name.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
What is twice {pi}?

| variable | from | to |
| --- | --- | --- |
| pi | 2 | 9 |

- [x] \`2 * pi\`
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#room type=calculated}
What is twice {p}?

| variable | from | to |
| --- | --- | --- |
| p | 2 | 9 |

- [x] \`2 * p\`
:::
`,
    },
  },
  message({ id, name }: QuestionFindings['question/bad-variable']) {
    return {
      message: `The variable ${code(name)} of the question ${code(id)} cannot have that name.`,
      help: 'Use a letter, then letters, digits or `_`, and none of the names that a formula has already: `answer`, `pi`, `e`, `deg`, `sin` and other functions.',
    };
  },
});
