import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';

export const yamlComplexKey = defineRule({
  id: 'yaml/complex-key',
  severity: 'error',
  why: 'Names of fields are plain words.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: Bread
? [a, b]
: c
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `id: bread
title: Bread
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['yaml/complex-key']) {
    return {
      message: `The name of a field has to be a word; this one is ${args.found}.`,
      help: 'Put the name before the colon, in quotes if it has special characters.',
    };
  },
});
