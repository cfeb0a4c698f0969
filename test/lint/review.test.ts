import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const quiz = (more: string) => `title: Test
pass: 80%
${more}
questions:
  - { id: q1, prompt: Which flour is strong?, options: [{ text: Bread flour, correct: true }, { text: Cake flour }] }
`;

const CHOICE = (more: string) => `type: hurdles
  items:
    - type: dynamic-branching
      id: way
      title: Way
      ${more}
      options:
        - { id: one, title: One, items: [flour] }
        - { id: two, title: Two, items: [water, test] }`;

it.each<[string, string, string, boolean]>([
  ['what comes before', 'type: hurdles\n  items: [flour, test, water]', 'review: [flour]', false],
  ['what comes after', 'type: hurdles\n  items: [flour, test, water]', 'review: [water]', true],
  [
    'what comes after an optional quiz',
    'type: hurdles\n  items: [flour, { item: test, optional: true }, water]',
    'review: [water]',
    false,
  ],
  [
    'what comes after a quiz that holds nobody back',
    'type: linear\n  items: [flour, test, water]',
    'review: [water]',
    false,
  ],
  [
    'what comes after, and one attempt is all',
    'type: hurdles\n  items: [flour, test, water]',
    'attempts: 1\nexhausted: continue\nreview: [water]',
    false,
  ],
  ['the quiz itself', 'type: hurdles\n  items: [flour, test, water]', 'review: [test]', true],
  [
    'what appears for who passed',
    'type: hurdles\n  items: [flour, { item: water, when: { passed: test } }, test]',
    'review: [water]',
    true,
  ],
  [
    'what appears for who failed',
    'type: hurdles\n  items: [flour, { item: water, when: { failed: test } }, test]',
    'review: [water]',
    false,
  ],
  [
    'what appears below the pass mark',
    'type: hurdles\n  items: [flour, { item: water, when: { score: test, below: 80% } }, test]',
    'review: [water]',
    false,
  ],
  [
    'what appears far below the pass mark',
    'type: hurdles\n  items: [flour, { item: water, when: { score: test, below: 40% } }, test]',
    'review: [water]',
    true,
  ],
  [
    'what opens after something that is open',
    'type: random-access\n  items: [flour, { item: water, requires: { completed: flour } }, test]',
    'review: [water]',
    false,
  ],
  [
    'what shares its condition',
    'type: random-access\n  items: [flour, { item: water, when: { completed: flour } }, { item: test, when: { completed: flour } }]',
    'review: [water]',
    false,
  ],
  ['an option beside that of the quiz', CHOICE('choose: 1'), 'review: [flour]', true],
  ['an option where all are taken', CHOICE('choose: 2'), 'review: [flour]', false],
  ['an option where learners may switch', CHOICE('choose: 1\n      switch: true'), 'review: [flour]', false],
  ['the same option', CHOICE('choose: 1'), 'review: [water]', false],
])('review of %s', async (_, pathway, review, isFound) => {
  const course = completeCourse({
    'course.yaml': `pathway:\n  ${pathway}\n`,
    'quizzes/test.yaml': quiz(review),
  });
  const rules = (await diagnose(course)).map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === 'quiz/review-closed')).toHaveLength(isFound ? 1 : 0);
});

const BRANCHES = `pathway:
  type: static-branching
  branches:
    - { id: one, title: One, items: [flour] }
    - { id: two, title: Two, items: [water, test] }
`;

it('a branch beside that of the quiz is closed meanwhile', async () => {
  const course = completeCourse({ 'course.yaml': BRANCHES, 'quizzes/test.yaml': quiz('review: [flour]') });
  expect((await diagnose(course)).map(({ rule }) => rule)).toEqual(['quiz/review-closed']);
});
