import type { ItemId } from '../model/ids.ts';
import { alternatives, type Reduction } from './reduce.ts';
import { type Space, TooMany } from './space.ts';
import type { Learner } from './steps.ts';
import type { Step } from './types.ts';

/** One state that was found, and how. */
export interface Found {
  readonly learner: Learner;
  readonly from: number;
  readonly step: Step | undefined;
  /** States that one step leads to, with that step. */
  readonly to: Map<number, Step>;
}

/** What a search found, in the order of the number of steps. */
export interface Graph {
  readonly states: readonly Found[];
  /** False: given up before everything was looked at. */
  readonly isWhole: boolean;
  /** The quiz with too many different outcomes to look at. */
  readonly tooMany?: ItemId;
}

/** More attempts than this, where they are counted, are not followed one by one. */
const MOST_ATTEMPTS = 100;

/**
 * Looks at what learners can do, breadth first, from some state on. `visit` sees every state; the search ends when
 * it says so. Gives up after `most` states.
 */
export function explore(
  space: Space,
  from: Learner,
  options: {
    readonly most: number;
    readonly reduction?: Reduction;
    /** Nothing is asked about what comes after this state. */
    readonly isEnd?: (learner: Learner) => boolean;
    readonly visit?: (learner: Learner, at: number) => 'enough' | undefined;
  },
): Graph {
  const states: Found[] = [{ learner: from, from: -1, step: undefined, to: new Map() }];
  const known = new Map([[space.key(from), 0]]);
  const { reduction, isEnd, visit, most } = options;
  if (visit?.(from, 0)) return { states, isWhole: false };
  const tooMany = space.index.nodes.find(({ at, item }) => {
    const limit = item.kind === 'quiz' ? Math.max(item.attempts ?? 0, space.observed.attempts(at)) : 0;
    return limit > MOST_ATTEMPTS;
  });
  if (tooMany) return { states, isWhole: false, tooMany: tooMany.item.id };
  try {
    for (let at = 0; at < states.length; at++) {
      const found = states[at];
      if (!found || isEnd?.(found.learner)) continue;
      const ways = reduction ? alternatives(space, reduction, found.learner) : [space.moves(found.learner)];
      for (const moves of ways) {
        let isNew = false;
        for (const { step } of moves) {
          const learner = space.take(found.learner, step);
          const key = space.key(learner);
          let next = known.get(key);
          if (next === undefined) {
            if (states.length >= most) return { states, isWhole: false };
            next = states.length;
            isNew = true;
            known.set(key, next);
            states.push({ learner, from: at, step, to: new Map() });
            if (visit?.(learner, next)) return { states, isWhole: false };
          }
          if (next !== at && !found.to.has(next)) found.to.set(next, step);
        }
        // What leads only to what is known might put off other steps for ever.
        if (isNew) break;
      }
    }
  } catch (error) {
    if (error instanceof TooMany) return { states, isWhole: false, tooMany: error.quiz };
    throw error;
  }
  return { states, isWhole: true };
}

/** The steps that lead from the beginning of a search to one of its states. */
export function stepsTo({ states }: Graph, at: number): Step[] {
  const steps: Step[] = [];
  for (let found = states[at]; found?.step; found = states[found.from]) steps.unshift(found.step);
  return steps;
}

/** The states from which none of the `goals` can be reached, in the order in which they were found. */
export function withoutWayTo({ states }: Graph, goals: (learner: Learner) => boolean): number[] {
  const before: number[][] = states.map(() => []);
  states.forEach(({ to }, at) => {
    for (const next of to.keys()) before[next]?.push(at);
  });
  const leads = states.map(({ learner }) => goals(learner));
  const open = leads.flatMap((does, at) => (does ? [at] : []));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const earlier of before[at] ?? []) {
      if (leads[earlier]) continue;
      leads[earlier] = true;
      open.push(earlier);
    }
  }
  return leads.flatMap((does, at) => (does ? [] : [at]));
}
