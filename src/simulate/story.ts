import type { Condition, Share } from '../model/condition.ts';
import type { Evaluation } from '../path/index.ts';
import { itemNamed } from '../path/lookup.ts';

/** Why a learner did not finish. */
export type DropReason =
  /** Gave up after setbacks in a row. */
  | 'setbacks'
  /** Gave up because it took too long. */
  | 'time'
  /** Gave up waiting for a date. */
  | 'wait'
  /** Nothing was left to do, and the course was not finished. */
  | 'trapped'
  /** The same, because a date had passed. */
  | 'closed'
  /** Always something to do, and never an end. */
  | 'circles';

export interface Drop {
  readonly reason: DropReason;
  /** The item that they stopped at; undefined when they could not even begin. */
  readonly at: number | undefined;
}

/** One attempt at a quiz. */
export interface Attempt {
  readonly share: Share;
  /** Passed by now. */
  readonly passed: boolean;
}

/** What became of one learner. Items are by place in `Course.items`. */
export interface Story {
  /** Undefined: finished the course. */
  readonly drop: Drop | undefined;
  /** Minutes of study until the course was finished or given up. */
  readonly minutes: number;
  /** Days from the beginning until then. */
  readonly days: number;
  readonly moves: number;
  /** How often the engine was asked what a state means: the cost of this story. */
  readonly evaluations: number;
  readonly visited: ReadonlySet<number>;
  readonly attempts: ReadonlyMap<number, readonly Attempt[]>;
  /** How often the instructor was asked for new attempts. */
  readonly asked: ReadonlyMap<number, number>;
  /** At the end. */
  readonly evaluation: Evaluation;
}

/**
 * Where somebody with nothing left to do is stuck: at what the end of the course waits for, or at what is in the way of that; the
 * first that is required, open and not cleared, else the first that is locked.
 */
export function stuckAt(evaluation: Evaluation): number | undefined {
  const { nodes, root, course, at: places, badges } = evaluation.index;
  const isSection = (at: number): boolean => nodes[at]?.item.kind === 'section';

  const inside = (section: number): number | undefined => {
    let locked: number | undefined;
    for (const child of evaluation.waitsFor(section)) {
      if (evaluation.cleared(child)) continue;
      if (!evaluation.open(child)) locked ??= child;
      // An open section may lead nowhere itself, such as a route without a rule that holds.
      else return isSection(child) ? (inside(child) ?? child) : child;
    }
    return locked;
  };

  const inTheWayOf = (at: number): number => {
    if (evaluation.open(at)) return isSection(at) ? (inside(at) ?? at) : at;
    let closed = at;
    for (let up = at; up >= 0; up = nodes[up]?.parent ?? -1) if (!evaluation.open(up)) closed = up;
    const blocker = evaluation.blocker(closed);
    return blocker === undefined ? closed : inTheWayOf(blocker);
  };

  const asked = new Set<Condition>();
  /** What keeps a condition from holding; undefined where that is no item. */
  const unmet = (condition: Condition | undefined): number | undefined => {
    if (!condition || asked.has(condition) || evaluation.holds(condition)) return undefined;
    asked.add(condition);
    if (condition.type === 'all' || condition.type === 'any')
      return condition.of.map(unmet).find((at) => at !== undefined);
    if (condition.type === 'badge') return unmet(badges.get(condition.badge)?.when);
    const at = places.get(itemNamed(condition) ?? '');
    return at === undefined ? undefined : inTheWayOf(at);
  };

  return unmet(course.complete) ?? inside(root);
}
