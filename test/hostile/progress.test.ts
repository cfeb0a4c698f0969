import { beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import { parseEvent } from '../../src/model/parse-event.ts';
import { parseDraft } from '../../src/model/parse-response.ts';
import { compact, restore } from '../../src/runtime/transfer/compact.ts';
import { type Import, parseImport } from '../../src/runtime/transfer/transfer.ts';
import { chance, someEvents } from './events.ts';
import { forSeeds, insist, manifests } from './harness.ts';
import { own, pick, poison, spoil } from './poison.ts';
import { runs } from './runs.ts';
import { use } from './use.ts';

let courses: readonly Course[];
beforeAll(async () => {
  courses = await manifests();
});

const draft = { response: { type: 'single', option: 'a' }, hints: 1, confidence: 2, asks: 'abc' };

/** A progress file of a course with something wrong in it, read from its text. */
function hostileFile(course: Course, seed: number): unknown {
  const below = chance(seed);
  const file = {
    format: 'coursewright-progress',
    version: 1,
    course: course.id,
    title: course.title,
    exported: '2026-11-22T10:00:00.000Z',
    learner: 'Ada',
    drafts: { 'draft:check#a:1': draft, 'draft:welcome#a': draft },
    times: { 'time:check:1': { all: 600_000, warned: 0 } },
    events: someEvents(course, below, 2 + below(6)),
  };
  // Most of it in the events, since a broken frame is refused as a whole.
  const hurt =
    below(4) === 0
      ? spoil(file, below)
      : { ...file, events: file.events.map((event) => (below(2) > 0 ? spoil(event, below) : event)) };
  return JSON.parse(JSON.stringify(hurt));
}

describe('a hostile progress file', () => {
  it('is read or refused, and what is read can be used', async () => {
    let taken = 0;
    await forSeeds(runs(7000), (seed) => {
      const course = pick(courses, chance(seed));
      const read = parseImport(hostileFile(course, seed), course.id);
      if ('type' in read) return;
      taken += read.events.length;
      // Fields stand in the order of their table, so that texts can be compared.
      for (const text of read.events.map((event) => JSON.stringify(event)))
        insist(JSON.stringify(parseEvent(JSON.parse(text))) === text, 'what was read reads again the same');
      use(course, read.events, seed);
    });
    // Or the test would say nothing.
    expect(taken).toBeGreaterThan(0);
  });

  it('as a link is read or refused', async () => {
    let taken = 0;
    await forSeeds(runs(1500), (seed) => {
      const below = chance(seed);
      const course = pick(courses, below);
      const file = {
        format: 'coursewright-progress' as const,
        version: 1 as const,
        course: course.id,
        title: course.title,
        exported: '2026-11-22T10:00:00.000Z',
        events: someEvents(course, below, 5),
      };
      const packed: unknown = JSON.parse(JSON.stringify(spoil(compact(file), below)));
      const restored = restore(packed);
      const read: Import | { type: string } = parseImport(restored, course.id);
      if ('type' in read) return;
      taken += read.events.length;
      use(course, read.events, seed);
    });
    expect(taken).toBeGreaterThan(0);
  });

  it('brings drafts that are read as far as they are any', async () => {
    await forSeeds(runs(1000), (seed) => {
      const below = chance(seed);
      const value: unknown = below(3) === 0 ? poison(below) : spoil(draft, below);
      const read = parseDraft(JSON.parse(JSON.stringify(value ?? null)));
      const text = JSON.stringify(read);
      insist(JSON.stringify(parseDraft(JSON.parse(text))) === text, 'a draft reads again as it is');
    });
  });
});

it('names that all objects have are ordinary in what is read', () => {
  const fields = own([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  const stamp = { device: 'a', n: 1, at: 0 };
  const answered = {
    ...stamp,
    type: 'answered',
    item: 'constructor',
    question: '__proto__#toString',
    credit: 1,
    response: { type: 'fields', fields },
  };
  const event = parseEvent(JSON.parse(JSON.stringify(answered)));
  expect(
    event?.type === 'answered' && event.response.type === 'fields' && Object.keys(event.response.fields),
  ).toEqual(['__proto__', 'constructor']);
  expect(event && Object.getPrototypeOf(event)).toBe(Object.prototype);
});
