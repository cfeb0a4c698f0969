import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayChooseTooMany = defineRule({
  id: 'pathway/choose-too-many',
  severity: 'error',
  why: 'Nobody can choose more options than there are, so nobody could go on.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: dynamic-branching
  choose: 3
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: LoadFindings['pathway/choose-too-many']) {
    return {
      message: `Learners have to choose ${args.choose} options in the section ${code(args.section)}, and there ${args.options === 1 ? 'is' : 'are'} ${args.options}.`,
      help: 'Lower `choose`, or add options.',
    };
  },
});
