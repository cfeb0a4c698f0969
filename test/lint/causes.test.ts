import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const options = 'options: [{ text: A, correct: true }, { text: B }]';

/** A course in which much hangs on a quiz: its pass mark, its attempts. */
const quiz = (head: string, question = `id: q1\n    prompt: Which?\n    ${options}`) => ({
  'course.yaml':
    'pathway:\n  type: hurdles\n  items: [flour, test, { item: water, requires: { passed: test } }]\n',
  'quizzes/test.yaml': `title: Test\n${head}\nquestions:\n  - ${question}\n`,
});
const question = (text: string) => quiz('pass: 80%', text);

// One slip, one finding, in words that say what to do.
it.each<[string, Record<string, string>, string, string]>([
  ['a share without its sign', quiz('pass: 80'), 'schema/bad-value', 'Did you mean `80%`?'],
  [
    'a misspelt limit',
    quiz('pass: 80%\nattemps: 2\nexhausted: continue'),
    'schema/unknown-field',
    '`attempts`',
  ],
  ['a limit in quotes', quiz('pass: 80%\nattempts: "3"\nexhausted: continue'), 'schema/wrong-type', '`3`'],
  [
    'a policy that is none',
    quiz('pass: 80%\nattempts: 3\nexhausted: retry'),
    'schema/bad-value',
    '`contact`',
  ],
  [
    'one id to review',
    quiz('pass: 80%\nattempts: 3\nexhausted: review\nreview: flour'),
    'schema/wrong-type',
    'Write `[flour]`',
  ],
  ['a quiz that cannot be parsed', quiz('pass: 80%\n  x: y'), 'yaml/syntax', 'like the line above'],
  [
    'yes for true',
    question('id: q1\n    prompt: Which?\n    options: [{ text: A, correct: yes }, { text: B }]'),
    'schema/wrong-type',
    '`correct` of option 1 of the question `q1`',
  ],
  [
    'yes for true: what to write',
    question('id: q1\n    prompt: Which?\n    options: [{ text: A, correct: yes }, { text: B }]'),
    'schema/wrong-type',
    'Write `true`.',
  ],
  [
    'a bare option',
    question('id: q1\n    prompt: Which?\n    options: [{ text: A, correct: true }, 75]'),
    'schema/wrong-type',
    '`{ text: "75" }`',
  ],
  [
    'a comment for a text',
    question(`id: q1\n    prompt: #1 how long?\n    ${options}`),
    'schema/empty',
    'put it in quotes: `"#1 how long?"`',
  ],
  [
    'a misspelt prompt',
    question(`id: q1\n    promt: Which?\n    ${options}`),
    'schema/unknown-field',
    '`prompt`',
  ],
  [
    'a section without an id',
    {
      'course.yaml':
        'pathway:\n  type: linear\n  items:\n    - type: linear\n      title: The basics of tea\n      items: [flour]\n',
    },
    'schema/missing-field',
    'this section needs it. Add `id: the-basics-of-tea`',
  ],
])('%s', async (_, files, rule, words) => {
  const found = await diagnose(completeCourse(files));
  expect(found.map((each) => each.rule)).toEqual([rule]);
  expect(`${found[0]?.message} ${found[0]?.help}`).toContain(words);
});
