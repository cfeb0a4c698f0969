import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const fileTooLarge = defineRule({
  id: 'file/too-large',
  severity: 'error',
  why: 'A text file of that size is a mistake or an attack; it would make every run slow.',
  examples: {
    bad: 'A page with a photograph pasted in as text.',
    good: {
      'modules/page.md': `Flour is mostly starch.
`,
    },
  },
  message(args: LoadFindings['file/too-large']) {
    return {
      message: `This file has ${count(args.bytes, 'byte')}; text files of a course may have ${args.limit}. It was not read.`,
      help: 'Split it into several modules, and keep pictures and data in files of their own under assets/.',
    };
  },
});
