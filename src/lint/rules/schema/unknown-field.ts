import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean, sentence } from '../../words.ts';

export const schemaUnknownField = defineRule({
  id: 'schema/unknown-field',
  severity: 'error',
  why: 'A misspelt field would be ignored in silence, and the course would run otherwise than its author meant.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: Bread
languge: en
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `id: bread
title: Bread
language: en
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['schema/unknown-field']) {
    if (args.decimal !== undefined)
      return {
        message: `${sentence(args.owner)} has no field ${code(args.key)}: a comma parts fields.`,
        help: `If it belongs to the number before it, write ${code(args.decimal)}, with a point.`,
      };
    if (args.instead !== undefined)
      return {
        message: `A question has no field ${code(args.key)}: that is a type, and stands under ${code('type')}.`,
        help: `Write ${choices(args.instead, 'and')} instead.`,
      };
    return {
      message: `${sentence(args.owner)} has no field ${code(args.key)}.${didYouMean(args.suggestion)}`,
      help:
        args.key === 'incorrect'
          ? 'Leave it away: what is not `correct: true` is wrong.'
          : `Its fields are ${choices(args.known, 'and', 20)}.`,
    };
  },
});
