import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const idDuplicate = defineRule({
  id: 'id/duplicate',
  severity: 'error',
  why: 'Progress, links and the pathway go by the id; two things of one id would share all three.',
  examples: {
    bad: {
      'course.yaml': 'pathway:\n  type: linear\n  items: [flour]\n',
      'modules/page.md': `---
id: flour
---

Flour.
`,
      'modules/flour.md': `Flour again.
`,
    },
    good: {
      'modules/page.md': `---
id: flours
---

Flour.
`,
      'modules/flour.md': `Flour again.
`,
    },
  },
  message(args: LoadFindings['id/duplicate']) {
    return {
      message: `The id ${code(args.id)} belongs to ${args.kind === args.first ? `another ${args.first}` : `a ${args.first}`} already, so this ${args.kind} cannot be reached.`,
      help: `Give this ${args.kind} an id of its own${args.kind === 'section' ? '' : ', in its file or by renaming the file'}.`,
    };
  },
});
