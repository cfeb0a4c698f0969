import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const yamlAlias = defineRule({
  id: 'yaml/alias',
  severity: 'error',
  why: 'Aliases can blow a small file up to gigabytes, and a course is checked by whoever opens a pull request.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: &name Bread
description: *name
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `id: bread
title: Bread
description: Bread
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['yaml/alias']) {
    return {
      message: `${code(args.name === 'merge' ? '<<' : `*${args.name}`)} is a YAML alias; courses do without them, because a few lines of aliases can fill all memory.`,
      help: 'Write the value out at each place.',
    };
  },
});
