import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNotGraded = defineRule({
  id: 'question/not-graded',
  severity: 'warning',
  why: 'It earns no points and says nothing about what somebody knows: there is no right answer.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#when type=poll points=2}
When do you bake?

- In the morning
- At night
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#when type=poll}
When do you bake?

- In the morning
- At night
:::
`,
    },
  },
  message({ id, type, field }: QuestionFindings['question/not-graded']) {
    return {
      message: `The question ${code(id)} is of type ${code(type)}, which is not graded, so ${code(field)} has no effect.`,
      help: `Leave out ${code(field)}.`,
    };
  },
});
