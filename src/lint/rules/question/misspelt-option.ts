import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionMisspeltOption = defineRule({
  id: 'question/misspelt-option',
  severity: 'error',
  why: 'Without its blanks it is no option: learners see the brackets, and cannot choose it.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [ ] Cake flour
-[x] Bread flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [ ] Cake flour
- [x] Bread flour
:::
`,
    },
  },
  message(args: CompileFindings['question/misspelt-option']) {
    if (args.padded)
      return {
        message: `The box of this option of the question ${code(args.id)} has blanks in it that it should not have, so it is text.`,
        help: `Write ${code(args.correct ? '- [x] …' : '- [ ] …')}: ${args.correct ? 'no blank' : 'one blank and no more'} between the brackets.`,
      };
    return {
      message: `This looks like an option of the question ${code(args.id)}, but a blank is missing, so it is text.`,
      help: `Write ${code(args.correct ? '- [x] …' : '- [ ] …')}: a blank behind \`-\`, ${args.correct ? '' : 'one in the box, '}and one behind it.`,
    };
  },
});
