import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, sentence } from '../../words.ts';

export const schemaWrongType = defineRule({
  id: 'schema/wrong-type',
  severity: 'error',
  why: 'A value of another kind cannot be used.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: [Bread]
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
  message(args: LoadFindings['schema/wrong-type']) {
    // Nothing has a name at the top of a file: the file itself is of the wrong kind.
    if (args.name === '') {
      return {
        message: `This file should hold ${args.expected}, and holds ${args.found}.`,
        help: 'Begin each line with a field, such as `title: …`.',
      };
    }
    const help = helpFor(args);
    return {
      message: `${sentence(args.name)} should be ${args.expected}, and is ${args.found}.`,
      ...(help === undefined ? {} : { help }),
    };
  },
});

function helpFor({ suggestion, expected, found }: LoadFindings['schema/wrong-type']): string | undefined {
  if (suggestion !== undefined)
    return `Write ${code(suggestion)}${/^[-+]?\d+\.\d/.test(suggestion) ? ', with a point for the decimals' : ''}.`;
  const isWhole = expected.startsWith('a whole number') && found === 'text';
  return isWhole ? 'Write it in digits alone, without decimals and without quotes, such as `2`.' : undefined;
}
