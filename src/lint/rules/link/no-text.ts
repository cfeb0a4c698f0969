import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const linkNoText = defineRule({
  id: 'link/no-text',
  severity: 'error',
  why: 'A link without words cannot be seen, and a screen reader reads its address letter by letter.',
  examples: {
    bad: {
      'modules/page.md': `[](flour)
`,
    },
    good: {
      'modules/page.md': `[Flour](flour)
`,
    },
  },
  message(args: CompileFindings['link/no-text']) {
    return {
      message: `The link to ${code(args.target)} has no text, so nobody can see it or tell where it leads.`,
      help: 'Write in its brackets where it leads.',
    };
  },
});
