import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const conditionNoSuchDate = defineRule({
  id: 'condition/no-such-date',
  severity: 'error',
  why: 'A date that the calendar does not have cannot open or close anything.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, requires: { after: 2027-02-30 } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, requires: { after: 2027-02-28 } }
`,
    },
  },
  message(args: LoadFindings['condition/no-such-date']) {
    return {
      message: `${code(args.value)} is not a day and time that exist.`,
      help: 'Write `2027-02-28` or `2027-02-28T18:00`.',
    };
  },
});
