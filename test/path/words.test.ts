import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { describeCondition, describeReason, english, type Reason } from '../../src/path/index.ts';
import { courseOf, module, quiz, section } from './build.ts';

const course = courseOf(
  section('p', { type: 'linear' }, [module('a'), module('b'), module('c'), quiz('q', { pass: 0.8 })]),
  {
    competencies: [{ id: 'k', title: 'Shapes', mastery: 0.8, evidence: 3 }],
    badges: [{ id: 'star', title: 'Star', when: { type: 'all', of: [] } }],
  },
);

/** No-break spaces as plain ones, to be readable. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test.each<[Reason, string]>([
  [{ type: 'earlier', item: 'a' }, 'Finish “A” first.'],
  [{ type: 'earlier', item: 'gone' }, 'Finish “gone” first.'],
  [{ type: 'pass', quiz: 'q', mark: 0.8 }, 'Pass “Q” with 80 %.'],
  [
    { type: 'pass', quiz: 'q', mark: 0.8, best: 0.6, attemptsLeft: 1 },
    'Pass “Q” with 80 %: best so far 60 %, 1 attempt left.',
  ],
  [{ type: 'pass', quiz: 'q', mark: 2 / 3, attemptsLeft: 2 }, 'Pass “Q” with 66.7 %: 2 attempts left.'],
  [{ type: 'pass', quiz: 'q', mark: 0.8, best: 0.7999 }, 'Pass “Q” with 80 %: best so far 79.9 %.'],
  [{ type: 'pass', quiz: 'q', mark: 0.29, best: 0.57 }, 'Pass “Q” with 29 %: best so far 57 %.'],
  [{ type: 'pass', quiz: 'q' }, 'Hand in “Q”.'],
  [{ type: 'review', quiz: 'q', items: ['a'] }, 'Go through “A” again before the next attempt at “Q”.'],
  [
    { type: 'review', quiz: 'q', items: ['a', 'b', 'c'] },
    'Go through “A”, “B” and “C” again before the next attempt at “Q”.',
  ],
  [{ type: 'exhausted', quiz: 'q' }, 'All attempts at “Q” are used, and it was not passed.'],
  [
    { type: 'exhausted', quiz: 'q', policy: 'contact' },
    'All attempts at “Q” are used: ask your instructor to open it again.',
  ],
  [
    { type: 'exhausted', quiz: 'q', policy: 'review' },
    'All attempts at “Q” are used: a review brings new ones.',
  ],
  [{ type: 'branch', branch: 'a' }, 'Finish “A” first: you have begun it.'],
  [{ type: 'not-chosen', section: 'p', chosen: ['a', 'b'] }, 'In “P” you chose “A” and “B”.'],
  [{ type: 'parent', section: 'p' }, '“P” is not open yet.'],
  [
    {
      type: 'requires',
      condition: { type: 'all', of: [] },
      unmet: [
        { type: 'passed', quiz: 'q' },
        { type: 'points', from: 1 },
      ],
    },
    'This opens when you have passed “Q” and you have 1 point.',
  ],
])('%j', (reason, expected) => {
  expect(plain(describeReason(course, reason))).toBe(expected);
});

const done: Condition = { type: 'completed', item: 'a' };
const badge: Condition = { type: 'badge', badge: 'star' };

test.each<[Condition, string]>([
  [done, 'you have finished “A”'],
  [{ type: 'failed', quiz: 'q' }, 'you have handed in “Q” without passing'],
  [{ type: 'score', quiz: 'q', from: 0.5 }, 'your best score in “Q” is at least 50 %'],
  [
    { type: 'score', quiz: 'q', from: 0.5, below: 0.9 },
    'your best score in “Q” is at least 50 % and less than 90 %',
  ],
  [{ type: 'score', quiz: 'q' }, 'you have handed in “Q”'],
  [{ type: 'attempts', quiz: 'q', from: 2 }, 'you have made at least 2 attempts at “Q”'],
  [{ type: 'chosen', option: 'b' }, 'you have chosen “B”'],
  [{ type: 'mastered', competency: 'k' }, 'you have mastered “Shapes”'],
  [badge, 'you have earned the badge “Star”'],
  [{ type: 'badge', badge: 'gone' }, 'you have earned the badge “gone”'],
  [{ type: 'not', of: done }, 'it is not so that you have finished “A”'],
  [
    { type: 'not', of: { type: 'any', of: [done, badge] } },
    'it is not so that (you have finished “A” or you have earned the badge “Star”)',
  ],
  [
    { type: 'all', of: [done, badge, { type: 'points', from: 5 }] },
    'you have finished “A”, you have earned the badge “Star” and you have 5 points',
  ],
  [
    { type: 'all', of: [done, { type: 'any', of: [badge, done] }] },
    'you have finished “A” and (you have earned the badge “Star” or you have finished “A”)',
  ],
  [{ type: 'after', at: Date.UTC(2026, 11, 1, 18) }, 'it is 1 December 2026 at 18:00 UTC or later'],
  [{ type: 'before', at: Date.UTC(2026, 11, 1) }, 'it is before 1 December 2026 at 00:00 UTC'],
])('%j', (condition, expected) => {
  expect(plain(describeCondition(course, condition))).toBe(expected);
});

describe('another language', () => {
  test('brings its own title marks and dates', () => {
    const words = { ...english, title: (title: string) => `«${title}»`, date: () => 'morgen' };
    expect(describeReason(course, { type: 'earlier', item: 'a' }, words)).toBe('Finish «A» first.');
    expect(describeCondition(course, { type: 'before', at: 0 }, words)).toBe('it is before morgen');
  });
});
