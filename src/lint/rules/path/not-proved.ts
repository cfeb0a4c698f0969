import type { Course } from '../../../model/course.ts';
import type { Unproved } from '../../../proof/index.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

/** How many items are named. */
const SHOWN = 4;

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
    readonly items: readonly string[];
    readonly more: number;
    readonly states: number;
  }) {
    const { items, more, states } = args;
    const rest = args.claims.length - CLAIMS;
    const what = [...args.claims.slice(0, CLAIMS), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
    const named = items.map(code).join(', ');
    const others = more > 0 ? ` and ${more} more` : '';
    const because = items.length === 0 ? '' : `: too much depends on ${named}${others} together`;
    return {
      message: `Not proved: ${what}${because} (given up after ${states.toLocaleString('en')} states). Everything that no such warning names was proved.`,
      help: 'Let fewer conditions depend on each other: ask for `passed` rather than for several scores, give quizzes that open or close something fewer attempts or questions, or let a section be `completed` instead of naming its parts. `course simulate` tries such a course with many learners.',
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
    for (const [worst, group] of groups) {
      const item = items.get(worst);
      const involved = [...new Set(group.flatMap((unproved) => unproved.items))];
      yield {
        args: {
          claims: group.map(({ claim }) => claimed(course, claim)),
          items: involved.slice(0, SHOWN),
          more: Math.max(0, involved.length - SHOWN),
          states: Math.max(...group.map(({ states }) => states)),
        },
        span: item ? entry(item) : place(course, 'pathway'),
      };
    }
  },
});

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
