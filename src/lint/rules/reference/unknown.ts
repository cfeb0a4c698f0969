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
    const { reason, help } = explain(args.found, what, code(args.id));
    return {
      message: `${code(args.field)} names ${code(args.id)}, but ${reason}.${didYouMean(args.suggestion)}`,
      help,
    };
  },
});

function explain(found: LoadFindings['reference/unknown']['found'], what: string, id: string) {
  switch (found) {
    case undefined:
      return { reason: `there is no ${what} of that id`, help: `Correct the id, or add the ${what}.` };
    case 'not in the pathway':
      return {
        reason: 'it does not stand in the pathway, so no learner ever meets it',
        help: `Add ${id} to the pathway, or name another ${what}.`,
      };
    default:
      return {
        reason: `that is a ${found}, not ${article(what)} ${what}`,
        help: `Name ${article(what)} ${what}.`,
      };
  }
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
