import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownMisplacedDirective = defineRule({
  id: 'markdown/misplaced-directive',
  severity: 'error',
  why: 'At this place it means nothing, so it is left out and learners never see it.',
  examples: {
    bad: {
      'modules/page.md': `Flour is mostly starch.

::hint[Think of bubbles.]
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::hint[Think of bubbles.]
:::
`,
    },
  },
  message(args: CompileFindings['markdown/misplaced-directive']) {
    return {
      message: `${code(args.directive)} has no meaning here, so it was left out: it needs ${args.needs}.`,
      help: 'Move it, or check that the block around it is closed where you think it is.',
    };
  },
});
