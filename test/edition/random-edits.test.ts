import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renamed, replay, view } from '../../src/path/index.ts';
import { COURSES, type Compiled, compile, sourcesOf } from './random/compiled.ts';
import { edited, editNames } from './random/edits.ts';
import { learnerOf } from './random/pool.ts';
import { broken, type Standing } from './random/promises.ts';

/** How many edited courses are tried: `COURSE_TEST_RUNS` raises it, 10,000 for the full claim. */
const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 100);
/** Different learners of each course. */
const LEARNERS = 60;

const first = new Map<string, Promise<Compiled | undefined>>();
const editionOne = (name: (typeof COURSES)[number]) => {
  const known = first.get(name) ?? compile(sourcesOf(name));
  first.set(name, known);
  return known;
};

const edit = fc.record({ name: fc.constantFrom(...editNames), seed: fc.nat(1e6) });

test('no edit takes from learners what they have', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...COURSES),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.nat(LEARNERS - 1), { minLength: 3, maxLength: 5 }),
      async (name, edits, learners) => {
        const old = await editionOne(name);
        const made = old && edited(old, edits);
        const now = made && (await compile(made.folder));
        // An edition in which something is wrong is never built.
        if (!old || !made || !now) return fc.pre(false);
        tried++;
        for (const number of learners) {
          const { events, state, now: clock, view: seen } = learnerOf(old, number);
          const before: Standing = { compiled: old, state, view: seen };
          const after = replay(
            now.course,
            events.map((event) => renamed(now.course, event)),
          );
          const standing: Standing = { compiled: now, state: after, view: view(now.course, after, clock) };
          expect(broken(before, standing, made.names), made.made.join(', ')).toEqual([]);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(tried).toBe(RUNS);
});
