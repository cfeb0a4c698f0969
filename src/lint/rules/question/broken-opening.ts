import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionBrokenOpening = defineRule({
  id: 'question/broken-opening',
  severity: 'error',
  why: 'The whole question would be text: nobody could answer it, and nobody would be graded.',
  examples: {
    bad: {
      'modules/page.md': `:::question #protein
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
  > Twelve percent and more.
- [ ] Cake flour
:::
`,
    },
  },
  message({ written, suggestion }: CompileFindings['question/broken-opening']) {
    return {
      message: `${code(written)} does not open a question, so learners see it as text with its answers.`,
      help: `Write ${code(suggestion)}: the braces right behind the name, without a blank, and closed on the same line.`,
    };
  },
});
