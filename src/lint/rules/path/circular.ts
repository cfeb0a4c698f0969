import { count } from '../../../model/quantities.ts';
import { ownerInWords } from '../../owner.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

/** How many of the conditions in between are named. */
const SHOWN = 4;

export const pathCircular = defineRule({
  id: 'path/circular',
  severity: 'error',
  why: 'A condition that waits for the very section it stands in can never be decided: each waits for the other.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - type: linear
      id: dough
      title: Dough
      items:
        - flour
        - { item: water, requires: { completed: dough } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - type: linear
      id: dough
      title: Dough
      items:
        - flour
        - { item: water, requires: { completed: flour } }
`,
    },
  },
  message(args: {
    readonly owner: string;
    readonly target: string;
    readonly through: readonly string[];
    readonly more: number;
  }) {
    const others = args.more === 0 ? '' : ` and ${count(args.more, 'other')}`;
    const way = args.through.length === 0 ? '' : ` (through ${args.through.join(', then ')}${others})`;
    return {
      message: `${args.owner} waits for ${code(args.target)}${way}, and that cannot be decided before it: a circle.`,
      help: 'Wait for an item that comes before, or take one of the conditions away.',
    };
  },
  *check(context) {
    for (const { start, target, through } of context.circles().circles) {
      yield {
        args: {
          owner: ownerInWords(start.owner),
          target,
          through: through.slice(0, SHOWN).map((each) => lower(ownerInWords(each.owner))),
          more: Math.max(0, through.length - SHOWN),
        },
        span: start.span,
        related: through.slice(0, SHOWN).map((each) => ({ message: 'part of the circle', span: each.span })),
      };
    }
  },
});

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
