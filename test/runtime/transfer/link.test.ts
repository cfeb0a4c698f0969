import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/model/events.ts';
import { parseEvent } from '../../../src/model/parse-event.ts';
import type { ProgressFile } from '../../../src/runtime/progress-file.ts';
import { compact, restore } from '../../../src/runtime/transfer/compact.ts';
import { fromHash, isProgress, toHash, withoutProgress } from '../../../src/runtime/transfer/link.ts';
import { parseImport, readLink } from '../../../src/runtime/transfer/transfer.ts';

const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 100);

const id = fc.constantFrom('welcome', 'film', 'ä/ö', '__proto__', 'constructor', 'toString');
const key = id.map((item) => `${item}#q`);
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
const response = fc.oneof(
  fc.record({ type: fc.constant('single'), option: text }),
  fc.record({ type: fc.constant('multiple'), options: fc.array(text, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('text'), text }),
  fc.record({ type: fc.constant('fields'), fields: fc.dictionary(id, text, { maxKeys: 3 }) }),
);
const fact = fc.oneof(
  fc.record({ type: fc.constantFrom('opened', 'viewed', 'marked', 'done'), item: id }),
  fc.record(
    {
      type: fc.constant('answered'),
      item: id,
      question: key,
      credit: fc.constantFrom(0, 0.5, 1),
      response,
      attempt: fc.integer({ min: 1, max: 5 }),
      hints: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['type', 'item', 'question', 'credit', 'response'] },
  ),
  fc.record({
    type: fc.constant('submitted'),
    item: id,
    attempt: fc.integer({ min: 1, max: 5 }),
    earned: fc.constantFrom(0, 1, 2),
    possible: fc.constant(2),
    credits: fc.dictionary(key, fc.constantFrom(0, 1), { maxKeys: 3 }),
  }),
  fc.record({ type: fc.constant('finished') }),
);
const event = fc
  .tuple(fact, fc.constantFrom('abc-1', 'abc-2', 'xyz-9'), fc.nat(), fc.integer({ min: -1e12, max: 2e12 }))
  .map(([found, device, n, at]) => parseEvent({ ...found, device, n, at }))
  .filter((found) => found !== undefined);

function fileOf(events: readonly Event[], rest: Partial<ProgressFile> = {}): ProgressFile {
  return {
    format: 'coursewright-progress',
    version: 1,
    course: 'bread',
    title: 'Bread',
    exported: '2026-11-22T10:00:00.000Z',
    events,
    ...rest,
  };
}

const full = fileOf(
  Array.from({ length: 30 }, (_, n) => ({
    type: 'answered' as const,
    item: 'flour',
    question: `flour#q${n % 4}`,
    credit: n % 2,
    response: { type: 'single' as const, option: `o${n % 3}` },
    device: `abc-${n % 3}`,
    n,
    at: 1_700_000_000_000 + n * 12_345,
  })),
  {
    learner: 'Zoë <b>Ω</b> 💡',
    drafts: { 'draft:check#q:1': { response: { type: 'text', text: 'half a thou' }, hints: 1 } },
    times: { 'time:check:1': { until: 1_700_000_900_000, all: 900_000 } },
  },
);

describe('progress in a link', () => {
  it('comes back whole, as letters and as digits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const file = fileOf(events);
        const { text, digits } = await toHash(file);
        expect(text).toMatch(/^#progress=[\w-]+$/);
        expect(digits).toMatch(/^#progress=\.\d+$/);
        for (const hash of [text, digits]) {
          const read = parseImport(await fromHash(hash), 'bread');
          expect(read).toMatchObject({
            events: file.events,
            skipped: 0,
            exported: Date.parse(file.exported),
          });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('carries the name, what is under way, and times that were extended', async () => {
    const { text } = await toHash(full);
    expect(await fromHash(text)).toEqual({ ...full, title: '' });
    expect(await readLink(text, 'bread')).toEqual({
      events: full.events,
      entries: full.events,
      skipped: 0,
      learner: full.learner,
      exported: Date.parse(full.exported),
      underWay: {
        drafts: new Map(Object.entries(full.drafts ?? {})),
        times: new Map(Object.entries(full.times ?? {})),
      },
    });
  });

  it('needs fewer than 20 characters for an answer like the last ones', async () => {
    const { text } = await toHash(full);
    expect(text.length).toBeLessThan(30 * 20 + 400);
  });

  it('is refused as damaged wherever it is cut off, and never read otherwise than it was whichever letter was changed', async () => {
    const { text, digits } = await toHash(full);
    const whole = await readLink(text, 'bread');
    for (const hash of [text, digits]) {
      for (let length = '#progress='.length; length < hash.length; length++)
        expect(await readLink(hash.slice(0, length), 'bread'), `${length} of ${hash.length}`).toEqual({
          type: 'link',
        });
      for (let at = '#progress='.length + 1; at < hash.length - 1; at++) {
        const other = hash[at] === '1' ? '2' : '1';
        // Some bits of a deflated block mean nothing.
        const read = await readLink(hash.slice(0, at) + other + hash.slice(at + 1), 'bread');
        expect([{ type: 'link' }, whole], `letter ${at}`).toContainEqual(read);
      }
    }
  });

  it('is read wherever programs put it, and with what they do to it', async () => {
    const { text } = await toHash(full);
    const whole = { ...full, title: '' };
    expect(await fromHash(`#/progress${text}`)).toEqual(whole);
    expect(await fromHash(`#/progress#${encodeURIComponent(text.slice(1))}`)).toEqual(whole);
    expect(await fromHash(`${text}%20`)).toEqual(whole);
    expect(isProgress('#learners')).toBe(false);
    expect(withoutProgress(`https://a.example/b/progress.html${text}`)).toBe(
      'https://a.example/b/progress.html',
    );
    expect(withoutProgress(`file:///c.html#/progress#${encodeURIComponent(text.slice(1))}`)).toBe(
      'file:///c.html#/progress',
    );
  });

  it('of another course, or of a newer version, says so', async () => {
    const { text } = await toHash(full);
    expect(await readLink(text, 'tea')).toEqual({ type: 'course', course: 'bread' });
    expect(parseImport(restore([2]), 'bread')).toEqual({ type: 'version' });
  });

  it.each([
    ['nothing', ''],
    ['no base64', '####'],
    ['an empty deflate', 'AwA'],
    ['digits that are no bytes', '.123'],
    ['a text after the point', '.1x'],
  ])('that holds %s is damaged', async (_, rest) => {
    expect(await readLink(`#progress=${rest}`, 'bread')).toEqual({ type: 'link' });
  });

  it.each([
    ['entries without fields', [1, 0, {}, ['a'], ['opened'], [0, 1, 1, 0, 'x']]],
    ['a day that is none', [1, 1e300, {}, [], [], []]],
    ['lists that are none', [1, 0, {}, {}, {}, {}]],
    [
      'too many fields',
      [
        1,
        0,
        {},
        ['a'],
        ['o'],
        [0, 1, 1, 0, Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i, i]))],
      ],
    ],
    [
      'more than it seems to',
      [
        1,
        0,
        {},
        ['a'],
        ['o'],
        [
          0,
          1,
          1,
          0,
          { big: 'x'.repeat(10_000) },
          ...Array.from({ length: 5000 }, () => [0, 1, 1, 0, 0]),
        ].flat(),
      ],
    ],
  ])('with %s is none that this program made', (_, data) => {
    expect(restore(data)).toBeUndefined();
  });

  it('gives no object a foreign prototype', () => {
    const hostile: unknown = JSON.parse(
      '[1,0,{"__proto__":{"x":1}},["a"],["opened"],[0,1,1,0,{"__proto__":{"polluted":1},"item":"i"}]]',
    );
    const read = parseImport(restore(hostile), 'bread');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(read).toEqual({ type: 'format' });
  });

  it('leaves nothing of a file out but the title', () => {
    expect(restore(JSON.parse(JSON.stringify(compact(full))))).toEqual({ ...full, title: '' });
  });
});
