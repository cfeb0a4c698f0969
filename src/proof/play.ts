import { TIME } from './effects.ts';
import type { Move, Space } from './space.ts';
import type { Learner } from './steps.ts';

/** A simple-minded learner, who takes the first thing in reading order that is left to do. */
export interface Manner {
  /** Takes the last options of a choice first. */
  readonly isBackward: boolean;
  /** Which of the possible results an attempt has: from 0, the worst, to 1, the best. */
  readonly result: (attempt: number) => number;
}

const MANNERS: readonly Manner[] = [
  { isBackward: false, result: () => 1 },
  { isBackward: true, result: () => 1 },
  { isBackward: false, result: (attempt) => (attempt === 0 ? 0 : 1) },
  { isBackward: true, result: (attempt) => (attempt === 0 ? 0.5 : 1) },
  { isBackward: true, result: (attempt) => Math.min(1, attempt / 3) },
  { isBackward: false, result: () => 0 },
];

/** Steps times items that all learners together may take: a second or two. */
const MOST_LOOKS = 15_000_000;

/**
 * Plays a few simple learners through a course: most of what can be reached at all is reached by one of them, much sooner
 * than by a search. `visit` sees every state with the moves that led there; it ends everything by saying `enough`.
 */
export function play(
  space: Space,
  visit: (learner: Learner, moves: readonly Move[]) => 'enough' | undefined,
): void {
  const { length } = space.index.nodes;
  const most = length * 4 + 20;
  /** Each step looks at the whole course. */
  let left = MOST_LOOKS / (length + 1);
  for (const manner of MANNERS) {
    let learner = space.begin();
    const moves: Move[] = [];
    if (visit(learner, moves)) return;
    for (let move = nextMove(space, learner, manner); move && moves.length < most && left-- > 0; ) {
      learner = space.take(learner, move.step);
      moves.push(move);
      if (visit(learner, moves)) return;
      move = nextMove(space, learner, manner);
    }
  }
}

/**
 * What a simple learner does next; undefined when nothing is left. Units in `held` are left alone. Looking begins at the
 * place `from`, which saves time where all before it is done.
 */
export function nextMove(
  space: Space,
  learner: Learner,
  { isBackward, result }: Manner,
  held: ReadonlySet<number> = new Set(),
  from = 0,
): Move | undefined {
  const { nodes } = space.index;
  const { length } = nodes;
  for (let i = 0; i < length; i++) {
    const at = isBackward ? length - 1 - i : (from + i) % length;
    if (held.has(at) || space.isSpent(learner, at)) continue;
    const moves = space.movesOf(learner, at);
    const attempt = learner.evaluation.quiz(at)?.submissions ?? 0;
    // Who gets the worst results for ever goes on after a few attempts.
    if (attempt > 4) continue;
    const move =
      moves[Math.round((moves.length - 1) * (nodes[at]?.item.kind === 'quiz' ? result(attempt) : 1))];
    if (move) return move;
  }
  return space.movesOf(learner, TIME)[0];
}
