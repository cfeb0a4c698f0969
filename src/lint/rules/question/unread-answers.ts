import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionUnreadAnswers = defineRule({
  id: 'question/unread-answers',
  severity: 'error',
  why: 'There is nothing to answer with: what was meant as answers is text.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

a) Bread flour
b) Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
  > Twelve percent and more.
- [ ] Cake flour
:::
`,
    },
  },
  message({ id, what, write }: QuestionFindings['question/unread-answers']) {
    return {
      message: `The question ${code(id)} has no answers that can be read, only ${what}.`,
      help: write,
    };
  },
});
