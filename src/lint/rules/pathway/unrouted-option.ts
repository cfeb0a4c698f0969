import { gapOf, unnamed } from '../../gaps.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayUnroutedOption = defineRule({
  id: 'pathway/unrouted-option',
  severity: 'warning',
  why: 'No rule leads there, so no learner ever takes it.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: dynamic-branching
  route: [{ otherwise: a }]
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
      route: [{ when: { passed: basics }, to: a }, { otherwise: b }]
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: { readonly section: string; readonly option: string }) {
    return {
      message: `No rule of the route of ${code(args.section)} leads to its option ${code(args.option)}, so no learner ever takes it.`,
      help: `Name ${code(args.option)} in the route, or remove it.`,
    };
  },
  *check(context) {
    const { course, items, place, entry, broken } = context;
    // A route that leaves learners without an option as well: `path/route-gap` tells both.
    const gaps = new Set(context.verdicts().map(gapOf));
    for (const section of course?.items ?? []) {
      if (section.kind !== 'section' || section.type !== 'dynamic-branching' || section.by.type !== 'route')
        continue;
      if (broken(place(section, 'route')) || gaps.has(section.id)) continue;
      for (const option of unnamed(context, section.id)) {
        const item = items.get(option);
        if (item !== undefined) yield { args: { section: section.id, option }, span: entry(item) };
      }
    }
  },
});
