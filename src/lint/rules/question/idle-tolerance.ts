import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionIdleTolerance = defineRule({
  id: 'question/idle-tolerance',
  severity: 'warning',
  why: 'A tolerance says how near is near enough. A share of 0 is 0, so only 0 itself is right; with one as large as the number itself, 0 is right for anything.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#fall type=numeric tolerance=100%}
How far does a stone fall in one second, in metres?

- [x] 4.9
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#fall type=numeric tolerance=2%}
How far does a stone fall in one second, in metres?

- [x] 4.9
:::
`,
    },
  },
  message({ id, problem }: QuestionFindings['question/idle-tolerance']) {
    return problem === 'nothing'
      ? {
          message: `The tolerance of the question ${code(id)} is a share of the answer 0, and that is 0: only 0 itself is right.`,
          help: 'Write how far from 0 is near enough: `tolerance: 0.01`.',
        }
      : {
          message: `The tolerance of the question ${code(id)} is so large that numbers far from the answer are right.`,
          help: 'Write a small share, such as `tolerance: 2%`, or how far is near enough, such as `tolerance: 0.5`.',
        };
  },
});
