import { describe, expect, it } from 'vitest';
import { editionOf } from '../../src/edition/edition.ts';
import { editionText, parseEdition } from '../../src/edition/file.ts';
import { carriedNames, corrected, nextLock } from '../../src/edition/lock.ts';
import { lockChanges } from '../../src/edition/lock-changes.ts';
import type { Edition, EditionEntry } from '../../src/model/edition.ts';
import { editionFile, publishedSoFar } from '../../src/site/edition.ts';
import { loadCourse } from '../fixtures/harness/load.ts';

type Files = Record<string, string>;

const course = (extra = '', items = '[start, check]') => `id: small
title: Small
${extra}pathway: { type: linear, items: ${items} }
`;
const START = `---
title: Start
---

Some text about asynchronous learning, and how it differs from the other kind.
`;
const CHECK = `title: Check
questions:
  - id: many
    prompt: How many shapes does an asynchronous course have?
    options: [{ text: Five, correct: true }, { text: Four }, { text: Three }]
`;
const FILES: Files = { 'course.yaml': course(), 'modules/start.md': START, 'quizzes/check.yaml': CHECK };
/** The answer key is another one. */
const KEY = CHECK.replace('Five, correct: true', 'Five').replace('text: Four', 'text: Four, correct: true');

/** What `course lock` would write after these editions, one after the other. */
async function lockAfter(...editions: readonly Files[]) {
  let lock: Edition | undefined;
  for (const files of editions) lock = (await published(files, lock)).next;
  if (lock === undefined) throw new Error('no edition');
  return lock;
}

async function published(files: Files, lock?: Edition) {
  const text = lock && { 'course-lock.json': editionText(lock) };
  const loaded = await loadCourse({ ...files, ...text });
  if (loaded.course === undefined) throw new Error('no course');
  expect(loaded.lock).toEqual(lock && parseEdition(JSON.parse(editionText(lock))));
  const now = editionOf({ ...loaded, course: loaded.course });
  const carried = carriedNames(loaded.editions);
  return { loaded, course: loaded.course, now, carried, next: nextLock(loaded.lock, now, carried) };
}

function answersOf(lock: Edition, name: string): number {
  const entry = lock.entries.get(name);
  return entry?.kind === 'question' ? entry.answers.length : 0;
}

describe('the lock', () => {
  it('of a first edition is that edition', async () => {
    const { next, now } = await published(FILES);
    expect(next).toEqual(now);
  });

  it('is the same again when nothing changed', async () => {
    const lock = await lockAfter(FILES);
    expect(editionText(await lockAfter(FILES, FILES))).toBe(editionText(lock));
  });

  it('remembers every answer key that was published for what a question asks, the present one first', async () => {
    const lock = await lockAfter(FILES, { ...FILES, 'quizzes/check.yaml': KEY });
    expect(answersOf(lock, 'check#many')).toBe(2);
    const { now } = await published({ ...FILES, 'quizzes/check.yaml': KEY });
    const [is, was] = [now, lock].map(({ entries }) => entries.get('check#many'));
    expect(was?.kind === 'question' && was.answers[0]).toBe(is?.kind === 'question' && is.answers[0]);
    // Back to the first key: no third entry.
    const back = await lockAfter(FILES, { ...FILES, 'quizzes/check.yaml': KEY }, FILES);
    expect(answersOf(back, 'check#many')).toBe(2);
  });

  it('forgets the keys of a question that asks something else', async () => {
    const other = KEY.replace('How many shapes', 'How many good shapes').replace('text: Three', 'text: Six');
    const lock = await lockAfter(FILES, { ...FILES, 'quizzes/check.yaml': other });
    expect(answersOf(lock, 'check#many')).toBe(1);
  });

  it('takes the keys along when a question is renamed, and remembers the old name', async () => {
    const lock = await lockAfter(FILES, {
      'course.yaml': course('renamed: { check: exam, "exam#many": "exam#how-many" }\n', '[start, exam]'),
      'modules/start.md': START,
      'quizzes/exam.yaml': KEY.replace('id: many', 'id: how-many'),
    });
    expect(answersOf(lock, 'exam#how-many')).toBe(2);
    expect(lock.entries.get('check')?.gone).toBe('renamed');
    expect(lock.entries.get('check#many')?.gone).toBe('renamed');
    expect(lock.entries.get('exam')?.gone).toBeUndefined();
  });

  it('remembers what is retired, with all that belonged to it, whatever later editions say', async () => {
    const without = { 'course.yaml': course('retired: [check]\n', '[start]'), 'modules/start.md': START };
    const lock = await lockAfter(FILES, without, { ...without, 'course.yaml': course('', '[start]') });
    for (const name of ['check', 'check#many']) expect(lock.entries.get(name)?.gone).toBe('retired');
  });

  it('goes on missing what is gone without a word', async () => {
    const lock = await lockAfter(FILES, { 'course.yaml': course('', '[start]'), 'modules/start.md': START });
    expect(lock.entries.get('check')).toMatchObject({ kind: 'quiz' });
    expect(lock.entries.get('check')?.gone).toBeUndefined();
  });

  it('takes back what is there again', async () => {
    const lock = await lockAfter(
      FILES,
      { 'course.yaml': course('retired: [check]\n', '[start]'), 'modules/start.md': START },
      FILES,
    );
    expect(lock.entries.get('check')?.gone).toBeUndefined();
  });
});

