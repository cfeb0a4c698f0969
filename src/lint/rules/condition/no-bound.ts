import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

export const conditionNoBound = defineRule({
  id: 'condition/no-bound',
  severity: 'error',
  why: 'Without a bound the condition does not say when it holds.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - { item: water, when: { score: basics } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - { item: water, optional: true, when: { score: basics, below: 60% } }
`,
    },
  },
  message(args: LoadFindings['condition/no-bound']) {
    return {
      message: `${code(args.key)} does not say how much: it needs ${choices(args.needs)}.`,
      help: `Add ${choices(args.needs)} beside it, such as ${code(args.key === 'score' ? 'from: 60%' : 'from: 2')}.`,
    };
  },
});
