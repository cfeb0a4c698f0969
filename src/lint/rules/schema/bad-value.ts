import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const schemaBadValue = defineRule({
  id: 'schema/bad-value',
  severity: 'error',
  why: 'The value cannot mean anything here.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: Bread
pathway:
  type: liner
  items: [flour]
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
  message(args: LoadFindings['schema/bad-value']) {
    return {
      message: `${code(args.value)} is not a value for ${args.name}: it should be ${args.expected}.${didYouMean(args.suggestion)}`,
      ...(args.allowed === undefined ? {} : { help: `It can be ${choices(args.allowed)}.` }),
    };
  },
});
