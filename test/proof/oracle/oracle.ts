import type { Course } from '../../../src/model/course.ts';
import type { ItemId } from '../../../src/model/ids.ts';
import type { Step } from '../../../src/proof/types.ts';
import { type Book, bookOf, type Learner } from './learner.ts';
import { meaningOf } from './meaning.ts';
import { moves, newcomer, take } from './moves.ts';

/** All that is true of a course, found by looking at every learner that there can be. */
export interface OracleVerdict {
  /** Some learner can get where the course can no longer be finished. */
  readonly trap: boolean;
  /** A shortest story into a trap. */
  readonly story: readonly Step[] | undefined;
  /** Items, sections included, that some learner sees; that are open to some learner. */
  readonly seen: ReadonlySet<ItemId>;
  readonly opened: ReadonlySet<ItemId>;
  /** Items that some learner clears. */
  readonly cleared: ReadonlySet<ItemId>;
  /** `SECTION:INDEX` of every rule that is the first to hold for some learner who could be sent on by it. */
  readonly routes: ReadonlySet<string>;
  /** Routed sections that some learner comes to while no rule holds. */
  readonly gaps: ReadonlySet<ItemId>;
  readonly badges: ReadonlySet<string>;
  readonly mastered: ReadonlySet<string>;
  /** Somebody gets the certificate. */
  readonly certificate: boolean;
  /** How many different learners there are. */
  readonly states: number;
}

/** Looks at every learner of a course; undefined when there are more than `limit`. */
export function oracle(course: Course, limit: number): OracleVerdict | undefined {
  const book = bookOf(course);
  const space = explore(book, newcomer(book), limit);
  if (!space) return undefined;
  const { learners, before } = space;
  const verdict = {
    seen: new Set<ItemId>(),
    opened: new Set<ItemId>(),
    cleared: new Set<ItemId>(),
    routes: new Set<string>(),
    gaps: new Set<ItemId>(),
    badges: new Set<string>(),
    mastered: new Set<string>(),
  };
  let certificate = false;
  for (const learner of learners) {
    const meaning = meaningOf(book, learner);
    for (const item of course.items) {
      if (meaning.visible(item)) verdict.seen.add(item.id);
      if (meaning.open(item)) verdict.opened.add(item.id);
      if (meaning.cleared(item)) verdict.cleared.add(item.id);
      const rule = meaning.ruleFollowed(item);
      if (rule === -1) verdict.gaps.add(item.id);
      else if (rule !== undefined) verdict.routes.add(`${item.id}:${rule}`);
    }
    for (const badge of learner.badges) verdict.badges.add(badge);
    for (const { id } of course.competencies) if (meaning.mastered(id)) verdict.mastered.add(id);
    const when = course.certificate?.when;
    if (course.certificate && learner.finished && (!when || meaning.holds(when))) certificate = true;
  }
  const trapped = trappedAmong(space);
  const at = learners.findIndex((_, i) => trapped[i]);
  return {
    trap: at >= 0,
    story: at < 0 ? undefined : storyTo(before, at),
    ...verdict,
    certificate,
    states: learners.length,
  };
}

/** Follows steps by the oracle's own reading, and says whether the course can still be finished after them. */
export function judge(course: Course, steps: readonly Step[], limit: number): Judgement {
  const book = bookOf(course);
  let learner = newcomer(book);
  for (const step of steps) {
    const after = take(book, learner, step);
    if (!after) return 'not allowed';
    learner = after;
  }
  const space = explore(book, learner, limit);
  if (!space) return 'too large';
  return space.learners.some(({ finished }) => finished) ? 'no trap' : 'trap';
}

export type Judgement = 'not allowed' | 'trap' | 'no trap' | 'too large';

interface Space {
  readonly learners: readonly Learner[];
  /** The learner and the step from which each one was met first. */
  readonly before: readonly ({ readonly from: number; readonly step: Step } | undefined)[];
  /** Who can become whom. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

function explore(book: Book, first: Learner, limit: number): Space | undefined {
  const learners = [first];
  const before: Space['before'][number][] = [undefined];
  const edges: [number, number][] = [];
  const places = new Map([[JSON.stringify(first), 0]]);
  for (let from = 0; from < learners.length; from++) {
    const learner = learners[from] ?? first;
    for (const step of moves(book, learner)) {
      const after = take(book, learner, step);
      if (!after) throw new Error(`a move that is not allowed: ${JSON.stringify(step)}`);
      const name = JSON.stringify(after);
      let to = places.get(name);
      if (to === undefined) {
        if (learners.length === limit) return undefined;
        to = learners.length;
        places.set(name, to);
        learners.push(after);
        before.push({ from, step });
      }
      edges.push([from, to]);
    }
  }
  return { learners, before, edges };
}

/** For each learner: is there no way to the end? */
function trappedAmong({ learners, edges }: Space): boolean[] {
  const trapped = learners.map(({ finished }) => !finished);
  const into = learners.map((): number[] => []);
  for (const [from, to] of edges) into[to]?.push(from);
  const saved = learners.flatMap(({ finished }, i) => (finished ? [i] : []));
  for (const to of saved)
    for (const from of into[to] ?? [])
      if (trapped[from]) {
        trapped[from] = false;
        saved.push(from);
      }
  return trapped;
}

function storyTo(before: Space['before'], at: number): Step[] {
  const last = before[at];
  return last ? [...storyTo(before, last.from), last.step] : [];
}
