import { beforeAll, describe, expect, it } from 'vitest';
import { randomFor } from '../../src/assess/random.ts';
import { editionOfCourse } from '../../src/edition/course-edition.ts';
import { diff } from '../../src/edition/diff.ts';
import { editionOf } from '../../src/edition/edition.ts';
import { editionText, parseEdition } from '../../src/edition/file.ts';
import { corrected, nextLock } from '../../src/edition/lock.ts';
import { parseManifest } from '../../src/edition/manifest.ts';
import type { Course } from '../../src/model/course.ts';
import { replay } from '../../src/path/step.ts';
import { view } from '../../src/path/view.ts';
import { chance, someEvents } from './events.ts';
import { forSeeds, insist, manifests, realCourses } from './harness.ts';
import { pick, spoil } from './poison.ts';
import { runs } from './runs.ts';

const nothing = { renamed: new Map<string, string>(), retired: new Set<string>() };

let courses: readonly Course[];
beforeAll(async () => {
  courses = await manifests();
});

const script = (course: unknown) =>
  `window.coursewright=${JSON.stringify({ course, site: { title: 'x', version: '1' } })};\n`;

describe('a hostile manifest', () => {
  it('is read as one that the tool can compare, or refused', async () => {
    let read = 0;
    await forSeeds(runs(150), (seed) => {
      const below = chance(seed);
      const course = pick(courses, below);
      const found = parseManifest(script(spoil(course, below)));
      if (!found) return;
      read++;
      const edition = editionOfCourse(found);
      const old = editionOfCourse(course);
      diff({ edition: old, course, ...nothing }, { edition, course: found, ...nothing });
    });
    expect(read).toBeGreaterThan(0);
  });

  it('in the browser it works, or stops with an error that the page can catch', async () => {
    let worked = 0;
    await forSeeds(runs(150), (seed) => {
      const below = chance(seed);
      const course = pick(courses, below);
      const window: { coursewright?: { course: Course } } = {};
      // As the page's own script does it.
      new Function('window', script(spoil(course, below)))(window);
      try {
        const found = window.coursewright?.course;
        if (found?.format !== 1) return;
        const events = someEvents(course, randomFor(seed, 'events'), 5);
        JSON.stringify(view(found, replay(found, events), 1.8e12).items);
        worked++;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    });
    expect(worked).toBeGreaterThan(0);
  });
});

it('a hostile lock file, or edition, is read or refused', async () => {
  const editions = (await realCourses()).map(({ loaded, course }) => editionOf({ ...loaded, course }));
  let read = 0;
  await forSeeds(runs(100), (seed) => {
    const below = chance(seed);
    const now = pick(editions, below);
    const found = parseEdition(JSON.parse(JSON.stringify(spoil(JSON.parse(editionText(now)), below))));
    if ('problem' in found) return;
    read++;
    const lock = nextLock(found, now, nothing);
    corrected(found, now, nothing);
    diff({ edition: found, ...nothing }, { edition: now, ...nothing });
    insist(!('problem' in parseEdition(JSON.parse(editionText(lock)))), 'a lock that is written can be read');
  });
  expect(read).toBeGreaterThan(0);
});
