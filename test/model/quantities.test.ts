import { describe, expect, it } from 'vitest';
import { count, duration, percent } from '../../src/model/quantities.ts';

describe('quantities in words', () => {
  it.each([
    [duration(0.2), '1 min'],
    [duration(59.4), '59 min'],
    [duration(60), '1 h'],
    [duration(119), '1 h 59 min'],
    [duration(200), '3 h 15 min'],
    [percent(0.8), '80\u202f%'],
    [percent(0.79999), '79.9\u202f%'],
    [percent(2 / 3), '66.6\u202f%'],
    [count(1, 'quiz', 'quizzes'), '1 quiz'],
    [count(0, 'quiz', 'quizzes'), '0 quizzes'],
    [count(2, 'point'), '2 points'],
  ])('%s', (found, expected) => {
    expect(found).toBe(expected);
  });
});
