import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const linkUnsafeScheme = defineRule({
  id: 'link/unsafe-scheme',
  severity: 'error',
  why: 'Such a link can run code in the browser of a learner, or leads nowhere.',
  examples: {
    bad: {
      'modules/page.md': `[Press](javascript:alert(1))
`,
    },
    good: {
      'modules/page.md': `[Read](https://example.org/flour)
`,
    },
  },
  message(args: CompileFindings['link/unsafe-scheme']) {
    return {
      message: `Links that begin with ${code(`${args.scheme}:`)} are not allowed, so this one was left out.`,
      help: 'Link to a page, a file of the course, or an address with `https:` or `mailto:`.',
    };
  },
});
