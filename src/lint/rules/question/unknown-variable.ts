import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const questionUnknownVariable = defineRule({
  id: 'question/unknown-variable',
  severity: 'error',
  why: 'What has no value cannot be shown, and nothing can be worked out with it.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#room type=calculated}
A room is {w} m wide and {h} m long. How many square metres is that?

| variable | from | to |
| --- | --- | --- |
| w | 2 | 9 |
| h | 2 | 9 |

- [x] \`w * hight\`
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
  message({ id, name, known, table, suggestion }: QuestionFindings['question/unknown-variable']) {
    if (name === 'answer')
      return {
        message: `The question ${code(id)} uses ${code(name)} where learners have not answered yet: it would show as it stands.`,
        help: 'The answer can stand as `{answer}` in feedback and in the explanation, not in the prompt, in a hint or in a formula.',
      };
    return {
      message: `The question ${code(id)} has no variable ${code(name)}.${didYouMean(suggestion)}`,
      help:
        known.length === 0
          ? 'Give it values under `variables`, or in the table.'
          : `It has ${choices(known, 'and')}. ${table ? 'Only the last table holds variables: put the rows of all of them into it. ' : ''}What is meant as it stands goes into a code span.`,
    };
  },
});
