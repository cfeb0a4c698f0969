import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const headingSkippedLevel = defineRule({
  id: 'heading/skipped-level',
  severity: 'warning',
  why: 'Screen readers go through a page by the levels of its headings; a gap reads like a missing part.',
  examples: {
    bad: {
      'modules/page.md': `## Flour

Starch.

#### Rye

Less gluten.
`,
    },
    good: {
      'modules/page.md': `## Flour

Starch.

### Rye

Less gluten.
`,
    },
  },
  message(args: CompileFindings['heading/skipped-level']) {
    return {
      message: `A heading of level ${args.to} follows one of level ${args.from}: a level is missing between them.`,
      help: `Make it level ${args.from + 1} (${code('#'.repeat(args.from + 1))}).`,
    };
  },
});
