import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

export const conditionStrayBound = defineRule({
  id: 'condition/stray-bound',
  severity: 'error',
  why: 'The bound could belong to nothing, or to two things.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - { item: water, when: { passed: basics, from: 60% } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - { item: water, when: { score: basics, from: 60% } }
`,
    },
  },
  message(args: LoadFindings['condition/stray-bound']) {
    return {
      message:
        args.subjects.length === 0
          ? `${code(args.bound)} stands alone: nothing beside it has an amount.`
          : `${code(args.bound)} could belong to ${choices(args.subjects)}.`,
      help:
        args.subjects.length === 0
          ? 'Put it beside `score`, `attempts` or `points`.'
          : 'Split the condition with `all`, each part with its own bound.',
    };
  },
});
