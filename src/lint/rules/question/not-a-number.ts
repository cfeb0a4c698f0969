import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNotANumber = defineRule({
  id: 'question/not-a-number',
  severity: 'error',
  why: 'What is no number cannot be compared with what a learner types.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s"}
How fast does a stone fall after one second?

- [x] 9.81 m/s
- [ ] 981
  > That is in cm/s.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s"}
How fast does a stone fall after one second?

- [x] 9.81
- [ ] 981
  > That is in cm/s.
:::
`,
    },
  },
  message({ id, text }: QuestionFindings['question/not-a-number']) {
    return {
      message: `In the question ${code(id)} stands ${code(text)} where a number is needed, and it cannot be read as one.`,
      help: 'Write the number alone, with a point for the decimals: `9.81`, `-3`, `1.5e3`, `3/4`. Its unit goes into `unit`.',
    };
  },
});
