import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayRouteWithoutOtherwise = defineRule({
  id: 'pathway/route-without-otherwise',
  severity: 'warning',
  why: 'A learner for whom no rule holds finds nothing open and is stuck.',
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
      options:
        - { id: a, title: A, items: [flour] }
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
        - { when: { score: basics, from: 50% }, to: a }
        - { otherwise: b }
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: { readonly section: string }) {
    return {
      message: `The route of the section ${code(args.section)} has no \`otherwise\`: a learner for whom no rule holds finds nothing open.`,
      help: 'End it with `- { otherwise: OPTION }`.',
    };
  },
  *check({ course, place, broken }) {
    for (const item of course?.items ?? []) {
      if (item.kind !== 'section' || item.type !== 'dynamic-branching' || item.by.type !== 'route') continue;
      if (item.by.rules.some((rule) => rule.when === undefined)) continue;
      if (broken(place(item, 'route'))) continue;
      yield { args: { section: item.id }, span: place(item, 'route') };
    }
  },
});
