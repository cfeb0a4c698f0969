import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRepeatedDirective = defineRule({
  id: 'question/repeated-directive',
  severity: 'error',
  why: 'Only the first is shown; what the second says is lost.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::feedback[Look again.]{when=wrong}
::feedback[Think of bread.]{when=wrong}
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::feedback[Look again: think of bread.]{when=wrong}
:::
`,
    },
  },
  message({ what, of }: CompileFindings['question/repeated-directive']) {
    return {
      message: `${code(what)} stands in this question already, and only the first is shown.`,
      help: `Join the two, or remove one.${of === 'feedback' ? ' Each of `right`, `partly` and `wrong` has one text.' : ''}`,
    };
  },
});
