import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionTooFewParts = defineRule({
  id: 'question/too-few-parts',
  severity: 'error',
  why: 'With one part there is only one answer, and nothing to think about.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#water type=ordering}
Put these in order.

1. Boil the water
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#water type=ordering}
Put these in order.

1. Boil the water
2. Pour it on the tea
:::
`,
    },
  },
  message({ id, type, part, found }: QuestionFindings['question/too-few-parts']) {
    return {
      message: `The question ${code(id)} of type ${code(type)} has ${found === 0 ? 'nothing' : `one ${part} only`}, so there is nothing to decide.`,
      help: `Add ${found === 0 ? 'at least two' : 'at least one more'}.`,
    };
  },
});
