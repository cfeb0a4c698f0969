import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { type State, step, type View, view } from '../../src/path/index.ts';
import { prove } from '../../src/proof/index.ts';
import { attend } from '../../src/simulate/attend.ts';
import { simulate } from '../../src/simulate/index.ts';
import { planOf } from '../../src/simulate/plan.ts';
import { type Random, streams } from '../../src/simulate/random.ts';
import { drawTraits } from '../../src/simulate/traits.ts';
import { arbitraryCourse, RUNS } from '../path/arbitrary.ts';
import { smallCourse } from '../proof/small-course.ts';

const streamOf = (seed: number): Random => streams(seed).next().value;
const seed = fc.integer({ min: 0, max: 0xffffffff });

/** What the contract with the engine asks of one event, given the view before it. */
function isAllowed(course: Course, seen: View, wasDue: ReadonlySet<string>, event: Event): boolean {
  switch (event.type) {
    case 'finished':
    case 'awarded':
    case 'routed':
    case 'mastered':
      return wasDue.has(nameOf(event));
    case 'chose': {
      const option = seen.byId.get(event.option);
      return option?.status === 'open' || option?.status === 'done';
    }
    case 'reviewed':
      return seen.items.some(({ quiz }) => quiz?.toReview.includes(event.item) === true);
    case 'unlocked': {
      const item = course.items.find(({ id }) => id === event.item);
      return (
        item?.kind === 'quiz' &&
        item.exhausted === 'contact' &&
        seen.byId.get(event.item)?.quiz?.exhausted === true
      );
    }
    case 'submitted': {
      const item = seen.byId.get(event.item);
      const quiz = item?.quiz;
      return (
        (item?.status === 'open' || item?.status === 'done') &&
        quiz?.attemptsLeft !== 0 &&
        quiz?.toReview.length === 0 &&
        quiz.attempt === event.attempt
      );
    }
    case 'aliased':
      return false;
    default: {
      const status = seen.byId.get(event.item)?.status;
      return status === 'open' || status === 'done';
    }
  }
}

const isDerived = ({ type }: Fact) => type === 'awarded' || type === 'finished' || type === 'routed';
/** What only matters to another edition is not simulated. */
const isLasting = ({ type }: Fact) => type === 'done' || type === 'mastered';

/** What is due, without when and where. */
function nameOf(fact: Fact): string {
  return `${fact.type} ${fact.type === 'awarded' ? fact.badge : fact.type === 'routed' ? fact.section : ''}`;
}

it('does only what the engine allows, records all that is due at once, and comes to an end', () => {
  fc.assert(
    fc.property(smallCourse, seed, (course, seed) => {
      const random = streamOf(seed);
      const trace: { event: Event; before: State }[] = [];
      const story = attend(planOf(course, seed), drawTraits(random), random, {
        start: 5,
        moves: 200,
        watch: (event, before) => trace.push({ event, before }),
      });
      let wasDue: ReadonlySet<string> = new Set();
      trace.forEach(({ event, before }, i) => {
        const seen = view(course, before, event.at);
        // What was due together is recorded together.
        wasDue = new Set([
          ...(isDerived(event) ? wasDue : []),
          ...seen.due.filter((fact) => !isLasting(fact)).map(nameOf),
        ]);
        expect(isAllowed(course, seen, wasDue, event), `${JSON.stringify(event)} is not allowed`).toBe(true);
        const state = step(course, before, event);
        // What became due is recorded before anything else is done.
        const next = trace[i + 1]?.event;
        const due = view(course, state, event.at).due.filter((fact) => !isLasting(fact));
        if (due.length > 0) expect(next && isDerived(next), `${JSON.stringify(due)} is due`).toBe(true);
      });
      expect(story.evaluation.finished()).toBe(story.drop === undefined);
      expect(story.moves).toBeLessThanOrEqual(201);
    }),
    { numRuns: RUNS },
  );
});

it('adds up: who finished and who was lost, who came and who took a quiz', () => {
  fc.assert(
    fc.property(arbitraryCourse, seed, (course, seed) => {
      const report = simulate(course, { learners: 8, seed });
      const sum = (list: readonly { readonly learners: number }[]) =>
        list.reduce((total, { learners }) => total + learners, 0);
      expect(report.completion.finished + sum(report.drops)).toBe(8);
      expect(sum(report.paths) + report.otherPaths).toBe(8);
      const { low, high } = report.completion.interval;
      expect(low).toBeLessThanOrEqual(report.completion.share);
      expect(high).toBeGreaterThanOrEqual(report.completion.share);
      for (const { item, learners, attempts, passedFirst, passedLast } of report.quizzes) {
        expect(learners).toBeLessThanOrEqual(8);
        expect(attempts).toBeGreaterThanOrEqual(1);
        expect(passedLast ?? 0).toBeGreaterThanOrEqual(passedFirst ?? 0);
        expect(report.neverVisited.map((never) => never.item)).not.toContain(item);
      }
      expect(report.minutes === null).toBe(report.completion.finished === 0);
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

it('traps nobody in a course that is proved to have no trap', () => {
  let sound = 0;
  fc.assert(
    fc.property(smallCourse, seed, (course, seed) => {
      const { findings, unproved } = prove(course);
      if (findings.some(({ type }) => type === 'trap') || unproved.some(({ claim }) => claim === 'trap'))
        return;
      sound++;
      // They bear everything, so that only the course can stop them.
      const bears = { setbacks: 1000, stamina: 1000, waits: Number.POSITIVE_INFINITY };
      const traits = (random: Random) => ({ ...drawTraits(random), ...bears });
      // Before all dates, as in the proof.
      const { drops } = simulate(course, { learners: 5, seed, traits, start: 0 });
      expect(drops.filter(({ reason }) => reason === 'trapped' || reason === 'closed')).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
  expect(sound).toBeGreaterThan(RUNS / 100);
});
