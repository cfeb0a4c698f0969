import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src/model/events.ts';
import { parseEvent } from '../../src/model/parse-event.ts';

const stamp = { device: 'a-B_1', n: 3, at: 5 };
const good: Event[] = [
  { ...stamp, type: 'opened', item: 'a/b' },
  { ...stamp, type: 'viewed', item: 'a' },
  { ...stamp, type: 'marked', item: 'a' },
  { ...stamp, type: 'reviewed', item: 'a' },
  { ...stamp, type: 'unlocked', item: 'a' },
  { ...stamp, type: 'media', item: 'a', media: 'assets/v.mp4', from: 0, to: 4.5, duration: 60 },
  {
    ...stamp,
    type: 'answered',
    item: 'a',
    question: 'a#q',
    response: { type: 'single', option: 'x' },
    credit: 0.5,
  },
  {
    ...stamp,
    type: 'answered',
    item: 'a',
    question: 'a#q',
    response: { type: 'multiple', options: [] },
    credit: 0,
    attempt: 2,
  },
  {
    ...stamp,
    type: 'submitted',
    item: 'a',
    attempt: 1,
    earned: 2,
    possible: 3,
    credits: { 'a#q': 1, '__proto__#q': 0 },
  },
  {
    ...stamp,
    type: 'submitted',
    item: 'a',
    attempt: 1,
    earned: 0.75,
    possible: 1,
    credits: { 'a#q': 0.75 },
    right: ['a#q'],
  },
  { ...stamp, type: 'chose', section: 's', option: 'o' },
  { ...stamp, type: 'routed', section: 's', options: ['o', 'p'] },
  { ...stamp, type: 'awarded', badge: 'b' },
  { ...stamp, type: 'finished' },
  { ...stamp, type: 'aliased', profile: 'b_2' },
];

describe('a stored event', () => {
  test.each(good)('$type outlives JSON, and nothing else travels along', (event) => {
    const stored: unknown = JSON.parse(JSON.stringify({ ...event, extra: 1, html: '<script>' }));
    expect(parseEvent(stored)).toEqual(event);
  });

  test('earns no more than there is', () => {
    const hostile = {
      ...stamp,
      type: 'submitted',
      item: 'a',
      attempt: 1,
      earned: 9,
      possible: 2,
      credits: {},
    };
    expect(parseEvent(hostile)).toEqual({ ...hostile, earned: 2 });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['text', 'opened'],
    ['a list', [good[0]]],
    ['no stamp', { type: 'opened', item: 'a' }],
    ['a name with a space', { ...stamp, type: 'aliased', profile: 'a b' }],
    [
      'right keys that are none',
      {
        ...stamp,
        type: 'submitted',
        item: 'a',
        attempt: 1,
        earned: 1,
        possible: 2,
        credits: {},
        right: ['a'],
      },
    ],
    ['no type', { ...stamp, item: 'a' }],
    ['an unknown type', { ...stamp, type: 'deleted', item: 'a' }],
    ['an inherited type', { ...stamp, type: 'constructor', item: 'a' }],
    ['a device with a colon', { ...stamp, device: 'a:1', type: 'finished' }],
    ['a long device', { ...stamp, device: 'a'.repeat(65), type: 'finished' }],
    ['a broken counter', { ...stamp, n: 1.5, type: 'finished' }],
    ['a negative counter', { ...stamp, n: -1, type: 'finished' }],
    ['a counter that leaves no room', { ...stamp, n: Number.MAX_SAFE_INTEGER, type: 'finished' }],
    ['no time', { ...stamp, at: Number.NaN, type: 'finished' }],
    ['an impossible time', { ...stamp, at: 1e17, type: 'finished' }],
    ['no item', { ...stamp, type: 'opened' }],
    ['an empty item', { ...stamp, type: 'opened', item: '' }],
    ['a long item', { ...stamp, type: 'opened', item: 'a'.repeat(121) }],
    [
      'a stretch that runs backwards',
      { ...stamp, type: 'media', item: 'a', media: 'v', from: 5, to: 4, duration: 9 },
    ],
    [
      'a video without length',
      { ...stamp, type: 'media', item: 'a', media: 'v', from: 0, to: 4, duration: 0 },
    ],
    [
      'an endless video',
      { ...stamp, type: 'media', item: 'a', media: 'v', from: 0, to: 4, duration: Infinity },
    ],
    ['too much credit', { ...good[6], credit: 1.1 }],
    ['credit as text', { ...good[6], credit: '1' }],
    ['a response of no type', { ...good[6], response: { option: 'x' } }],
    ['attempt 0', { ...good[7], attempt: 0 }],
    ['credits as a list', { ...good[8], credits: [1] }],
    ['a credit for no question', { ...good[8], credits: { q: 1 } }],
    [
      'too many credits',
      { ...good[8], credits: Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`a#${i}`, 1])) },
    ],
    ['points without end', { ...good[8], possible: Infinity }],
    ['negative points', { ...good[8], earned: -1 }],
    ['options that are no list', { ...stamp, type: 'routed', section: 's', options: { length: 1, 0: 'a' } }],
    ['options that are no ids', { ...stamp, type: 'routed', section: 's', options: [{}] }],
  ])('refuses %s', (_name, value) => {
    expect(parseEvent(value)).toBeUndefined();
  });

  test('no prototype is touched', () => {
    const hostile: unknown = JSON.parse(
      '{"type":"submitted","device":"a","n":1,"at":0,"item":"a","attempt":1,"earned":0,"possible":1,"credits":{"__proto__":{"polluted":1}},"__proto__":{"item":"x"}}',
    );
    expect(parseEvent(hostile)).toBeUndefined();
    expect('polluted' in {}).toBe(false);
    const inherited: unknown = JSON.parse('{"device":"a","n":1,"at":0,"__proto__":{"type":"finished"}}');
    expect(parseEvent(inherited)).toBeUndefined();
  });

  test('anything at all is read or refused, never a crash', () => {
    const broken = fc
      .tuple(fc.constantFrom(...good), fc.string(), fc.jsonValue())
      .map(([event, key, value]) => ({ ...event, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), broken), (value) => {
        const event = parseEvent(value);
        if (event) expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
      }),
      { numRuns: 1000 },
    );
  });
});
