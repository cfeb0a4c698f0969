import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownMissingDirectiveAttribute = defineRule({
  id: 'markdown/missing-directive-attribute',
  severity: 'error',
  why: 'Without it the directive has nothing to show.',
  examples: {
    bad: {
      'modules/page.md': `::download[The worksheet]
`,
    },
    good: {
      'modules/page.md': `::download[The worksheet]{src=/assets/sheet.txt}
`,
      'assets/sheet.txt': `Flour: 500 g
`,
    },
  },
  message(args: CompileFindings['markdown/missing-directive-attribute']) {
    if (args.directive === 'feedback')
      return {
        message: '`feedback` needs `when`: to which answers it is said.',
        help: 'Write `::feedback[…]{when=right}`, `{when=partly}` or `{when=wrong}`.',
      };
    return {
      message: `${code(args.directive)} needs ${code(args.attribute)}.`,
      help: `Add it in braces: ${code(`::${args.directive}[…]{${args.attribute}=…}`)}.`,
    };
  },
});
