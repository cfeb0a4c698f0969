import { gapOf, unnamed } from '../../gaps.ts';
import { defineRule } from '../../rule.ts';
import type { Blocks } from '../../verdicts.ts';
import { choices, code } from '../../words.ts';

export const pathRouteGap = defineRule({
  id: 'path/route-gap',
  severity: 'error',
  why: 'Where no rule of a route holds for a learner, the section stays empty: they go on without what was written for them, and where something asks for the section they are stuck.',
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
  message(args: { readonly section: string; readonly blocks: Blocks; readonly unnamed: readonly string[] }) {
    const end =
      args.blocks === 'none'
        ? 'it stays empty and hidden, and they go on without it'
        : 'it stays empty, and they can never finish';
    const [option, ...others] = args.unnamed;
    const otherwise = option === undefined || others.length > 0 ? 'OPTION' : option;
    const named =
      option === undefined
        ? ''
        : ` No rule names ${choices(args.unnamed, 'and')}: no learner ever takes that.`;
    return {
      message: `For some learners no rule of the route of ${code(args.section)} holds: ${end}.${named}`,
      help: `End the route with ${code(`- { otherwise: ${otherwise} }`)}, or widen a rule so that it takes them in (${code('below: 60%')} and ${code('from: 60%')} leave no gap).`,
    };
  },
  *check(context) {
    for (const verdict of context.verdicts()) {
      const section = gapOf(verdict);
      if (section === undefined) continue;
      const { span, related, witness, blocks } = verdict;
      yield { args: { section, blocks, unnamed: unnamed(context, section) }, span, related, witness };
    }
  },
});
