import type { Condition } from '../model/condition.ts';
import { type Effect, type Effects, effectsOf, TIME } from './effects.ts';
import type { Move, Space } from './space.ts';
import type { Learner } from './steps.ts';

/**
 * Which steps have to be tried next. Of steps that disturb no other, in whatever order they are taken, one is enough:
 * all orders lead to the same end. This keeps every end that the full search would find (stubborn sets: A. Valmari,
 * "Stubborn sets for reduced state space generation", 1991), and with it every trap.
 */
export interface Reduction {
  /** The units whose steps may be taken before all others, in reading order. */
  calm(learner: Learner): Generator<number>;
}

/** Something that is kept once it was true for a moment: then the order of steps matters. */
interface Capture extends Effect {
  readonly isKept: (learner: Learner) => boolean;
}

/**
 * Works out which modules and quizzes disturb each other. `watched` are conditions of which it matters whether they
 * ever hold.
 */
export function reductionOf(space: Space, watched: readonly Condition[] = []): Reduction {
  const { index, course } = space;
  const effects = effectsOf(index);
  const units = [TIME, ...index.nodes.flatMap(({ at, item }) => (item.kind === 'section' ? [] : [at]))];
  const disturbs = new Map<number, Set<number>>(units.map((unit) => [unit, new Set()]));
  const pair = (a: number, b: number) => {
    if (a === b) return;
    disturbs.get(a)?.add(b);
    disturbs.get(b)?.add(a);
  };
  for (const unit of units) for (const other of effects.closing(unit)) pair(unit, other);
  for (const { at, review } of index.nodes) for (const other of review) pair(at, other);
  const captures = capturesOf(space, effects);

  function isCalm(learner: Learner, unit: number, isActive: (unit: number) => boolean): boolean {
    for (const other of disturbs.get(unit) ?? []) if (isActive(other)) return false;
    for (const { up, down, isKept } of captures) {
      if (isKept(learner)) continue;
      if (up.has(unit) && some(down, unit, isActive)) return false;
      if (down.has(unit) && some(up, unit, isActive)) return false;
    }
    return true;
  }

  return {
    *calm(learner) {
      const active = new Map<number, boolean>();
      const isActive = (unit: number): boolean => {
        const known = active.get(unit);
        if (known !== undefined) return known;
        const found = !space.isSpent(learner, unit);
        active.set(unit, found);
        return found;
      };
      for (const unit of units) if (isCalm(learner, unit, isActive)) yield unit;
    },
  };

  function capturesOf({ index: { at } }: Space, { of, clearing }: Effects): Capture[] {
    const root = at.get(course.pathway) ?? 0;
    const complete = course.complete ? of(course.complete) : clearing(root);
    return [
      { ...complete, isKept: ({ state }: Learner) => state.finished },
      ...course.badges.map(({ id, when }) => ({
        ...of(when),
        isKept: ({ state }: Learner) => state.awarded.includes(id),
      })),
      ...watched.map((condition) => ({ ...of(condition), isKept: () => false })),
    ].filter(({ down }) => down.size > 0);
  }
}

function some(units: ReadonlySet<number>, but: number, test: (unit: number) => boolean): boolean {
  for (const unit of units) if (unit !== but && test(unit)) return true;
  return false;
}

/** The steps to try from here, one list after the other until one of them leads to something new. */
export function* alternatives(space: Space, reduction: Reduction, learner: Learner): Generator<Move[]> {
  for (const unit of reduction.calm(learner)) {
    const moves = space.movesOf(learner, unit);
    if (moves.length > 0) yield moves;
  }
  yield space.moves(learner);
}
