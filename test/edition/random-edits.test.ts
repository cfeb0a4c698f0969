import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from '../../src/edition/diff.ts';
import { foresight } from '../../src/edition/foretell.ts';
import { type Random, streamFor } from '../../src/simulate/random.ts';
import { COURSES, type Compiled, compile, sourcesOf } from './random/compiled.ts';
import { unfair } from './random/corrected.ts';
import { locked, type Release, release } from './random/edition.ts';
import { edited, editNames } from './random/edits.ts';
import { surprises } from './random/foretold.ts';
import { Learner } from './random/learner.ts';
import { learnerOf } from './random/pool.ts';
import { broken, draftsLost } from './random/promises.ts';

/** How many edited courses are tried: `COURSE_TEST_RUNS` raises it, 10,000 for the full claim. */
const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 100);
/** Different learners of each course. */
const LEARNERS = 60;

const firsts = new Map<string, Promise<Release>>();
const firstRelease = (name: (typeof COURSES)[number]) => {
  const known = firsts.get(name) ?? compile(sourcesOf(name)).then(released);
  firsts.set(name, known);
  return known;
};

function released(compiled: Compiled | undefined): Release {
  if (!compiled) throw new Error('One of the courses has errors.');
  return release(compiled);
}

const edit = fc.record({ name: fc.constantFrom(...editNames), seed: fc.nat(1e6) });
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

test('no edit takes from learners what they have, and they stand as the comparison foretold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...COURSES),
      edits,
      fc.option(edits, { freq: 3, nil: undefined }),
      fc.uniqueArray(fc.nat(LEARNERS - 1), { minLength: 3, maxLength: 4 }),
      fc.boolean(),
      async (name, chosen, more, learners, isLocked) => {
        const one = await firstRelease(name);
        const made = edited(one.compiled, chosen);
        const compiled = made && (await compile(isLocked ? locked(made.folder, one) : made.folder));
        // An edition in which something is wrong is never built.
        if (!made || !compiled) return fc.pre(false);
        const two = release(compiled, one);
        const later = more && edited(compiled, more, made.names);
        const compiledLater = later && (await compile(isLocked ? locked(later.folder, two) : later.folder));
        const three = compiledLater && release(compiledLater, two);
        const compared = diff(one.published, two.published);
        // What costs learners their work is refused, where a lock file remembers what was published; nothing else is.
        const costs = compared.names.filter(({ verdict }) => verdict === 'missing' || verdict === 'reused');
        if (isLocked) {
          const refused = two.refused();
          expect({ isRefused: refused.length > 0, refused }, made.made.join(', ')).toMatchObject({
            isRefused: costs.length > 0,
          });
        }
        const asked = made.made.includes('ask something else under the same name');
        // Without a lock file nobody knows that a plain id once was a badge, where it leads to nothing now.
        const known = costs.filter(({ kind }) => isLocked || (kind !== 'badge' && kind !== 'competency'));
        expect(asked ? [] : known, made.made.join(', ')).toEqual([]);
        const foresight = foresightOf(one, two);
        for (const number of learners.slice(0, 1)) {
          const learner = learnerOf(one.compiled, number);
          expect(draftsLost(learner, { ...learner, compiled }, made.names), made.made.join(', ')).toEqual([]);
        }
        for (const number of learners) {
          const before = learnerOf(one.compiled, number);
          const random = streamFor(number, name);
          const after = opened(two, before, random);
          expect(broken(before, after, made.names), made.made.join(', ')).toEqual([]);
          expect(surprises(foresight, before, after), made.made.join(', ')).toEqual([]);
          expect(unfair(compared, before, after, made.names), made.made.join(', ')).toEqual([]);
          if (!later || !three) continue;
          // Some come back at the second edition, others only at the third.
          const direct = opened(three, before, random);
          const what = [...made.made, 'then', ...later.made].join(', ');
          expect(surprises(foresightOf(one, three), before, direct), what).toEqual([]);
          after.play(10);
          const last = opened(three, after, random);
          expect(broken(after, last, later.names), what).toEqual([]);
          expect(surprises(foresightOf(two, three), after, last), what).toEqual([]);
        }
      },
    ),
    { numRuns: RUNS },
  );
});

function opened({ compiled, corrections }: Release, { stored, now }: Learner, random: Random): Learner {
  return new Learner(compiled, random, 'later-a', stored, now, corrections);
}

function foresightOf(old: Release, now: Release) {
  return foresight(diff(old.published, now.published), old.published, now.published);
}
