import { defineRule } from '../../rule.ts';
import type { Blocks } from '../../verdicts.ts';
import { code } from '../../words.ts';

export const pathRouteGap = defineRule({
  id: 'path/route-gap',
  severity: 'error',
  why: 'Where no rule of a route holds for a learner, nothing opens: the section stands empty, and often the course ends there.',
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
        - { when: { score: basics, below: 60% }, to: a }
        - { when: { score: basics, from: 70% }, to: b }
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
`,
      'quizzes/basics.yaml': `title: Basics
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    points: 2
  - id: q2
    prompt: Which flour is weak?
    options: [{ text: Cake flour, correct: true }, { text: Bread flour }]
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
        - { when: { score: basics, below: 70% }, to: a }
        - { otherwise: b }
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: { readonly section: string; readonly blocks: Blocks }) {
    const end =
      args.blocks === 'none'
        ? 'nothing opens there until something changes, such as their score in another attempt'
        : 'nothing opens there, and they can never finish';
    return {
      message: `For some learners no rule of the route of ${code(args.section)} holds: ${end}.`,
      help: 'End the route with `- { otherwise: OPTION }`, or widen a rule so that it takes them in (`below: 60%` and `from: 60%` leave no gap).',
    };
  },
  *check(context) {
    for (const { rule, finding, span, related, witness, blocks, section } of context.verdicts()) {
      if (rule !== 'path/route-gap') continue;
      const id = finding.type === 'route-gap' ? finding.section : section;
      if (id !== undefined) yield { args: { section: id, blocks }, span, related, witness };
    }
  },
});
