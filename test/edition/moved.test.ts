import { describe, expect, it } from 'vitest';
import { editionOf } from '../../src/edition/edition.ts';
import { nameNow } from '../../src/edition/fate.ts';
import { carriedNames } from '../../src/edition/lock.ts';
import type { Event } from '../../src/model/events.ts';
import { renamed } from '../../src/path/index.ts';
import { loadCourse } from '../fixtures/harness/load.ts';

/** Today's course: one page, two quizzes, of which one draws from two banks. */
const FILES = {
  'modules/page.md': '# Page\n\n:::question{#asked}\nWhich?\n\n- [x] This\n- [ ] That\n:::\n',
  'quizzes/exam.yaml': `title: Exam
pass: 50%
questions:
  - { id: own, prompt: Yes?, answer: true, type: true-false }
  - { draw: 1, from: [pool, more] }
`,
  'quizzes/check.yaml': `title: Check
questions:
  - { id: first, prompt: No?, answer: false, type: true-false }
`,
  'quizzes/pool.yaml': `title: Pool
bank: true
questions:
  - { id: x, prompt: One?, answer: true, type: true-false }
  - { id: y, prompt: Two?, answer: true, type: true-false }
`,
  'quizzes/more.yaml': `title: More
bank: true
questions:
  - { id: z, prompt: Three?, answer: true, type: true-false }
`,
};

async function edition(written: Readonly<Record<string, string>>) {
  const carried = Object.entries(written).map(([from, to]) => `  "${from}": "${to}"\n`);
  const loaded = await loadCourse({
    ...FILES,
    'course.yaml': `id: moved\ntitle: Moved\npathway: { type: linear, items: [page, exam, check] }\nrenamed:\n${carried.join('')}`,
  });
  const { course } = loaded;
  if (!course) throw new Error('The course cannot be read.');
  return { course, edition: editionOf({ ...loaded, course }), ...carriedNames(loaded.editions) };
}

describe('the name of today, by the comparison and in the browser alike', () => {
  it.each<[what: string, written: Record<string, string>, old: string, now: string]>([
    ['a question of a quiz that was renamed', { test: 'check' }, 'test#first', 'check#first'],
    [
      'a question renamed between two new names of its quiz',
      { a: 'b', 'b#q': 'b#first', b: 'check' },
      'a#q',
      'check#first',
    ],
    [
      'a question that moved into the bank its quiz draws from',
      { 'exam#x': 'pool#x' },
      'exam#x',
      'exam#pool/x',
    ],
    ['one of another quiz', { 'check#x': 'pool#x' }, 'check#x', 'exam#pool/x'],
    ['the same, the quiz renamed since', { 'test#x': 'pool#x', test: 'exam' }, 'test#x', 'exam#pool/x'],
    ['the same, the bank renamed since', { 'check#x': 'old#x', old: 'pool' }, 'check#x', 'exam#pool/x'],
    ['a drawn question that every attempt asks now', { 'pool#w': 'exam#own' }, 'exam#pool/w', 'exam#own'],
    ['of a bank that is gone', { 'gone#w': 'exam#own' }, 'exam#gone/w', 'exam#own'],
    ['the same, the quiz renamed since', { 'gone#w': 'test#own', test: 'exam' }, 'test#gone/w', 'exam#own'],
    ['a drawn question of another bank', { 'pool#z': 'more#z' }, 'exam#pool/z', 'exam#more/z'],
    ['a bank renamed, then its question', { old: 'pool', 'pool#v': 'pool#y' }, 'exam#old/v', 'exam#pool/y'],
    ['a question of a bank, then its bank', { 'old#v': 'old#y', old: 'pool' }, 'exam#old/v', 'exam#pool/y'],
    ['a practice question that is drawn now', { 'page#x': 'pool#x' }, 'page#x', 'exam#pool/x'],
    ['what nobody renamed', { test: 'check' }, 'exam#own', 'exam#own'],
  ])('%s', async (_, written, old, now) => {
    const { course, edition: is, renamed: names } = await edition(written);
    expect(nameNow(old, is, names)).toBe(now);
    const event: Event = {
      type: 'submitted',
      item: 'exam',
      attempt: 1,
      earned: 1,
      possible: 1,
      credits: { [old]: 1 },
      device: 'a-b',
      n: 1,
      at: 0,
    };
    expect(renamed(course, event)).toMatchObject({ credits: { [now]: 1 } });
  });
});
