import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const VIDEO = '::video[Kneading]{src=/assets/knead.mp4}';
const comment = (text: string) => `<!-- course-disable-next-line ${text} -->`;
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

function problem(message: string): string {
  if (message.includes('finds nothing')) return 'unused';
  if (message.includes('does not say why')) return 'no-reason';
  return message.includes('there is no rule') ? 'unknown-rule' : 'error';
}