describe('questions whose key was corrected', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', CHECK, []],
    ['the key', KEY, ['check#many']],
    ['the key and what is asked', KEY.replace('text: Three', 'text: Six'), []],
    ['words', CHECK.replace('How many shapes does', 'how many shapes: does'), []],
  ])('%s changed', async (_, quiz, keys) => {
    const lock = await lockAfter(FILES);
    const { now, carried } = await published({ ...FILES, 'quizzes/check.yaml': quiz }, lock);
    expect(corrected(lock, now, carried)).toEqual(keys);
    expect(corrected(undefined, now, carried)).toEqual([]);
  });

  it('are found when the lock has their new key already', async () => {
    const files = { ...FILES, 'quizzes/check.yaml': KEY };
    const lock = await lockAfter(FILES, files);
    const { now, carried } = await published(files, lock);
    expect(corrected(lock, now, carried)).toEqual(['check#many']);
  });
});

it('what a lock says that the old one did not: what is new by another name only as renamed', async () => {
  const lock = await lockAfter(FILES);
  const { next, carried } = await published(
    {
      'course.yaml': course(
        'renamed: { start: begin }\nbadges: { early: { title: Early, when: { passed: check } } }\n',
        '[begin, check]',
      ),
      'modules/begin.md': START.replace('title: Start', 'title: Begin'),
      'quizzes/check.yaml': KEY,
    },
    lock,
  );
  expect(lockChanges(lock, next, carried)).toEqual([
    { type: 'new', kind: 'badge', name: 'badge:early' },
    { type: 'answer', kind: 'question', name: 'check#many' },
    { type: 'renamed', kind: 'module', name: 'start', to: 'begin' },
  ]);
});

it('edition.json holds what was published before and now, and no answers', async () => {
  const lock = await lockAfter(FILES);
  const { loaded, course: made, next } = await published({ ...FILES, 'quizzes/check.yaml': KEY }, lock);
  const { path, content } = editionFile(publishedSoFar(loaded, made));
  expect(path).toBe('edition.json');
  expect(content).toBe(editionText(next));
  // The prompt is its title; the options are nowhere.
  expect(content).toContain('How many shapes');
  expect(content).not.toMatch(/Five|Four|Three|correct/);
});

it('is not called reworded for the order of the fields in its entries', async () => {
  const { next, carried } = await published(FILES);
  const entries = new Map([...next.entries].map(([name, entry]) => [name, turned(entry)]));
  expect(lockChanges({ ...next, entries }, next, carried)).toEqual([]);
});

/** The same entry, its fields the other way round. */
function turned<Entry extends EditionEntry>(entry: Entry): Entry {
  // A field stays where it first stood.
  return { ...Object.fromEntries(Object.entries(entry).reverse()), ...entry };
}

it.each<[string, string, 'reworded' | 'asks' | 'answer']>([
  ['How many shapes', 'How many forms', 'reworded'],
  ['text: Four', 'text: Four of them', 'reworded'],
  ['Five, correct', 'Five of them, correct', 'asks'],
  ['Five, correct: true }, { text: Four', 'Five }, { text: Four, correct: true', 'answer'],
])('a new lock says of a question what a comparison says: “%s” → “%s”', async (from, to, type) => {
  const lock = await lockAfter({ ...FILES, 'quizzes/check.yaml': KEY }, FILES);
  const { next, carried } = await published(
    { ...FILES, 'quizzes/check.yaml': CHECK.replace(from, to) },
    lock,
  );
  const changes = lockChanges(lock, next, carried).filter(({ kind }) => kind === 'question');
  expect(changes.map((change) => change.type)).toEqual([type]);
});
