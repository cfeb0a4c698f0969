import { describe, expect, it } from 'vitest';
import { describe as inWords } from '../../src/lint/describe.ts';
import { lintAndProve } from '../../src/lint/run.ts';
import { type CourseFolder, completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose, loadCourse } from '../fixtures/harness/load.ts';

const question = (id: string, more = '') =>
  `  - { id: ${id}, prompt: Which?, options: [{ text: A, correct: true }, { text: B }]${more} }\n`;
const quiz = (head: string) =>
  `title: Test\n${head}\nquestions:\n${['q1', 'q2', 'q3'].map((id) => question(id)).join('')}`;

const end = (complete: string) => `complete: ${complete}
pathway:
  type: linear
  items:
    - flour
    - { type: hurdles, id: end, title: End, when: { before: 2027-06-01 }, items: [basics] }
`;
const last = (complete: string, head: string) => ({
  'course.yaml': `complete: ${complete}\npathway:\n  type: hurdles\n  items: [flour, water, test]\n`,
  'quizzes/test.yaml': quiz(head),
});
const badge = (from: string) => ({
  'course.yaml': `badges:
  ace: { title: Ace, when: { score: test, from: ${from} } }
pathway:
  type: hurdles
  items: [flour, test, { item: water, requires: { badge: ace } }]
`,
  'quizzes/test.yaml': quiz('pass: 60%\nattempts: 3\nexhausted: review\nreview: [flour]'),
});
const route = (rules: readonly string[], first = 'test', options = ['a', 'b']) => ({
  'course.yaml': `pathway:
  type: hurdles
  items:
    - ${first}
    - type: dynamic-branching
      id: level
      title: Level
      route:
${rules.map((rule) => `        - ${rule}\n`).join('')}      options:
        - { id: a, title: A, items: [flour] }
${options.includes('b') ? '        - { id: b, title: B, items: [water] }\n' : ''}`,
  'quizzes/test.yaml': quiz('pass: 60%'),
});
const HIGH = '{ when: { score: test, from: 90% }, to: a }';
const LOW = '{ when: { score: test, below: 60% }, to: b }';

/** What is wrong, the rule that says so, words of its help, and the course after that was done: nothing is wrong then. */
describe('doing what a finding advises mends the course', () => {
  it.each<[string, CourseFolder, string, string, CourseFolder]>([
    [
      'an end that is hidden from a date on',
      { 'course.yaml': end('{ passed: basics }') },
      'path/needs-hidden',
      'Ask for `completed: pathway` instead',
      { 'course.yaml': end('{ completed: pathway }') },
    ],
    [
      'a limited last quiz: review',
      last('{ passed: test }', 'pass: 60%\nattempts: 2'),
      'path/trap',
      '`exhausted: review` with `review: [ID]`',
      last('{ passed: test }', 'pass: 60%\nattempts: 2\nexhausted: review\nreview: [flour]'),
    ],
    [
      'a limited last quiz: finish without passing',
      last('{ passed: test }', 'pass: 60%\nattempts: 2'),
      'path/trap',
      'ask for `completed: test`, and give it `exhausted: continue`',
      last('{ completed: test }', 'pass: 60%\nattempts: 2\nexhausted: continue'),
    ],
    [
      'a limited last quiz after which learners go on',
      last('{ passed: test }', 'pass: 60%\nattempts: 1\nexhausted: continue'),
      'path/trap',
      'ask for `completed: test`, which `exhausted: continue` gives them',
      last('{ completed: test }', 'pass: 60%\nattempts: 1\nexhausted: continue'),
    ],
    [
      'a page behind a badge for more than the pass mark',
      badge('90%'),
      'path/trap',
      'Lower `from` to 60\u202f%, the pass mark of `test` (`exhausted: review` gives new attempts only to those who have not passed)',
      badge('60%'),
    ],
    [
      'a rule for a result that no hurdle lets by',
      route([HIGH, LOW, '{ otherwise: b }']),
      'path/dead-route',
      'remove this rule.',
      route([HIGH, '{ otherwise: b }']),
    ],
    [
      'a gap, and an option that no rule names',
      route([HIGH]),
      'path/route-gap',
      '`- { otherwise: b }`',
      route([HIGH, '{ otherwise: b }']),
    ],
    [
      'a gap, and a rule that holds for nobody',
      route([HIGH, LOW]),
      'path/route-gap',
      '`- { otherwise: OPTION }`',
      route([HIGH, '{ otherwise: b }']),
    ],
  ])('%s', async (_, files, rule, help, mended) => {
    const found = await diagnose(completeCourse(files));
    expect(found.map((each) => each.rule)).toEqual([rule]);
    expect(found[0]?.help).toContain(help);
    expect(await diagnose(completeCourse(mended))).toEqual([]);
  });
});

