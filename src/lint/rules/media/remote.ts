import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const mediaRemote = defineRule({
  id: 'media/remote',
  severity: 'warning',
  why: 'A picture or recording from another site loads with the page: that site sees every learner, and without it, or offline, there is a hole.',
  examples: {
    bad: {
      'modules/page.md': `![A loaf, cut open](https://example.org/crumb.svg)
`,
    },
    good: {
      'modules/page.md': `![A loaf, cut open](/assets/crumb.svg)
`,
      'assets/crumb.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
    },
  },
  message(args: { readonly target: string }) {
    return {
      message: `${code(args.target)} loads from another site, which can then see who takes the course; offline it is missing.`,
      help: 'Copy the file into the folder `assets`, if its licence allows that, and name it from there.',
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'external' || ref.kind === 'link' || ref.kind === 'download') continue;
      yield { args: { target: ref.target }, span: ref.span };
    }
  },
});
