import type { Condition, Instant, Share } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { QuestionKey } from '../model/ids.ts';
import { conditionsOf, leaves } from '../path/lookup.ts';
import { attend } from './attend.ts';
import { DAY } from './clock.ts';
import { planOf } from './plan.ts';
import { type Random, streams } from './random.ts';
import type { SimulationReport } from './report.ts';
import { tallyOf } from './tally.ts';
import { drawTraits, type Traits } from './traits.ts';

export interface SimulationOptions {
  readonly learners: number;
  /** A whole number; the same seed gives the same report. */
  readonly seed: number;
  /** When they begin; default: `defaultStart`. */
  readonly start?: Instant | undefined;
  /** The chances of blind guessing, from `guessingOf`; without it nobody guesses. */
  readonly guessing?: ReadonlyMap<QuestionKey, readonly Share[]> | undefined;
  /** What learners are like; default: `drawTraits`. */
  readonly traits?: ((random: Random) => Traits) | undefined;
  /** Hears of each learner who is through. */
  readonly progress?: ((done: number) => void) | undefined;
  /**
   * How much work may be done, in items that the engine looks at; after that fewer learners are simulated than
   * were asked for, though always one. A count, not a clock, so that the report is the same on a slow machine.
   */
  readonly work?: number | undefined;
}

/** About a minute of one processor: 1,000 learners through nearly 1,000 items. */
const WORK = 1e9;

/** Sends synthetic learners through a course, one after the other, and reports what became of them. */
export function simulate(course: Course, options: SimulationOptions): SimulationReport {
  const { learners, seed, start = defaultStart(course), traits = drawTraits, work = WORK } = options;
  const plan = planOf(course, seed, options.guessing);
  const tally = tallyOf(plan);
  const size = plan.index.nodes.length;
  // Ten for each item is more than anybody needs who is not going in circles.
  const moves = 200 + 10 * plan.leaves.length;
  let done = 0;
  let used = 0;
  for (const random of streams(seed)) {
    if (done >= learners || (done > 0 && used >= work)) break;
    const story = attend(plan, traits(random), random, { start, moves });
    tally.add(story);
    used += story.evaluations * size;
    done++;
    options.progress?.(done);
  }
  return tally.report({ seed, start: new Date(start).toISOString(), asked: learners });
}

/** A day like any other, for courses without dates. */
const SOME_DAY = Date.UTC(2026, 0, 5, 9);

/**
 * When learners begin unless somebody says: at the first date from which something opens, or four weeks before the
 * first date at which something closes, whichever is earlier; without dates on a fixed day.
 */
export function defaultStart(course: Course): Instant {
  const starts = conditionsOf(course).flatMap(leaves).flatMap(startFor);
  return starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : SOME_DAY;
}

function startFor(leaf: Condition): Instant[] {
  if (leaf.type === 'after') return [leaf.at];
  return leaf.type === 'before' ? [leaf.at - 28 * DAY] : [];
}
