import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const mathInvalid = defineRule({
  id: 'math/invalid',
  severity: 'error',
  why: 'Learners see the source of the formula instead of the formula.',
  examples: {
    bad: {
      'modules/page.md': `$$
\\frac{1}{
$$
`,
    },
    good: {
      'modules/page.md': `$$
\\frac{1}{2}
$$
`,
    },
  },
  message(args: CompileFindings['math/invalid']) {
    // Temml goes on with the place in the formula and a piece of it; the frame shows that better.
    const reason = args.reason.replace(/ at (end of input|position \d+):.*$/s, '').replace(/\.$/, '');
    return {
      message: `The formula ${code(args.source)} cannot be read: ${reason}.`,
      help: 'Check that every brace is closed and every command is spelled as in LaTeX. A plain dollar sign is written `\\$`.',
    };
  },
});
