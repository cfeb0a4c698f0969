import { describe, expect, it } from 'vitest';
import { besideMark, between, count, duration, percent } from '../../src/model/quantities.ts';

describe('quantities in words', () => {
  it.each([
    [duration(0.2), '1 min'],
    [duration(59.4), '59 min'],
    [duration(60), '1 h'],
    [duration(119), '1 h 59 min'],
    [duration(200), '3 h 15 min'],
    [between(8, 8), '8 min'],
    [between(20, 45), '20 to 45 min'],
    [between(50, 70), '50 min to 1 h 10 min'],
    [between(0, 70), 'up to 1 h 10 min'],
    [between(60, 130), '1 to 2 h'],
    [between(170, 310), '3 to 5 h'],
    [between(155, 310), '2 h 30 min to 5 h'],
    [between(40, 310), '40 min to 5 h'],
    [between(296, 301), '5 h'],
    [between(52, 53), '53 min'],
    [between(0, 0), '1 min'],
    [percent(0.8), '80\u202f%'],
    [percent(0.79999), '79.9\u202f%'],
    [percent(2 / 3), '66.7\u202f%'],
    [percent(1 / 7), '14.3\u202f%'],
    [percent(0.29), '29\u202f%'],
    [percent(1), '100\u202f%'],
    // Never up to what a mark may be.
    [percent(0.7996), '79.9\u202f%'],
    [percent(0.9999), '99.9\u202f%'],
    [percent(besideMark(2 / 3, 0.667)), '66.6\u202f%'],
    [percent(besideMark(2 / 3, 0.6667)), '66.6\u202f%'],
    [percent(besideMark(2 / 3, 0.66)), '66.7\u202f%'],
    [percent(besideMark(2 / 3, 2 / 3)), '66.7\u202f%'],
    [percent(besideMark(2 / 3, undefined)), '66.7\u202f%'],
    [count(1, 'quiz', 'quizzes'), '1 quiz'],
    [count(0, 'quiz', 'quizzes'), '0 quizzes'],
    [count(2, 'point'), '2 points'],
  ])('%s', (found, expected) => {
    expect(found).toBe(expected);
  });
});
