import { blame } from '../../blame.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathNeverOpens = defineRule({
  id: 'path/never-opens',
  severity: 'error',
  why: 'What can never open was written for nobody, and where it is required, nobody can finish.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - { item: flour, requires: { completed: water } }
    - water
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, requires: { completed: flour } }
`,
    },
  },
  message(args: {
    readonly id: string;
    readonly kind: 'module' | 'quiz' | 'section';
    readonly field: 'when' | 'requires';
    readonly reasons: readonly string[];
  }) {
    const verb = args.field === 'when' ? 'appear' : 'open';
    const why =
      args.reasons.length === 0 ? '' : ` Its ${code(args.field)} never holds: ${args.reasons.join('; ')}.`;
    return {
      message: `The ${args.kind} ${code(args.id)} can never ${verb}.${why}`,
      help: 'Wait for something that learners reach before, or remove the condition.',
    };
  },
  *check(context) {
    const { conditions, items } = context;
    const reached = context.reached();
    if (reached === undefined) return;
    const circular = context.circles().members;
    for (const placed of conditions) {
      const { condition, owner, span } = placed;
      if ((owner.type !== 'when' && owner.type !== 'requires') || circular.has(placed)) continue;
      const { item } = owner;
      const parentOpens = item.parent === undefined || reached.opens(item.parent);
      if (!parentOpens || reached.holds(condition)) continue;
      const reasons = blame(condition, reached, items, item);
      yield { args: { id: item.id, kind: item.kind, field: owner.type, reasons }, span };
    }
  },
});
