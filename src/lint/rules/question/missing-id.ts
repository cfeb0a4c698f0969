import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionMissingId = defineRule({
  id: 'question/missing-id',
  severity: 'error',
  why: 'Answers are kept under the id of their question. Made from its place or its words, it would lose them at the next edit.',
  examples: {
    bad: {
      'modules/page.md': `:::question{points=2}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein points=2}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: LoadFindings['question/missing-id']) {
    return {
      message: 'This question has no id, and answers are kept under it.',
      help: `Give it one and never change it again, such as ${code(args.suggestion)}.`,
    };
  },
});
