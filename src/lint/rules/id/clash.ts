import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const idClash = defineRule({
  id: 'id/clash',
  severity: 'error',
  why: 'The site has a file for each item. On Windows and macOS the two would be one file, and one page would replace the other.',
  examples: {
    bad: {
      'modules/Rye.md': `Rye.
`,
      'modules/page.md': `---
id: rye
---

Also rye.
`,
    },
    good: {
      'modules/Rye.md': `Rye.
`,
      'modules/page.md': `---
id: wheat
---

Wheat.
`,
    },
  },
  message(args: LoadFindings['id/clash']) {
    return {
      message:
        args.reason === 'case'
          ? `The ids ${code(args.id)} and ${code(args.other)} differ only in capital letters, so their pages would be one file on Windows and macOS.`
          : `The ids ${code(args.id)} and ${code(args.other)} need a file and a folder of the same name.`,
      help: 'Change one of them.',
    };
  },
});
