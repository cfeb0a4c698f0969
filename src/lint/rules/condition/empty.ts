import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const conditionEmpty = defineRule({
  id: 'condition/empty',
  severity: 'error',
  why: 'An empty condition could mean always or never; neither is a safe guess.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, when: {} }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, when: { completed: flour } }
`,
    },
  },
  message(args: LoadFindings['condition/empty']) {
    return {
      message: `The condition ${code(args.field)} says nothing.`,
      help: 'Say what it waits for, such as `completed: ID`, or remove it.',
    };
  },
});
