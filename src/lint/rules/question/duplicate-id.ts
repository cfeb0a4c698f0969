import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionDuplicateId = defineRule({
  id: 'question/duplicate-id',
  severity: 'error',
  why: 'Two questions of one id would share one answer.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::

:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::

:::question{#strength}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: LoadFindings['question/duplicate-id']) {
    return {
      message: `Another question in this file has the id ${code(args.id)}, so the two would share one answer.`,
      help: 'Give each an id of its own.',
    };
  },
});
