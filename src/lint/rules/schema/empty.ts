import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, sentence } from '../../words.ts';

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
    const what = `${sentence(args.name)} is empty`;
    if (args.comment !== undefined) {
      return {
        message: `${what}: ${code('#')} begins a comment, so ${code(`#${args.comment}`)} does not count.`,
        help: `If that is its text, put it in quotes: ${code(`"#${args.comment}"`)}.`,
      };
    }
    return {
      message: `${what}; it should hold ${args.expected}.`,
      help: 'Fill it, or remove it with what it belongs to.',
    };
  },
});
