import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayFinishOutside = defineRule({
  id: 'pathway/finish-outside',
  severity: 'error',
  why: 'The quiz that finishes a section is taken in it.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - { type: random-access, id: basics-part, title: Part, items: [flour, water], finish: basics }
    - basics
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - { type: random-access, id: basics-part, title: Part, items: [flour, water, basics], finish: basics }
`,
    },
  },
  message(args: LoadFindings['pathway/finish-outside']) {
    return {
      message: `The section ${code(args.section)} is finished by the quiz ${code(args.quiz)}, which does not stand in it, so learners could not finish it there.`,
      help: `Move ${code(args.quiz)} into the section, or name a quiz that is in it.`,
    };
  },
});
