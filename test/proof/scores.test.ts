import { describe, expect, test } from 'vitest';
import type { Quiz } from '../../src/model/course.ts';
import { bestOutcome, outcomeOfEach, possibleShares } from '../../src/proof/scores.ts';
import { question } from '../path/build.ts';

type Questions = Pick<Quiz, 'questions' | 'draws' | 'settings'>;

const many = (count: number, outcomes: (i: number) => readonly number[]) =>
  Array.from({ length: count }, (_, i) => question(`q#${i}`, { outcomes: outcomes(i) }));
const draw = (count: number, from: number, to: number) => ({ count, points: 1, from, to, before: 0 });
/** What hints leave of twelve outcomes: other ones for each question. */
const withHints = (i: number) =>
  [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((credit) => credit * (1 - (i % 60) / 100));

describe('the scores of an attempt', () => {
  test.each<[string, Questions, number[]]>([
    ['three questions', { questions: many(3, () => [0, 1]) }, [0, 1 / 3, 2 / 3, 1]],
    ['two of three', { questions: many(3, () => [0, 1]), draws: [draw(2, 0, 3)] }, [0, 0.5, 1]],
    [
      'one that is always asked, and one of two that earn other shares',
      { questions: many(3, (i) => (i === 2 ? [0, 0.5] : [0, 1])), draws: [draw(1, 1, 3)] },
      [0, 0.25, 0.5, 0.75, 1],
    ],
    [
      'marks for confidence, never below nothing',
      { questions: many(1, () => [0, 1]), settings: { confidence: true } },
      [0, 1 / 3, 2 / 3, 1],
    ],
    ['no questions', { questions: [] }, []],
  ])('%s', (_, quiz, shares) => {
    const found = [...possibleShares(quiz)].sort((a, b) => a - b);
    expect(found.map((share) => share.toFixed(6))).toEqual(shares.map((share) => share.toFixed(6)));
  });

  // Many more than are told apart.
  test.each<[string, Questions]>([
    ['5,000 questions', { questions: many(5000, () => [0, 1]) }],
    ['500 with hints', { questions: many(500, (i) => (i === 0 ? [0, 1] : [...withHints(i), 1])) }],
    [
      '40 of 500 with hints',
      {
        questions: many(500, (i) => [...withHints(i), 1]),
        draws: [0, 1, 2, 3].map((i) => draw(10, 125 * i, 125 * (i + 1))),
      },
    ],
    ['60 with confidence', { questions: many(60, () => [0, 1]), settings: { confidence: true } }],
  ])('of %s reach from nothing to full marks, without a gap', (_, quiz) => {
    const shares = [...possibleShares(quiz)].sort((a, b) => a - b);
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    const gaps = shares.slice(1).map((share, i) => share - (shares[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(0.02);
    expect(bestOutcome(quiz).share).toBeCloseTo(1);
    const [low, high] = outcomeOfEach(quiz, (share) => (share >= 0.8 ? 1 : 0));
    expect(low?.share).toBeLessThan(0.8);
    expect(high?.share).toBe(1);
  });
});
