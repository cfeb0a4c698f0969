import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const yamlUnknownTag = defineRule({
  id: 'yaml/unknown-tag',
  severity: 'error',
  why: 'Tags ask for values that YAML alone does not have, code among them. None is ever needed in a course.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: !!js/function "x"
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
  message(args: LoadFindings['yaml/unknown-tag']) {
    return {
      message: `The tag ${code(args.tag)} is not allowed here.`,
      help: 'Remove it and write the plain value. A text that begins with ! needs quotes.',
    };
  },
});
