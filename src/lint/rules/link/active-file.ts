import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

/** Files that browsers open as pages of the site itself, with whatever scripts are in them. */
const PAGE = /\.(x?html?|xht|shtml|xml|xsl)$/i;

export const linkActiveFile = defineRule({
  id: 'link/active-file',
  severity: 'warning',
  why: 'An HTML file runs its scripts as a part of the site: it can read and change the progress of learners, in this course and in every other at the same address.',
  examples: {
    bad: {
      'modules/page.md': `[Calculator](/assets/calculator.html)
`,
      'assets/calculator.html': '<p>Flour: 500 g</p>',
    },
    good: {
      'modules/page.md': `[Calculator](https://example.org/calculator.html)
`,
    },
  },
  message(args: { readonly path: string }) {
    return {
      message: `${code(args.path)} is published as it is, and its scripts would run with access to learners’ progress.`,
      help: 'Write its content as a module, or link to it on another site.',
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type === 'asset' && PAGE.test(resolved.path))
        yield { args: { path: resolved.path }, span: ref.span };
    }
  },
});
