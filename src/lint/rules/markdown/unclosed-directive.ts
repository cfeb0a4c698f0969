import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownUnclosedDirective = defineRule({
  id: 'markdown/unclosed-directive',
  severity: 'error',
  why: 'Everything after it ends up inside: one forgotten line can swallow a page.',
  examples: {
    bad: {
      'modules/page.md': `Flour is mostly starch.

:::note
Sift it.

## Water

Warm, not hot.
`,
    },
    good: {
      'modules/page.md': `Flour is mostly starch.

:::note
Sift it.
:::

## Water

Warm, not hot.
`,
    },
  },
  message(args: CompileFindings['markdown/unclosed-directive']) {
    if (args.before !== undefined)
      return {
        message: `${code(`${args.fence}${args.name}`)} is not closed before ${code(args.before)} begins, which is lost in it.`,
        help: `Put a line of ${code(args.fence)} where it ends.`,
      };
    return {
      message: `${code(`${args.fence}${args.name}`)} is never closed, so it swallows the rest of the page.`,
      help: `Put a line of ${code(args.fence)} where it ends. A block within a block needs fewer colons than the outer one.`,
    };
  },
});
