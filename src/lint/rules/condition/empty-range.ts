import type { LoadFindings } from '../../../load/findings.ts';
import { percent } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const conditionEmptyRange = defineRule({
  id: 'condition/empty-range',
  severity: 'error',
  why: 'No score is in the range, so the condition never holds.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - { item: water, when: { score: basics, from: 80%, below: 60% } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - { item: water, when: { score: basics, from: 0%, below: 80% } }
`,
    },
  },
  message(args: LoadFindings['condition/empty-range']) {
    return {
      message: `No score is at least ${percent(args.from)} and below ${percent(args.below)}, so this never holds.`,
      help: '`from` is the lower bound and `below` the upper one: exchange them if that is what you mean.',
    };
  },
});
