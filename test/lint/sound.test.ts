import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const questions = (number: number) =>
  Array.from(
    { length: number },
    (_, i) =>
      `  - id: q${i + 1}\n    prompt: Which flour is strong (${i + 1})?\n    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]\n`,
  ).join('');
const quiz = (title: string, head = '', number = 3) =>
  `title: ${title}\n${head}questions:\n${questions(number)}`;

// Designs that look wrong at first sight and are sound: no finding may trouble their authors.
it.each<[string, string, Record<string, string>]>([
  [
    'a remedial loop that can be taken for ever',
    `pathway:
  type: hurdles
  items:
    - flour
    - test
    - water
`,
    {
      'quizzes/test.yaml': quiz('Test', 'pass: 60%\nattempts: 2\nexhausted: review\nreview: [flour]\n'),
    },
  ],
  [
    'a choice that can be changed, and an end that asks for both options',
    `pathway:
  type: linear
  items:
    - type: dynamic-branching
      id: crafts
      title: Crafts
      choose: 1
      switch: true
      options:
        - { id: by-hand, title: By hand, items: [flour] }
        - { id: by-machine, title: By machine, items: [water] }
    - { item: basics, requires: { completed: flour, any: [{ completed: water }, { chosen: by-machine }] } }
`,
    {},
  ],
  [
    'attempts that run out where the instructor opens the quiz again',
    `pathway:
  type: hurdles
  items: [flour, test, water]
`,
    { 'quizzes/test.yaml': quiz('Test', 'pass: 60%\nattempts: 1\nexhausted: contact\n') },
  ],
  [
    'help for those who failed, before the hurdle that they have to pass',
    `pathway:
  type: linear
  items:
    - test
    - { item: flour, when: { failed: test } }
    - { item: water, requires: { any: [{ passed: test }, { completed: flour }] } }
`,
    { 'quizzes/test.yaml': quiz('Test', 'pass: 60%\nattempts: 1\nexhausted: continue\n') },
  ],
  [
    'an otherwise that is never needed, for caution',
    `pathway:
  type: linear
  items:
    - test
    - type: dynamic-branching
      id: tailored
      title: Made to measure
      route:
        - { when: { score: test, below: 60% }, to: slow }
        - { when: { score: test, from: 60% }, to: fast }
        - { otherwise: slow }
      options:
        - { id: slow, title: Slow, items: [flour] }
        - { id: fast, title: Fast, items: [water] }
`,
    { 'quizzes/test.yaml': quiz('Test') },
  ],
  [
    'a gap in a route that no score falls into',
    `pathway:
  type: linear
  items:
    - test
    - type: dynamic-branching
      id: tailored
      title: Made to measure
      route:
        - { when: { score: test, below: 60% }, to: slow }
        - { when: { score: test, from: 65% }, to: fast }
      options:
        - { id: slow, title: Slow, items: [flour] }
        - { id: fast, title: Fast, items: [water] }
`,
    { 'quizzes/test.yaml': quiz('Test') },
  ],
  [
    'a bonus that closes on a date, and that nothing waits for',
    `pathway:
  type: linear
  items:
    - flour
    - { item: water, optional: true, requires: { before: 2027-03-01 } }
    - basics
`,
    {},
  ],
  [
    'a required module that vanishes on a date: hidden, it is not required',
    `pathway:
  type: linear
  items:
    - flour
    - { item: water, when: { before: 2027-03-01 } }
    - basics
`,
    {},
  ],
  [
    'a certificate for one option, meant and said',
    `certificate:
  title: Baker by hand
  when: { chosen: by-hand, completed: flour }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: by-hand, title: By hand, items: [flour] }
    - { id: by-machine, title: By machine, items: [water] }
`,
    {},
  ],
  [
    'a hurdle with few attempts that the course does not wait for',
    `pathway:
  type: linear
  items:
    - flour
    - { item: test, optional: true }
    - water
`,
    { 'quizzes/test.yaml': quiz('Test', 'pass: 60%\nattempts: 1\n') },
  ],
])('%s', async (_, course, files) => {
  expect(await diagnose(completeCourse({ 'course.yaml': course, ...files }))).toEqual([]);
});
