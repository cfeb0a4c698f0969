import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionStrayFeedback = defineRule({
  id: 'question/stray-feedback',
  severity: 'error',
  why: 'It would be read above the options, before anybody has answered, and gives the answer away.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [ ] Cake flour
- [x] Bread flour

> Twelve percent and more.
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
  message({ id, text }: QuestionFindings['question/stray-feedback']) {
    return {
      message: `${code(`> ${text}`)} stands behind an answer of the question ${code(id)}, not in it: learners would read it above the answers, before they choose.`,
      help: 'Indent the quote by two blanks, below the answer that it belongs to: `  > …`. What is said to every answer is `::feedback[…]{when=wrong}`.',
    };
  },
});
