import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices } from '../../words.ts';

export const schemaConflict = defineRule({
  id: 'schema/conflict',
  severity: 'error',
  why: 'The two fields say different things, and the course could follow only one.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: dynamic-branching
  choose: 1
  route: [{ when: { after: 2027-01-01 }, to: b }, { otherwise: a }]
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
  message(args: LoadFindings['schema/conflict']) {
    return {
      message: `${choices(args.fields, 'and')} exclude each other: ${args.owner} has one of them.`,
      help: 'Keep the one that you mean and remove the other.',
    };
  },
});
