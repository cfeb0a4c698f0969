import { describe, expect, it } from 'vitest';
import { describe as inWords } from '../../src/lint/describe.ts';
import { lint } from '../../src/lint/run.ts';
import type { Proof } from '../../src/proof/index.ts';
import { type CourseFolder, completeCourse } from '../fixtures/harness/complete.ts';
import { loadCourse } from '../fixtures/harness/load.ts';

const NOTHING: Proof = { findings: [], unproved: [], contacts: [], states: 1 };

/** What lint says of a course if the prover said this. */
async function found(files: CourseFolder, proof: Partial<Proof>) {
  const loaded = await loadCourse(completeCourse(files));
  let calls = 0;
  const findings = lint(loaded, () => {
    calls++;
    return { ...NOTHING, ...proof };
  });
  return { calls, diagnostics: inWords(findings, loaded.texts) };
}

const PLAIN = { 'course.yaml': 'pathway:\n  type: hurdles\n  items: [flour, basics, water]\n' };
const LONG = {
  'course.yaml': 'pathway:\n  type: linear\n  items: [flour, basics, water, salt, yeast, oven]\n',
  'modules/salt.md': 'Salt.\n',
  'modules/yeast.md': 'Yeast.\n',
  'modules/oven.md': 'Oven.\n',
};

