import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const schemaMissingField = defineRule({
  id: 'schema/missing-field',
  severity: 'error',
  why: 'The course cannot do without it.',
  examples: {
    bad: {
      'course.yaml': `id: bread
pathway:
  type: linear
  items: [flour, water]

certificate: { issuer: The bakery }
# title is missing
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
  message(args: LoadFindings['schema/missing-field']) {
    return {
      message: `${code(args.key)} is missing: ${args.owner} needs it.`,
      help:
        args.suggestion !== undefined
          ? `Add ${code(`${args.key}: ${args.suggestion}`)}, or another id, and never change it again: progress hangs on it.`
          : args.expected === undefined
            ? `Add ${code(`${args.key}: …`)}.`
            : `Add ${code(`${args.key}:`)} with ${args.expected}.`,
    };
  },
});
