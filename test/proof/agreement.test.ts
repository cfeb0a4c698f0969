import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import { prove } from '../../src/proof/index.ts';
import { disagreements } from './compare.ts';
import { Circular, type OracleVerdict, oracle } from './oracle.ts';
import { smallCourse } from './small-course.ts';
import { randomFrom, wander } from './stubborn.ts';

/** How many courses are tried: `COURSE_TEST_RUNS` raises it, 20,000 for the full claim, and the learners with it. */
const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 300);
const LEARNERS = Math.min(100, Math.max(3, Math.floor(RUNS / 200)));
/** States of a course that the oracle looks at; larger courses are left out. */
const LIMIT = 3000;
/** Wandering about, everybody gets to the end of a small sound course long before. */
const MOVES = 20_000;

/** Courses that are circular have no meaning, large ones no verdict: such a course is replaced by another. */
function verdictOf(course: Course): OracleVerdict | undefined {
  try {
    return oracle(course, LIMIT);
  } catch (error) {
    if (error instanceof Circular) return undefined;
    throw error;
  }
}

describe('the proof and the oracle', () => {
  test('agree on random courses, and learners finish those without a trap', () => {
    fc.assert(
      fc.property(smallCourse, fc.integer(), (course, seed) => {
        const verdict = verdictOf(course);
        fc.pre(verdict !== undefined);
        expect(disagreements(course, prove(course), verdict, LIMIT)).toEqual([]);
        if (verdict.trap) return;
        const random = randomFrom(seed);
        for (let learner = 0; learner < LEARNERS; learner++)
          expect(wander(course, random, MOVES)).toBeUndefined();
      }),
      // The same courses each time, unless more are asked for: what is rare is looked for on purpose, not met by chance.
      { numRuns: RUNS, ...(process.env.COURSE_TEST_RUNS === undefined && { seed: 4 }) },
    );
  }, 7_200_000);
});
