import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';

export const markdownTooLarge = defineRule({
  id: 'markdown/too-large',
  severity: 'error',
  why: 'Very long pages take long to check and are not read to the end.',
  examples: {
    bad: 'A page of two million characters.',
    good: {
      'modules/page.md': `Flour is mostly starch.
`,
    },
  },
  message(args: CompileFindings['markdown/too-large']) {
    return {
      message: `This page has ${args.size} characters; ${args.limit} is the limit. Nothing of it was compiled.`,
      help: 'Split it into several modules.',
    };
  },
});
