import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pointsOf } from '../../src/explain/points.ts';
import { attend } from '../../src/simulate/attend.ts';
import { planOf } from '../../src/simulate/plan.ts';
import { streams } from '../../src/simulate/random.ts';
import { drawTraits } from '../../src/simulate/traits.ts';
import { RUNS } from '../path/arbitrary.ts';
import { courseOf, module, section } from '../path/build.ts';
import { smallCourse } from '../proof/small-course.ts';

it.each([
  [false, 10, 20],
  [true, 10, 30],
])('counts every option where learners may switch: %s', (canSwitch, least, most) => {
  const options = [module('a', { points: 10 }), module('b', { points: 20 })];
  const course = courseOf(section('p', { type: 'choose', count: 1, switch: canSwitch }, options));
  expect(pointsOf(course)).toEqual({ least, most });
});

it('never promises more, and never less, than simulated learners get', () => {
  let finished = 0;
  fc.assert(
    fc.property(smallCourse, fc.nat(1e6), (course, seed) => {
      const random = streams(seed).next().value;
      const { drop, evaluation } = attend(planOf(course, seed), drawTraits(random), random, {
        start: 0,
        moves: 200,
      });
      const { least, most } = pointsOf(course);
      expect(evaluation.points()).toBeLessThanOrEqual(most);
      if (drop) return;
      finished++;
      expect(evaluation.points()).toBeGreaterThanOrEqual(least);
    }),
    { numRuns: RUNS },
  );
  expect(finished).toBeGreaterThan(RUNS / 10);
});
