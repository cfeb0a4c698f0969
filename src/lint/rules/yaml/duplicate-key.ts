import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const yamlDuplicateKey = defineRule({
  id: 'yaml/duplicate-key',
  severity: 'error',
  why: 'Only one of the two values could count, and a reader of the file cannot see which.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: Bread
title: Good bread
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `id: bread
title: Good bread
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['yaml/duplicate-key']) {
    return {
      message: `${code(args.key)} stands here for the second time, so one of the two values would be lost.`,
      help: 'Keep one of them.',
    };
  },
});
