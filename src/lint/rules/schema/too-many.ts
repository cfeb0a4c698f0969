import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';

export const schemaTooMany = defineRule({
  id: 'schema/too-many',
  severity: 'error',
  why: 'After so many errors of one kind the rest is rarely worth reading; they often have one cause.',
  examples: {
    bad: 'A file with hundreds of errors.',
    good: { 'course.yaml': 'id: bread\ntitle: Bread\npathway:\n  type: linear\n  items: [flour, water]\n' },
  },
  message(args: LoadFindings['schema/too-many']) {
    return {
      message: `This file has more errors of this kind than the ${args.shown} that are shown.`,
      help: 'Correct the first ones and look again: often the rest have the same cause.',
    };
  },
});
