import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

const kinds = {
  item: 'item',
  page: 'module or quiz',
  quiz: 'quiz',
  option: 'option',
  competency: 'competency',
  badge: 'badge',
} as const;

export const referenceUnknown = defineRule({
  id: 'reference/unknown',
  severity: 'error',
  why: 'What waits for something that does not exist waits for ever.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - basics
    - { item: water, requires: { passed: basic } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - basics
    - { item: water, requires: { passed: basics } }
`,
    },
  },
  message(args: LoadFindings['reference/unknown']) {
    const what = kinds[args.expected];
    const reason =
      args.found === undefined
        ? `there is no ${what} of that id`
        : args.found === 'not in the pathway'
          ? 'it does not stand in the pathway, so no learner ever meets it'
          : `that is a ${args.found}, not ${what.startsWith('option') ? 'an' : 'a'} ${what}`;
    return {
      message: `${code(args.field)} names ${code(args.id)}, but ${reason}.${didYouMean(args.suggestion)}`,
      help:
        args.found === 'not in the pathway'
          ? `Add ${code(args.id)} to the pathway, or name another ${what}.`
          : `Correct the id, or add the ${what}.`,
    };
  },
});
