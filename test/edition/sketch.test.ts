import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isSketch, likeness, sketch } from '../../src/edition/sketch.ts';

const of = (a: string, b: string): number => likeness(sketch(a) ?? '', sketch(b) ?? '');

describe('the likeness of two texts', () => {
  const question = 'Which of these is asynchronous? A recorded lecture. A live webinar. A phone call.';
  test.each([
    ['the same', question, 1, 1],
    [
      'letter case and punctuation',
      'which of these is ASYNCHRONOUS – a recorded lecture, a live webinar, a phone call',
      1,
      1,
    ],
    ['a slip of the pen mended', question.replace('webinar', 'webniar'), 0.7, 0.99],
    ['an option more', `${question} A forum.`, 0.75, 0.99],
    [
      'said anew',
      'Which one of the following is asynchronous? A lecture on video. A live webinar. A phone call.',
      0.35,
      0.85,
    ],
    [
      'something else',
      'How many megabytes does a minute of video take at this resolution? Ten. A hundred.',
      0,
      0.2,
    ],
  ])('%s', (_, other, least, most) => {
    expect(of(question, other)).toBeGreaterThanOrEqual(least);
    expect(of(question, other)).toBeLessThanOrEqual(most);
  });

  it('has sketches of texts with letters or digits only, however short', () => {
    expect(sketch('')).toBeUndefined();
    expect(sketch('…!')).toBeUndefined();
    expect(sketch('a')).toSatisfy(isSketch);
    expect(of('2 + 2', '2 + 3')).toBeLessThan(1);
    expect(of('非同期', '非同期')).toBe(1);
  });

  it('is the same in both directions, from 0 to 1, and 1 for a text and itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (a, b) => {
        const [one, other] = [sketch(a), sketch(b)];
        if (one === undefined || other === undefined) return;
        expect(isSketch(one)).toBe(true);
        expect(likeness(one, one)).toBe(1);
        expect(likeness(one, other)).toBe(likeness(other, one));
      }),
    );
  });
});
