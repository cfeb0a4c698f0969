import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayRuleAfterOtherwise = defineRule({
  id: 'pathway/rule-after-otherwise',
  severity: 'warning',
  why: '`otherwise` always holds, so no rule below it is ever read.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - basics
    - type: dynamic-branching
      id: practice
      title: Practice
      route: [{ otherwise: b }, { when: { passed: basics }, to: a }]
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
  message(args: { readonly section: string }) {
    return {
      message: `This rule of ${code(args.section)} stands below \`otherwise\`, which always holds, so it is never read.`,
      help: 'Move `otherwise` to the end.',
    };
  },
  *check({ course, place }) {
    for (const section of course?.items ?? []) {
      if (section.kind !== 'section' || section.type !== 'dynamic-branching' || section.by.type !== 'route')
        continue;
      const { rules } = section.by;
      const otherwise = rules.findIndex((rule) => rule.when === undefined);
      if (otherwise < 0) continue;
      for (const rule of rules.slice(otherwise + 1)) {
        yield { args: { section: section.id }, span: place(rule) };
      }
    }
  },
});
