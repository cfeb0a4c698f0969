import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionUnmarkedOption = defineRule({
  id: 'question/unmarked-option',
  severity: 'error',
  why: 'An entry without a box is neither right nor wrong.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- Rye flour
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
`,
    },
  },
  message(args: QuestionFindings['question/unmarked-option']) {
    return {
      message: `The option ${code(args.text)} of the question ${code(args.id)} has no box, so it is neither right nor wrong.`,
      help: 'Write `- [x]` or `- [ ]` before it.',
    };
  },
});
