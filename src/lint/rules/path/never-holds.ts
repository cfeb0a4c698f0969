import { blame } from '../../blame.ts';
import { ownerInWords } from '../../owner.ts';
import { defineRule } from '../../rule.ts';

export const pathNeverHolds = defineRule({
  id: 'path/never-holds',
  severity: 'error',
  why: 'A badge, a certificate or an end of the course that nobody can reach is a promise that is never kept.',
  examples: {
    bad: {
      'course.yaml': `complete: { passed: check }
pathway:
  type: linear
  items: [flour, check]
`,
      'quizzes/check.yaml': `title: Check
questions:
  - id: strong
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
    good: {
      'course.yaml': `complete: { passed: check }
pathway:
  type: linear
  items: [flour, check]
`,
      'quizzes/check.yaml': `title: Check
pass: 80%
questions:
  - id: strong
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly owner: string; readonly reasons: readonly string[] }) {
    const why = args.reasons.length === 0 ? '' : `: ${args.reasons.join('; ')}`;
    return {
      message: `${args.owner} waits for what never happens${why}.`,
      help: 'Correct the condition, or make what it waits for possible.',
    };
  },
  *check(context) {
    const { conditions, items } = context;
    const reached = context.reached();
    if (reached === undefined) return;
    const circular = context.circles().members;
    for (const placed of conditions) {
      const { condition, owner, span } = placed;
      if (owner.type === 'when' || owner.type === 'requires' || circular.has(placed)) continue;
      if (owner.type === 'route' && !reached.opens(owner.section.id)) continue;
      if (reached.holds(condition)) continue;
      yield { args: { owner: ownerInWords(owner), reasons: blame(condition, reached, items) }, span };
    }
  },
});
