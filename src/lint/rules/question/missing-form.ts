import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionMissingForm = defineRule({
  id: 'question/missing-form',
  severity: 'error',
  why: 'Without its answers there is nothing that a learner could do.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein type=single}
Which flour has the most protein?

- Bread flour
- Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message({ id, type, form, unread }: QuestionFindings['question/missing-form']) {
    if (unread !== undefined)
      return {
        message: `The question ${code(id)} is of type ${code(type)}, and in place of its answers it has ${unread.what}.`,
        help: unread.write,
      };
    return {
      message: `The question ${code(id)} is of type ${code(type)}, and its answers are not there.`,
      help: `Below the question write ${form}.`,
    };
  },
});
