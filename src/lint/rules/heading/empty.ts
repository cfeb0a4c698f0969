import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';

export const headingEmpty = defineRule({
  id: 'heading/empty',
  severity: 'warning',
  why: 'It is an empty entry in the outline that screen readers read.',
  examples: {
    bad: {
      'modules/page.md': `Flour.

##

Water.
`,
    },
    good: {
      'modules/page.md': `Flour.

## Water

Water.
`,
    },
  },
  message(args: CompileFindings['heading/empty']) {
    return { message: `This heading of level ${args.depth} has no text.`, help: 'Write it or remove it.' };
  },
});
