import type { Share } from '../model/condition.ts';
import type { Evaluation } from '../path/index.ts';

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

/** Where somebody with nothing left to do is stuck: what is required, open and not cleared; else what is locked. */
export function stuckAt(evaluation: Evaluation): number | undefined {
  const { nodes, root } = evaluation.index;
  let locked: number | undefined;
  const look = (section: number): number | undefined => {
    for (const child of evaluation.waitsFor(section)) {
      if (evaluation.cleared(child)) continue;
      if (!evaluation.open(child)) locked ??= child;
      else if (nodes[child]?.item.kind !== 'section') return child;
      else {
        const found = look(child);
        if (found !== undefined) return found;
        // An open section that leads nowhere, such as a route without a rule that holds.
        if (locked === undefined) return child;
      }
    }
    return undefined;
  };
  return look(root) ?? locked;
}
