import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const courseUnknownTimezone = defineRule({
  id: 'course/unknown-timezone',
  severity: 'error',
  why: 'Dates open and close parts of the course; in an unknown time zone they mean nothing.',
  examples: {
    bad: {
      'course.yaml': `timezone: Europe/Berlino
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `timezone: Europe/Berlin
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['course/unknown-timezone']) {
    return {
      message: `${code(args.value)} is not a time zone.${didYouMean(args.suggestion)}`,
      help: 'Use a name of the IANA list, such as `Europe/Berlin` or `UTC`.',
    };
  },
});
