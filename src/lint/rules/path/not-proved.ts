import type { Course } from '../../../model/course.ts';
import type { Unproved } from '../../../proof/index.ts';
import { ownerInWords } from '../../owner.ts';
import { defineRule } from '../../rule.ts';
import { heaviest, reachOfConditions } from '../../tangle.ts';
import { choices, code } from '../../words.ts';

/** How many items are named. */
const SHOWN = 4;

/** How many conditions are named. */
const CONDITIONS = 3;

/** How many claims are named. */
const CLAIMS = 3;

export const pathNotProved = defineRule({
  id: 'path/not-proved',
  severity: 'warning',
  why: 'The course hangs together in more ways than can be looked at, so here nothing is promised: there may be a trap, or not.',
  examples: {
    bad: 'A course in which the results of dozens of quizzes with many attempts decide together about one place.',
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, basics, water]
`,
    },
  },
  message(args: {
    readonly claims: readonly string[];
    readonly waits: readonly { readonly owner: string; readonly on: readonly string[] }[];
    readonly items: readonly string[];
    readonly states: number;
  }) {
    const { items, waits, states } = args;
    const rest = args.claims.length - CLAIMS;
    const what = [...args.claims.slice(0, CLAIMS), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
    const hanging = waits.map(({ owner, on }) => `${lowered(owner)} on ${counted(on)}`).join('; ');
    const because =
      waits.length > 0
        ? `. Too much hangs on each other: ${hanging}`
        : items.length > 0
          ? `: too much depends on ${counted(items)} together`
          : '';
    return {
      message: `Not proved: ${what}${because} (given up after ${states.toLocaleString('en')} states). Everything that no such warning names was proved.`,
      help: 'Let that depend on less: ask for `passed` rather than for several scores, for a section that is `completed` rather than for its parts, for one quiz rather than for points or mastery over many. Or give the quizzes in it fewer questions or attempts. `course simulate` tries such a course with many learners.',
    };
  },
  *check(context) {
    const { course, place, entry, items } = context;
    if (!course) return;
    // One finding for each thing that makes the course too big, whatever hangs on it.
    const groups = new Map<string, Unproved[]>();
    for (const unproved of context.proof()?.unproved ?? []) {
      const worst = unproved.items[0] ?? '';
      groups.set(worst, [...(groups.get(worst) ?? []), unproved]);
    }
    const tangles = groups.size === 0 ? [] : reachOfConditions(course, context.conditions);
    for (const [worst, group] of groups) {
      const item = items.get(worst);
      const involved = new Set(group.flatMap((unproved) => unproved.items));
      const waits = heaviest(tangles, involved).slice(0, CONDITIONS);
      const [first, ...others] = waits;
      yield {
        args: {
          claims: group.map(({ claim }) => claimed(course, claim)),
          waits: waits.map(({ placed, on }) => ({ owner: ownerInWords(placed.owner), on })),
          items: [...involved],
          states: Math.max(...group.map(({ states }) => states)),
        },
        span: first?.placed.span ?? (item ? entry(item) : place(course, 'pathway')),
        related: others.map(({ placed, on }) => ({
          message: `hangs on ${counted(on)}`,
          span: placed.span,
        })),
      };
    }
  },
});

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function counted(ids: readonly string[]): string {
  const rest = ids.length - SHOWN;
  return rest > 1
    ? `${ids.slice(0, SHOWN).map(code).join(', ')} and ${rest} more`
    : choices(ids, 'and', SHOWN + 1);
}

function claimed(course: Course, claim: Unproved['claim']): string {
  if (claim === 'trap') return 'whether every learner can finish';
  switch (claim.type) {
    case 'item':
      return `whether any learner can reach ${code(claim.item)}`;
    case 'route':
      return `whether rule ${claim.rule + 1} of the route of ${code(claim.section)} sends anybody on`;
    case 'badge':
      return `whether anybody can earn the badge ${code(claim.badge)}`;
    case 'competency':
      return `whether anybody can master ${code(claim.competency)}`;
    case 'certificate':
      return 'whether anybody gets the certificate';
    case 'complete':
      return `whether anybody reaches the end of ${code(course.id)}`;
  }
}
