import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const course = (when: string) => `pathway:
  type: linear
  items:
    - basics
    - flour
    - type: dynamic-branching
      id: way
      title: Way
      choose: 1
      options:
        - { id: one, title: One, items: [a] }
        - { id: two, title: Two, items: [b] }
    - { item: water, when: { ${when} } }
`;

const ADVICE: Readonly<Record<string, string>> = {
  'after: 2027-01-01, before: 2026-01-01': 'Swap the dates',
  'all: [{ completed: flour }, { not: { completed: flour } }]': 'Remove one of the two',
  'all: [{ passed: basics }, { failed: basics }]': '`attempts: basics` with `from: 2`',
  'points: { from: 100000 }': 'Ask for 60 at most',
  'attempts: basics, from: 5': 'Ask for 2 at most',
  'all: [{ chosen: one }, { chosen: two }]': '`choose: 2` or `switch: true`',
  'score: basics, from: 30%, below: 60%': 'more questions',
  'all: [{ score: basics, from: 80% }, { score: basics, below: 50% }]': 'Lower `from` or raise `below`',
};

it.each<[string, number]>([
  ['after: 2027-01-01, before: 2026-01-01', 1],
  ['after: 2026-01-01, before: 2027-01-01', 0],
  ['all: [{ completed: flour }, { not: { completed: flour } }]', 1],
  ['any: [{ completed: flour }, { not: { completed: flour } }]', 0],
  ['all: [{ passed: basics }, { failed: basics }]', 1],
  ['not: { all: [{ passed: basics }, { failed: basics }] }', 0],
  ['points: { from: 100000 }', 1],
  ['points: { from: 1 }', 0],
  ['attempts: basics, from: 5', 1],
  ['attempts: basics, from: 2', 0],
  ['all: [{ chosen: one }, { chosen: two }]', 1],
  ['any: [{ chosen: one }, { chosen: two }]', 0],
  ['score: basics, from: 30%, below: 60%', 1],
  ['score: basics, from: 30%', 0],
  ['all: [{ score: basics, from: 80% }, { score: basics, below: 50% }]', 1],
])('%s: %i impossible', async (when, expected) => {
  const files = completeCourse({
    'course.yaml': course(when),
    'modules/a.md': 'Rye.\n',
    'modules/b.md': 'Wheat.\n',
    'quizzes/basics.yaml': `title: Basics
pass: 80%
attempts: 2
exhausted: continue
questions:
  - { id: q1, prompt: Which flour is strong?, options: [{ text: Bread flour, correct: true }, { text: Cake flour }] }
`,
  });
  const found = await diagnose(files);
  expect(found.map(({ rule }) => rule)).toEqual(
    Array.from({ length: expected }, () => 'condition/impossible'),
  );
  // The advice is about this condition.
  if (expected > 0) expect(found[0]?.help).toContain(ADVICE[when]);
});
