import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionDuplicateOption = defineRule({
  id: 'question/duplicate-option',
  severity: 'error',
  why: 'Learners cannot tell the two apart, and neither can their progress.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
- [ ] Rye flour
:::
`,
    },
  },
  message(args: LoadFindings['question/duplicate-option']) {
    return args.by === 'id'
      ? {
          message: `Two options of the question ${code(args.question)} have the id ${code(args.id)}, so an answer could mean either.`,
          help: 'Give each an id of its own.',
        }
      : {
          message: `Two options of the question ${code(args.question)} read the same. Learners cannot tell them apart.`,
          help: 'Reword one of them, or remove it.',
        };
  },
});
