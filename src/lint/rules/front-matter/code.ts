import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const frontMatterCode = defineRule({
  id: 'front-matter/code',
  severity: 'error',
  why: 'Some tools run front matter that is a program. A course from a stranger could then do anything, so it is refused and never run.',
  examples: {
    bad: {
      'modules/page.md': `---js
{ title: "Rye" }
---

Flour is mostly starch.
`,
    },
    good: {
      'modules/page.md': `---
title: Rye
---

Flour is mostly starch.
`,
    },
  },
  message(args: LoadFindings['front-matter/code']) {
    return {
      message: `Front matter in ${code(args.language)} is a program. It was not run, and the page was not read.`,
      help: 'Write the front matter in YAML between two lines of `---`.',
    };
  },
});
