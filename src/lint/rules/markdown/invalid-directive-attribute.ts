import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownInvalidDirectiveAttribute = defineRule({
  id: 'markdown/invalid-directive-attribute',
  severity: 'error',
  why: 'The value cannot be used, so the directive would not do what it says.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::feedback[Think of what holds a loaf together.]{when=false}
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::feedback[Think of what holds a loaf together.]{when=wrong}
:::
`,
    },
  },
  message(args: CompileFindings['markdown/invalid-directive-attribute']) {
    return {
      message: `${code(`${args.attribute}=${args.value}`)} is not possible on ${code(args.directive)}: it should be ${args.expected}.`,
    };
  },
});
