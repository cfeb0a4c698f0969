import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const questionUnknownType = defineRule({
  id: 'question/unknown-type',
  severity: 'error',
  why: 'The type decides how learners answer and how the answer is graded.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein type=singel}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein type=single}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: QuestionFindings['question/unknown-type']) {
    return {
      message: `There is no question type ${code(args.type)}.${didYouMean(args.suggestion)}`,
      help: `The types are ${choices([...args.known].sort(), 'and', args.known.length)}.`,
    };
  },
});
