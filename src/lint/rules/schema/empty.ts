import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const schemaEmpty = defineRule({
  id: 'schema/empty',
  severity: 'error',
  why: 'A section without items, or a title without words, is a hole in the course.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: Bread
pathway:
  type: linear
  items: []
`,
    },
    good: {
      'course.yaml': `id: bread
title: Bread
pathway:
  type: linear
  items: [flour]
`,
    },
  },
  message(args: LoadFindings['schema/empty']) {
    return {
      message: `${code(args.field)} is empty; it should hold ${args.expected}.`,
      help: 'Fill it, or remove it with what it belongs to.',
    };
  },
});
