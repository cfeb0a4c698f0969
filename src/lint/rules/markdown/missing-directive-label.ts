import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownMissingDirectiveLabel = defineRule({
  id: 'markdown/missing-directive-label',
  severity: 'error',
  why: 'The label is what learners, and screen readers, call the thing by.',
  examples: {
    bad: {
      'modules/page.md': `::download{src=/assets/sheet.txt}
`,
      'assets/sheet.txt': `Flour: 500 g
`,
    },
    good: {
      'modules/page.md': `::download[The worksheet]{src=/assets/sheet.txt}
`,
      'assets/sheet.txt': `Flour: 500 g
`,
    },
  },
  message(args: CompileFindings['markdown/missing-directive-label']) {
    return {
      message: `${code(args.directive)} has no label, so nobody can tell what it is.`,
      help: `Write one in brackets: ${code(`${args.directive}[…]`)}.`,
    };
  },
});
