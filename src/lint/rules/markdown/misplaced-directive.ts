import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownMisplacedDirective = defineRule({
  id: 'markdown/misplaced-directive',
  severity: 'error',
  why: 'At this place it does nothing: a hint, say, is shown to everyone at once.',
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
    const place =
      args.needs === 'page' ? 'on a module page, outside other questions' : `inside ${code(args.needs)}`;
    return {
      message: `${code(args.directive)} means nothing here: it belongs ${place}. Learners see its content as plain text.`,
      help: 'Move it, or check that the block around it is closed where you think it is.',
    };
  },
});
