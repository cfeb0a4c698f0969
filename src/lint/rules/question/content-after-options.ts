import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionContentAfterOptions = defineRule({
  id: 'question/content-after-options',
  severity: 'warning',
  why: 'What stands after the options is shown before them, as part of the question.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

Think about it.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein? Think about it.

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: QuestionFindings['question/content-after-options']) {
    return {
      message: `The question ${code(args.id)} goes on after its options; learners see this text above them.`,
      help: 'Move it above the options, or into `::hint[…]` or `::explanation[…]`.',
    };
  },
});
