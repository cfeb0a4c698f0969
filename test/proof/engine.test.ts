import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Circular } from './oracle.ts';
import { smallCourse } from './small-course.ts';
import { firstDifference } from './walks.ts';

const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 500);

describe('the engine and the oracle', () => {
  test('see the same after every step of a random learner', () => {
    fc.assert(
      fc.property(
        smallCourse,
        fc.array(fc.nat({ max: 5039 }), { minLength: 1, maxLength: 30 }),
        (course, choices) => {
          try {
            const found = firstDifference(course, choices);
            if (found)
              expect({ story: found.story, ...found.engine }).toEqual({
                story: found.story,
                ...found.oracle,
              });
          } catch (error) {
            // Such a course has no meaning in pathway.md.
            if (error instanceof Circular) fc.pre(false);
            throw error;
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
