import { whyNever } from '../../never.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathDeadBadge = defineRule({
  id: 'path/dead-badge',
  severity: 'error',
  why: 'A badge that nobody can earn is a promise that is never kept: learners see it and try.',
  examples: {
    bad: {
      'course.yaml': `badges:
  both: { title: Both ways, when: { all: [{ completed: a }, { completed: b }] } }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
    good: {
      'course.yaml': `badges:
  one: { title: One way, when: { any: [{ completed: a }, { completed: b }] } }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: { readonly badge: string; readonly why: string; readonly help: string | undefined }) {
    return {
      message: `Nobody can earn the badge ${code(args.badge)}: ${args.why}.`,
      help:
        args.help ??
        'Ask for something that one learner can do (`any` holds when one of several does), or remove the badge.',
    };
  },
  *check(context) {
    const { course } = context;
    for (const { rule, finding, span } of context.verdicts()) {
      if (rule !== 'path/dead-badge' || finding.type !== 'dead-badge' || !course) continue;
      const badge = course.badges.find(({ id }) => id === finding.badge);
      if (badge === undefined) continue;
      const { why, help } = whyNever(context, course, badge.when);
      yield { args: { badge: badge.id, why, help }, span };
    }
  },
});
