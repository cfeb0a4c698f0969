import { whyNoRoute } from '../../dead-route.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathDeadRoute = defineRule({
  id: 'path/dead-route',
  severity: 'error',
  why: 'A rule that sends nobody on means that its option was made for nobody, or that learners are sent where they should not be.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - type: dynamic-branching
      id: practice
      title: Practice
      route:
        - { when: { score: basics, from: 50% }, to: a }
        - { when: { score: basics, from: 90% }, to: b }
        - { otherwise: a }
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - type: dynamic-branching
      id: practice
      title: Practice
      route:
        - { when: { score: basics, from: 90% }, to: b }
        - { otherwise: a }
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: { readonly section: string; readonly why: string; readonly help: string }) {
    return {
      message: `No learner is ever sent on by this rule of the route of ${code(args.section)}: ${args.why}.`,
      help: args.help,
    };
  },
  *check(context) {
    const { course } = context;
    for (const { rule, finding, span } of context.verdicts()) {
      if (rule !== 'path/dead-route' || finding.type !== 'dead-route' || !course) continue;
      const reason = whyNoRoute(context, course, finding.section, finding.rule);
      if (reason === undefined) continue;
      const { why, help, related } = reason;
      yield { args: { section: finding.section, why, help }, span, related };
    }
  },
});
