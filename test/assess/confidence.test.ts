import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCES, confidentMark, confidentMarks, confidentScore } from '../../src/assess/confidence.ts';

const questions = [
  { key: 'q#a', points: 1 },
  { key: 'q#b', points: 2 },
  { key: 'q#poll', points: 0 },
];

describe('a mark under confidence', () => {
  it.each([
    [1, 1, 1 / 3],
    [1, 2, 2 / 3],
    [1, 3, 1],
    [0, 1, 0],
    [0, 2, -2 / 3],
    [0, 3, -2],
    [0.5, 1, 1 / 6],
    [0.5, 2, 0],
    [0.5, 3, -0.5],
  ] as const)('is for credit %d and confidence %d: %d', (credit, confidence, mark) => {
    expect(confidentMark(credit, confidence)).toBeCloseTo(mark, 12);
  });

  it.each([
    ['a right answer is worth less, and never loses', 1, 2, 0.75, 0.5],
    ['a right guess', 1, 1, 0.75, 0.25],
    ['nothing is left', 1, 3, 0, 0],
    ['what is lost by being wrong stays so', 0, 3, 0.75, -2],
    ['partly right and sure', 0.5, 3, 0.75, -0.5],
  ] as const)('after paid hints: %s', (_, credit, confidence, left, mark) => {
    expect(confidentMark(credit, confidence, left)).toBeCloseTo(mark, 12);
  });

  it('pays best for saying what one thinks: guess below 2/3, sure above 4/5', () => {
    const expected = (chance: number, confidence: 1 | 2 | 3) =>
      chance * confidentMark(1, confidence) + (1 - chance) * confidentMark(0, confidence);
    const best = (chance: number) =>
      [...CONFIDENCES].sort((a, b) => expected(chance, b) - expected(chance, a))[0];
    expect([0, 0.3, 0.66, 0.67, 0.79, 0.81, 1].map(best)).toEqual([1, 1, 1, 2, 2, 3, 3]);
  });

  it('grows with the credit, and is one of those that are told to the proof', () => {
    const credits = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(credits, credits, fc.constantFrom(...CONFIDENCES), (a, b, confidence) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(confidentMark(low, confidence)).toBeLessThanOrEqual(confidentMark(high, confidence));
        expect(confidentMarks(a)).toContain(confidentMark(a, confidence));
        // A right answer of whose points hints have left so much: its credit is what is left.
        expect(confidentMarks(a)).toContain(confidentMark(1, confidence, a));
        expect(confidentMarks(a)).toEqual(confidentMarks(a).toSorted((x, y) => x - y));
      }),
    );
  });
});

describe('the score of an attempt under confidence', () => {
  it.each([
    ['all right and sure', { 'q#a': 1, 'q#b': 1 }, { 'q#a': 3, 'q#b': 3 }, 3],
    ['all right and guessed', { 'q#a': 1, 'q#b': 1 }, { 'q#a': 1, 'q#b': 1 }, 1],
    ['right and sure, wrong and sure: not below 0', { 'q#a': 1, 'q#b': 0 }, { 'q#a': 3, 'q#b': 3 }, 0],
    ['wrong and fairly sure, right and sure', { 'q#a': 0, 'q#b': 1 }, { 'q#a': 2, 'q#b': 3 }, 2 - 2 / 3],
    ['one left out', { 'q#b': 1 }, { 'q#b': 3 }, 2],
    ['without a confidence, a guess', { 'q#a': 0, 'q#b': 1 }, {}, 2 / 3],
    ['an answer that is not graded', { 'q#poll': 1 }, { 'q#poll': 3 }, 0],
    ['nothing', {}, {}, 0],
  ] as const)('%s', (_, credits, confidences, earned) => {
    const score = confidentScore(questions, credits, confidences);
    expect(score.possible).toBe(3);
    expect(score.earned).toBeCloseTo(earned, 12);
  });

  it('takes the price of hints off what is earned, not off being right', () => {
    const credits = { 'q#a': 1, 'q#b': 0 };
    const left = { 'q#a': 0.5, 'q#b': 0.5 };
    expect(confidentScore(questions, credits, { 'q#a': 3, 'q#b': 1 }, left).earned).toBeCloseTo(0.5, 12);
    expect(confidentScore(questions, credits, { 'q#a': 3, 'q#b': 2 }, left).earned).toBe(0);
  });
});
