import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const linkOutsideCourse = defineRule({
  id: 'link/outside-course',
  severity: 'error',
  why: 'Only the course folder is published; what lies outside it stays on your disk.',
  examples: {
    bad: {
      'modules/page.md': `See [my notes](../../notes.md).
`,
    },
    good: {
      'modules/page.md': `See [my notes](/assets/notes.txt).
`,
      'assets/notes.txt': `Sift twice.
`,
    },
  },
  message(args: { readonly target: string }) {
    return {
      message: `${code(args.target)} leads out of the course folder, and nothing from outside is published.`,
      help: 'Copy the file into the course folder, for example into `assets/`.',
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'outside') continue;
      yield { args: { target: ref.target }, span: ref.span };
    }
  },
});
