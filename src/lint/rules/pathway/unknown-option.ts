import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const pathwayUnknownOption = defineRule({
  id: 'pathway/unknown-option',
  severity: 'error',
  why: 'The rule would open nothing, and its learners would be stuck.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: dynamic-branching
  route: [{ otherwise: yeest }]
  options:
    - { id: yeast, title: Yeast, items: [flour] }
    - { id: sourdough, title: Sourdough, items: [water], optional: true }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: dynamic-branching
  route:
    - { when: { after: 2026-12-01 }, to: sourdough }
    - { otherwise: yeast }
  options:
    - { id: yeast, title: Yeast, items: [flour] }
    - { id: sourdough, title: Sourdough, items: [water] }
`,
    },
  },
  message(args: LoadFindings['pathway/unknown-option']) {
    return {
      message: `This route leads to ${code(args.id)}, which is not an option of the section ${code(args.section)}.${didYouMean(args.suggestion)}`,
      help:
        args.options.length === 0
          ? 'Give the section options.'
          : `Its options are ${choices(args.options, 'and')}.`,
    };
  },
});
