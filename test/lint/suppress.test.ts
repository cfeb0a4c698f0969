import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const VIDEO = '::video[Kneading]{src=/assets/knead.mp4}';
const comment = (text: string, scope = '-next-line') => `<!-- course-disable${scope} ${text} -->`;
const OFF = 'media/missing-captions: it has no sound';

it.each<[string, string, string[]]>([
  ['switches a warning off', `${comment(OFF)}\n${VIDEO}\n`, []],
  ['only for the next line', `${comment(OFF)}\n\n${VIDEO}\n`, ['invalid unused', 'media/missing-captions']],
  [
    'only that rule',
    `${comment('heading/empty: why not')}\n${VIDEO}\n`,
    ['invalid unused', 'media/missing-captions'],
  ],
  [
    'not without a reason',
    `${comment('media/missing-captions')}\n${VIDEO}\n`,
    ['invalid no-reason', 'media/missing-captions'],
  ],
  ['no unknown rule', `${comment('media/captions: x')}\n`, ['invalid unknown-rule']],
  [
    'no error',
    `${comment('link/missing-target: x')}\n[x](nowhere)\n`,
    ['invalid error', 'link/missing-target'],
  ],
  ['not within code', `\`\`\`markdown\n${comment(OFF)}\n\`\`\`\n`, []],
  ['after code', `\`\`\`\n\`\`\`\n\n${comment(OFF)}\n${VIDEO}\n`, []],
  [
    'two rules of one line',
    `${comment('heading/empty: x')}\n${comment(OFF)}\n${VIDEO}\n`,
    ['invalid unused'],
  ],
  ['a file', `${comment(OFF, '-file')}\n\n${VIDEO}\n\nText.\n\n${VIDEO}\n`, []],
  ['a file in which nothing is found', `${comment(OFF, '-file')}\n`, ['invalid unused']],
  [
    'a file, with a reason only',
    `${comment('media/missing-captions', '-file')}\n${VIDEO}\n`,
    ['invalid no-reason', 'media/missing-captions'],
  ],
  [
    'that says nothing known',
    `${comment(OFF, '-next')}\n${VIDEO}\n`,
    ['invalid unknown-comment', 'media/missing-captions'],
  ],
  ['that says nothing', `${comment('', '')}\n`, ['invalid unknown-comment']],
  ['without a rule', `${comment('')}\n`, ['invalid unknown-rule']],
  ['with CRLF', `${comment(OFF)}\r\n${VIDEO}\r\n`, []],
])('a comment %s', async (_, page, expected) => {
  const found = await diagnose(completeCourse({ 'modules/page.md': page, 'assets/knead.mp4': 'x' }));
  const shown = found.map(({ rule, message }) =>
    rule === 'suppression/invalid' ? `invalid ${problem(message)}` : rule,
  );
  expect(shown.sort()).toEqual(expected);
});

it('works in YAML and in front matter', async () => {
  const off = '# course-disable-next-line pathway/unused-item: for the next edition';
  const found = await diagnose(
    completeCourse({
      'course.yaml': 'pathway:\n  type: linear\n  items: [flour]\n',
      'modules/salt.md': `---\n${off}\ntitle: Salt\n---\n\nTwo percent.\n`,
      'quizzes/test.yaml': `${off}\ntitle: Test\nquestions:\n  - id: a\n    prompt: A?\n    options: [{ text: A, correct: true }, { text: B }]\n`,
    }),
  );
  expect(found).toEqual([]);
});

const question = (id: string) => `  - id: ${id}
    prompt: Which?
    explanation: It is so.
    options:
      - { text: Salt }
      - { text: All of the above, correct: true }
`;

it.each<[string, string, number[]]>([
  [
    'the next question and no other',
    `title: Test\nquestions:\n  # course-disable-next-question assessment/all-of-the-above: as in the exam\n\n${question('a')}${question('b')}`,
    [16],
  ],
  [
    'all questions of the file',
    `# course-disable-file assessment/all-of-the-above: as in the exam\ntitle: Test\nquestions:\n${question('a')}${question('b')}`,
    [],
  ],
  [
    'one line of a question',
    `title: Test\nquestions:\n${question('a').replace('      - { text: All', '      # course-disable-next-line assessment/all-of-the-above: as in the exam\n      - { text: All')}${question('b')}`,
    [15],
  ],
])('a comment switches a rule off for %s', async (_, quiz, lines) => {
  const found = await diagnose(completeCourse({ 'quizzes/test.yaml': quiz }), 'quality');
  expect(found.map(({ rule, start }) => [rule, start.line])).toEqual(
    lines.map((line) => ['assessment/all-of-the-above', line]),
  );
});

it('speaks of a question in Markdown as a whole', async () => {
  const page = `# Salt

<!-- course-disable-next-question assessment/missing-feedback: a warm-up; the page answers it -->
:::question{#salt}
How much?

- [ ] None
- [x] Some
:::

:::question{#more}
How much?

- [ ] None
- [x] Some

::explanation[Two percent.]
:::
`;
  expect(await diagnose(completeCourse({ 'modules/salt.md': page }), 'quality')).toEqual([]);
});

function problem(message: string): string {
  if (message.includes('finds nothing')) return 'unused';
  if (message.includes('does not say why')) return 'no-reason';
  if (message.includes('means nothing')) return 'unknown-comment';
  return message.includes('switches nothing off') ? 'unknown-rule' : 'error';
}