describe('what is not proved', () => {
  it('is a warning at what made the course too big, and says which part was not proved', async () => {
    const { diagnostics } = await found(PLAIN, {
      unproved: [{ claim: 'trap', items: ['basics', 'water'], states: 120_000 }],
    });
    expect(diagnostics).toMatchObject([
      { rule: 'path/not-proved', severity: 'warning', file: 'course.yaml', start: { line: 3, column: 18 } },
    ]);
    expect(diagnostics[0]?.message).toBe(
      'Not proved: whether every learner can finish: too much depends on `basics` and `water` together (given up after 120,000 states). Everything that no such warning names was proved.',
    );
  });

  it('names the conditions that tie most together, and points at the first', async () => {
    const course = `competencies:
  dough: { title: Dough, evidence: 1 }
pathway:
  type: linear
  items:
    - flour
    - basics
    - one
    - { item: water, requires: { mastered: dough } }
    - { item: salt, when: { failed: basics } }
`;
    const question = (id: string) =>
      `title: ${id}\nquestions:\n  - { id: q, prompt: Which?, competency: dough, options: [{ text: A, correct: true }, { text: B, feedback: No. }] }\n`;
    const { diagnostics } = await found(
      {
        'course.yaml': course,
        'modules/salt.md': 'Salt.\n',
        'quizzes/basics.yaml': `pass: 50%\n${question('basics')}`,
        'quizzes/one.yaml': question('one'),
      },
      { unproved: [{ claim: 'trap', items: ['flour', 'basics', 'one'], states: 9 }] },
    );
    expect(diagnostics.map(({ rule, start }) => [rule, start.line])).toEqual([['path/not-proved', 9]]);
    expect(diagnostics[0]?.message).toContain(
      'Too much hangs on each other: the condition `requires` of `water` on `basics` and `one` (given up after 9 states)',
    );
  });

  it('is told once for each thing that makes the course too big', async () => {
    const claim = (item: string) =>
      ({ claim: { type: 'item', item }, items: ['basics'], states: 9 }) as const;
    const { diagnostics } = await found(PLAIN, {
      unproved: ['flour', 'water', 'basics', 'pathway'].map(claim),
    });
    expect(diagnostics.map(({ message }) => message.split(':')[1])).toEqual([
      ' whether any learner can reach `flour`; whether any learner can reach `water`; whether any learner can reach `basics`; and 1 more',
    ]);
  });

  it('can be switched off like any other warning', async () => {
    const course = `pathway:\n  type: hurdles\n  items:\n    - flour\n    # course-disable-next-line path/not-proved: a hundred learners were simulated\n    - basics\n    - water\n`;
    const { diagnostics } = await found(
      { 'course.yaml': course },
      { unproved: [{ claim: { type: 'item', item: 'water' }, items: ['basics'], states: 9 }] },
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('the proof', () => {
  it('is made once, however many rules ask', async () => {
    expect((await found(PLAIN, {})).calls).toBe(1);
  });

  it.each<[string, CourseFolder]>([
    [
      'an unknown item in the pathway',
      { 'course.yaml': 'pathway:\n  type: linear\n  items: [flour, nothing]\n' },
    ],
    [
      'conditions that wait for themselves',
      {
        'course.yaml':
          'pathway:\n  type: linear\n  items: [flour, { type: linear, id: s, title: S, items: [{ item: water, requires: { completed: s } }] }]\n',
      },
    ],
    ['a quiz that cannot be read', { ...PLAIN, 'quizzes/basics.yaml': 'title: [\n' }],
    [
      'a condition on what does not exist',
      {
        'course.yaml':
          'pathway:\n  type: linear\n  items: [flour, { item: water, requires: { passed: baisics } }]\n',
      },
    ],
  ])('is not asked for where the course was not read as it was meant: %s', async (_, files) => {
    const { calls, diagnostics } = await found(files, {
      findings: [{ type: 'trap', witness: [], rest: [] }],
    });
    expect(calls).toBe(0);
    expect(diagnostics).not.toEqual([]);
  });

  it('is still made where only the looks of a page are wrong', async () => {
    const { calls } = await found({ ...PLAIN, 'modules/water.md': '![](missing.png)\n' }, {});
    expect(calls).toBe(1);
  });
});

it.each<[string, readonly number[], string]>([
  [
    'the same each time',
    [1 / 3, 1 / 3],
    'Scores 33.3\u202f% each time in “Test” (attempts 1 and 2 of 3): not passed.',
  ],
  [
    'better in the end',
    [1 / 3, 1],
    'Scores 33.3\u202f%, then 100\u202f% in “Test” (attempts 1 and 2 of 3): passed.',
  ],
  [
    'used up after the best',
    [2 / 3, 0, 1 / 3],
    'Scores 66.7\u202f% in “Test” (attempt 1 of 3): passed. Uses the other 2 attempts and does no better.',
  ],
  [
    'used up after the second',
    [1 / 3, 2 / 3, 1 / 3],
    'Scores 33.3\u202f%, then 66.7\u202f% in “Test” (attempts 1 and 2 of 3): passed. Tries once more and does no better: the last attempt.',
  ],
  [
    'once more',
    [2 / 3, 0],
    'Scores 66.7\u202f% in “Test” (attempt 1 of 3): passed. Tries once more and does no better.',
  ],
])('tells attempts in a row by the best: %s', async (_, shares, line) => {
  const ids = ['q1', 'q2', 'q3'];
  const { diagnostics } = await found(
    {
      'course.yaml': 'pathway:\n  type: linear\n  items: [flour, test, water]\n',
      'quizzes/test.yaml': `title: Test\npass: 60%\nattempts: 3\nquestions:\n${ids.map((id) => `  - { id: ${id}, prompt: Which?, options: [{ text: A, correct: true }, { text: B }] }\n`).join('')}`,
    },
    {
      findings: [
        {
          type: 'trap',
          witness: shares.map((share) => ({ type: 'submit', quiz: 'test', share, credits: {} })),
          rest: [],
        },
      ],
    },
  );
  expect(diagnostics[0]?.witness[0]).toBe(line);
});

describe('the story', () => {
  const tell = async (files: CourseFolder, proof: Partial<Proof>) =>
    (await found(files, proof)).diagnostics[0]?.witness;

  it('joins ordinary steps, attempts in a row, and what was entered only to be finished', async () => {
    const credits = { 'basics#strong': 0 };
    const witness = await tell(LONG, {
      findings: [
        {
          type: 'trap',
          witness: [
            { type: 'open', item: 'flour' },
            { type: 'finish', item: 'flour' },
            { type: 'open', item: 'basics' },
            { type: 'submit', quiz: 'basics', share: 0, credits },
            { type: 'submit', quiz: 'basics', share: 0, credits },
            { type: 'open', item: 'water' },
            { type: 'finish', item: 'water' },
            { type: 'open', item: 'salt' },
            { type: 'finish', item: 'salt' },
            { type: 'open', item: 'yeast' },
            { type: 'finish', item: 'yeast' },
            { type: 'open', item: 'oven' },
          ],
          rest: [],
        },
      ],
    });
    expect(witness?.slice(0, 4)).toEqual([
      'Goes through “Flour”.',
      'Scores 0\u202f% each time in “Basics” in 2 attempts: not passed.',
      'Goes through “Water” to “Yeast” (3 pages).',
      'Opens “Oven”.',
    ]);
  });

  it('names the way that a route sends a learner, reviews, unlocked quizzes and dates in the time zone of the course', async () => {
    const witness = await tell(
      {
        'course.yaml': `timezone: Asia/Tokyo
pathway:
  type: linear
  items:
    - basics
    - type: dynamic-branching
      id: ways
      title: Ways
      route: [{ when: { passed: basics }, to: a }, { otherwise: b }]
      options:
        - { id: a, title: Fast, items: [flour] }
        - { id: b, title: Slow, items: [{ item: water, requires: { after: 2027-03-01T18:00 } }, salt] }
`,
        'modules/salt.md': 'Salt.\n',
      },
      {
        findings: [
          {
            type: 'trap',
            witness: [
              { type: 'submit', quiz: 'basics', share: 0, credits: {} },
              { type: 'wait', until: Date.UTC(2027, 2, 1, 9) },
              { type: 'open', item: 'water' },
              { type: 'finish', item: 'water' },
              { type: 'review', item: 'water' },
              { type: 'unlock', quiz: 'basics' },
            ],
            rest: [{ type: 'open', item: 'salt' }],
          },
        ],
      },
    );
    expect(witness?.slice(0, -1)).toEqual([
      'Scores 0\u202f% in “Basics”: not passed.',
      'Waits until 1 March 2027, 18:00.',
      'Is sent to “Slow”.',
      'Goes through “Water”.',
      'Goes through “Water” again.',
      'Gets new attempts at “Basics” from the instructor.',
      'Does everything else that is open.',
    ]);
  });
});

it('says of two findings with one cause the one that says more', async () => {
  const course = `pathway:
  type: linear
  items:
    - { item: flour, requires: { passed: basics } }
    - basics
`;
  const { diagnostics } = await found(
    { 'course.yaml': course },
    {
      findings: [
        { type: 'trap', witness: [], rest: [] },
        { type: 'never-open', item: 'flour', witness: [] },
        { type: 'never-open', item: 'basics', witness: [] },
      ],
    },
  );
  expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
    [
      'path/never-open',
      'No learner can ever enter the module `flour`: `basics` comes after it. So nobody can finish the course.',
    ],
  ]);
});
