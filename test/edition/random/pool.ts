import type { Event } from '../../../src/model/events.ts';
import { type Random, streamFor } from '../../../src/simulate/random.ts';
import type { Compiled } from './compiled.ts';
import { Learner } from './learner.ts';

/** When learners begin. */
const START = Date.UTC(2026, 8, 1, 9);

const pools = new WeakMap<Compiled, Map<number, Learner>>();

/** A learner of an edition at some stage, by number: from nothing done to everything; always the same one. */
export function learnerOf(compiled: Compiled, number: number): Learner {
  const pool = pools.get(compiled) ?? new Map<number, Learner>();
  pools.set(compiled, pool);
  const learner = pool.get(number) ?? newLearner(compiled, streamFor(number, compiled.course.id));
  pool.set(number, learner);
  return learner;
}

/** Most use one browser; some go on in two apart, and bring both together again. */
function newLearner(compiled: Compiled, random: Random): Learner {
  // Every item may take several moves.
  const most = 2 + compiled.course.items.length * 5;
  const first = new Learner(compiled, random, 'first-a', [], START);
  first.play(Math.floor(most * random.share() ** 2));
  if (!random.chance(0.3)) return first;
  const second = new Learner(compiled, random, 'second-a', first.stored, first.now);
  first.play(random.below(15));
  second.play(random.below(15));
  return new Learner(compiled, random, 'first-b', union(first.stored, second.stored), second.now);
}

/** Two sets of events as one. */
export function union(one: readonly Event[], other: readonly Event[]): readonly Event[] {
  const named = new Map([...one, ...other].map((event) => [`${event.device}:${event.n}`, event]));
  return [...named.values()].sort((a, b) => a.n - b.n || (a.device < b.device ? -1 : 1));
}