describe('one slip is one finding, which shows the other places', () => {
  it.each<[string, CourseFolder, readonly string[]]>([
    [
      'who waits for a badge, and the limit',
      badge('90%'),
      ['the condition `requires` of `water` waits for the badge `ace`', 'the limit of attempts'],
    ],
    [
      'a rule that holds for nobody beside a gap',
      route([HIGH, LOW]),
      ['this rule sends nobody on: whoever gets there has passed `test` with at least 60\u202f%'],
    ],
    ['an option that no rule names beside a gap', route([HIGH]), ['no rule names `b`']],
    [
      'a competency that is missing',
      {
        'course.yaml': 'pathway:\n  type: linear\n  items: [flour, test, water]\n',
        'quizzes/test.yaml': `title: Test\nquestions:\n${['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((id) => question(id, ', competency: rye')).join('')}`,
      },
      ['here too', 'here too', 'here too, and in 2 more places'],
    ],
  ])('%s', async (_, files, places) => {
    const found = await diagnose(completeCourse(files));
    expect(found).toHaveLength(1);
    expect(found[0]?.related.map(({ message }) => message)).toEqual(places);
  });

  it('but each misspelt competency is to be mended by itself', async () => {
    const found = await diagnose(
      completeCourse({
        'course.yaml':
          'competencies:\n  dough: { title: Dough, evidence: 1 }\npathway:\n  type: linear\n  items: [flour, test, water]\n',
        'quizzes/test.yaml': `title: Test\nquestions:\n${['q1', 'q2'].map((id) => question(id, ', competency: duogh')).join('')}${question('q3', ', competency: dough')}`,
      }),
    );
    expect(found.map(({ rule, help }) => [rule, help !== undefined])).toEqual([
      ['reference/unknown', true],
      ['reference/unknown', true],
    ]);
  });

  it('a rule only for learners who are caught in a trap before it follows from the trap', async () => {
    const files = {
      'course.yaml': `badges:
  ace: { title: Ace, when: { score: test, from: 90% } }
pathway:
  type: hurdles
  items:
    - test
    - { item: salt, requires: { badge: ace } }
    - type: dynamic-branching
      id: level
      title: Level
      route: [{ when: { score: test, from: 90% }, to: a }, { otherwise: b }]
      options: [{ id: a, title: A, items: [flour] }, { id: b, title: B, items: [water] }]
`,
      'modules/salt.md': 'Salt.\n',
      'quizzes/test.yaml': quiz('pass: 60%\nattempts: 3\nexhausted: continue'),
    };
    const found = await diagnose(completeCourse(files));
    expect(found.map(({ rule, start }) => [rule, start.line])).toEqual([['path/trap', expect.any(Number)]]);
    const mended = {
      ...files,
      'course.yaml': files['course.yaml'].replace('salt,', 'salt, optional: true,'),
    };
    expect(await diagnose(completeCourse(mended))).toEqual([]);
  });
});

describe('what happens at a gap', () => {
  it('learners go on without the section', async () => {
    const [found] = await diagnose(completeCourse(route([HIGH, LOW])));
    expect(found?.message).toContain('it stays empty and hidden, and they go on without it.');
  });

  it('unless something asks for the section', async () => {
    const files = route([HIGH, LOW]);
    const [found] = await diagnose(
      completeCourse({
        ...files,
        'course.yaml': `complete: { completed: level }\n${files['course.yaml']}`,
        'quizzes/test.yaml': quiz('pass: 60%\nattempts: 1\nexhausted: continue').replace('pass', 'pass'),
      }),
    );
    expect(found?.message).toContain('they can never finish');
  });
});

describe('a deadline', () => {
  const course = {
    'course.yaml':
      'pathway:\n  type: linear\n  items: [flour, { item: water, requires: { before: 2026-01-15 } }]\n',
  };
  it.each([
    ['to come', Date.UTC(2025, 11, 1), 'ends on 15 January 2026 for good', 'Waits until 15 January 2026.'],
    [
      'that has passed',
      Date.UTC(2026, 1, 1),
      'ended on 15 January 2026, which has passed',
      'Comes after 15 January 2026, which has passed.',
    ],
    ['without a clock', undefined, 'ends on 15 January 2026 for good', 'Waits until 15 January 2026.'],
  ])('%s: the words differ, what is found does not', async (_, now, words, step) => {
    const loaded = await loadCourse(completeCourse(course));
    const found = inWords(lintAndProve(loaded, undefined, now).findings, loaded.texts);
    expect(found.map(({ rule }) => rule)).toEqual(['path/trap']);
    expect(found[0]?.message).toContain(words);
    expect(found[0]?.witness).toContain(step);
  });
});

it('blames the route where a section that is asked for is empty for some, however deep the gap lies', async () => {
  const found = await diagnose(
    completeCourse({
      'course.yaml': `complete: { completed: outer }
pathway:
  type: linear
  items:
    - test
    - type: linear
      id: outer
      title: Outer
      items:
        - type: dynamic-branching
          id: level
          title: Level
          route: [{ when: { score: test, from: 90% }, to: a }, { when: { score: test, below: 40% }, to: b }]
          options: [{ id: a, title: A, items: [flour] }, { id: b, title: B, items: [water] }]
`,
      'quizzes/test.yaml': quiz('pass: 60%\nattempts: 1\nexhausted: continue'),
    }),
  );
  expect(found.map(({ rule, message }) => [rule, message.includes('they can never finish')])).toEqual([
    ['path/route-gap', true],
  ]);
});
