import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoUnit = defineRule({
  id: 'question/no-unit',
  severity: 'warning',
  why: 'Learners are asked for the unit of `unit`. Without it nothing says which of the others the answer is in.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#fall type=numeric units=m}
How far does a stone fall in one second, in metres?

- [x] 4.9
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#fall type=numeric unit=m units=cm}
How far does a stone fall in one second, in metres?

- [x] 4.9
:::
`,
    },
  },
  message({ id }: QuestionFindings['question/no-unit']) {
    return {
      message: `The question ${code(id)} has ${code('units')}, which are accepted besides the one that is asked for, and no ${code('unit')}.`,
      help: 'Write the unit of the answer as `unit`, and only the others as `units`.',
    };
  },
});
