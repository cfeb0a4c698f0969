import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayRepeatedItem = defineRule({
  id: 'pathway/repeated-item',
  severity: 'error',
  why: 'What an item asks for depends on its place. At two places it would be open and locked at once.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, water, flour]
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['pathway/repeated-item']) {
    return {
      message: `${code(args.id)} stands in the pathway a second time, here in the section ${code(args.section)}.`,
      help: 'Keep one of the places. To send learners back to it, link to it or name it under `review` of a quiz.',
    };
  },
});
