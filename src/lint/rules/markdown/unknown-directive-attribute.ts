import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const markdownUnknownDirectiveAttribute = defineRule({
  id: 'markdown/unknown-directive-attribute',
  severity: 'error',
  why: 'A misspelt attribute does nothing: captions that nobody sees, points that nobody gets.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein ponts=2}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein points=2}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: CompileFindings['markdown/unknown-directive-attribute']) {
    if (args.instead !== undefined)
      return {
        message: `${code(args.directive)} has no attribute ${code(args.attribute)}.`,
        help: `Write it on a line of its own within the ${args.directive}: ${code(args.instead)}.`,
      };
    return {
      message: `${code(args.directive)} has no attribute ${code(args.attribute)}.${didYouMean(args.suggestion)}`,
      help: args.known.length === 0 ? 'It takes none.' : `It takes ${choices(args.known, 'and')}.`,
    };
  },
});
