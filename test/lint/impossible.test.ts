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
  const rules = (await diagnose(files)).map(({ rule }) => rule);
  expect(rules).toEqual(Array.from({ length: expected }, () => 'condition/impossible'));
});
