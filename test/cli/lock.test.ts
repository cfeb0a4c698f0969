import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { course, scratch } from './run.ts';

const START = '# Start\n\nSome text about asynchronous learning, and how it differs from the other kind.\n';
const CHECK = `title: Check
questions:
  - id: many
    prompt: How many shapes does an asynchronous course have?
    options: [{ text: Five, correct: true, feedback: Yes. }, { text: Four, feedback: One is missing. }]
`;
const yaml = (items = '[start, check]', extra = '') =>
  `id: small\ntitle: Small\n${extra}pathway: { type: linear, items: ${items} }\n`;

/** A course folder with those files. */
function folder(files: Readonly<Record<string, string>> = {}): string {
  const dir = scratch();
  write(dir, { 'course.yaml': yaml(), 'modules/start.md': START, 'quizzes/check.yaml': CHECK, ...files });
  return dir;
}

function write(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

const lockOf = (dir: string) => readFileSync(join(dir, 'course-lock.json'), 'utf8');

/** A course whose first edition is locked. */
function locked(): string {
  const dir = folder();
  expect(course(['lock', dir]).code).toBe(0);
  return dir;
}

describe('course lock', () => {
  it('writes down every id, one a line, and says what to do with the file', () => {
    const dir = folder();
    const { code, out } = course(['lock'], { cwd: dir });
    expect(code).toBe(0);
    expect(out).toContain('course-lock.json keeps from now on what learners may have met: 4 ids.');
    expect(out).toContain('Commit it');
    const ids = [...lockOf(dir).matchAll(/^ {4}"([^"]+)": \{.*\},?$/gm)].map(([, id]) => id);
    expect(ids).toEqual(['check', 'check#many', 'pathway', 'start']);
    expect(course(['validate', dir, '--strict']).out).not.toContain('edition/');
  });

  it('leaves a lock alone that is up to date, also with the line ends of Windows', () => {
    const dir = locked();
    const text = lockOf(dir).replaceAll('\n', '\r\n');
    write(dir, { 'course-lock.json': text });
    expect(course(['lock', dir]).out).toContain('is up to date: 4 ids');
    expect(lockOf(dir)).toBe(text);
    expect(course(['lock', dir, '--check']).code).toBe(0);
  });

  it('says in plain words what is new, renamed, retired and corrected', () => {
    const dir = locked();
    write(dir, {
      'course.yaml': yaml('[begin, more, check]', 'renamed: { start: begin }\n'),
      'modules/begin.md': START,
      'modules/more.md': '---\ntitle: More\n---\n\nThere is more to it.\n',
      'quizzes/check.yaml': CHECK.replace('correct: true, ', '').replace('Four', 'Four, correct: true'),
    });
    const { code, out } = course(['lock', dir]);
    expect(code).toBe(0);
    expect(out).toContain('1 new id:\n    module `more`');
    expect(out).toContain('module `start`, now `begin`');
    expect(out).toContain('another answer key');
    expect(out).toContain('question `check#many`');
    expect(JSON.parse(lockOf(dir)).published.start.gone).toBe('renamed');
  });

  it('refuses while something published is missing, and leaves the lock as it was', () => {
    const dir = locked();
    const before = lockOf(dir);
    write(dir, { 'course.yaml': yaml('[start]') });
    const { code, out, err } = course(['lock', dir]);
    expect(code).toBe(1);
    expect(out).toContain('edition/missing');
    expect(out).toContain('retired: [check]');
    expect(err).toContain('Nothing was written down because of 1 error.');
    expect(lockOf(dir)).toBe(before);
  });

  it('refuses a lock that cannot be read', () => {
    const dir = folder({ 'course-lock.json': '{"format": 1}' });
    const { code, out } = course(['lock', dir]);
    expect(code).toBe(1);
    expect(out).toContain('edition/bad-lock');
    expect(lockOf(dir)).toBe('{"format": 1}');
  });

  it('--check writes nothing, and ends with 1 until the lock is up to date', () => {
    const dir = folder();
    const none = course(['lock', dir, '--check']);
    expect([none.code, none.out]).toEqual([1, expect.stringContaining('does not exist')]);
    expect(() => lockOf(dir)).toThrow();
    course(['lock', dir]);
    expect(course(['lock', dir, '--check']).code).toBe(0);
    write(dir, { 'course.yaml': yaml('[start, more, check]'), 'modules/more.md': '# More\n\nA page.\n' });
    const before = lockOf(dir);
    const { code, out } = course(['lock', dir, '--check']);
    expect(code).toBe(1);
    expect(out).toContain('is not up to date');
    expect(out).toContain('module `more`');
    expect(out).toContain('course lock');
    expect(lockOf(dir)).toBe(before);
  });

  it('does not write through a link', () => {
    const dir = folder();
    const victim = join(scratch(), 'victim.txt');
    writeFileSync(victim, 'mine');
    symlinkSync(victim, join(dir, 'course-lock.json'));
    expect(course(['lock', dir]).code).not.toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    expect(lstatSync(join(dir, 'course-lock.json')).isSymbolicLink()).toBe(true);
  });

  it('is never published, and the site has what it needs in edition.json', () => {
    const dir = locked();
    write(dir, { 'modules/start.md': `${START}\n[The lock](/course-lock.json)\n` });
    expect(course(['validate', dir]).out).toContain('link/course-source');
    write(dir, { 'modules/start.md': START });
    const out = join(scratch(), 'site');
    expect(course(['build', dir, '--out', out]).code).toBe(0);
    expect(readFileSync(join(out, 'edition.json'), 'utf8')).toBe(lockOf(dir));
    expect(() => lstatSync(join(out, 'course-lock.json'))).toThrow();
  });
});
