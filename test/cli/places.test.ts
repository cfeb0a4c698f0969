import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BIN, course, scratch } from './run.ts';

let dir = '';
let file = '';
beforeAll(() => {
  const root = scratch();
  dir = join(root, 'course');
  file = join(root, 'file');
  writeFileSync(file, 'mine');
  expect(course(['init', dir, '--yes']).code).toBe(0);
});

describe('a place where nothing can be put', () => {
  it.each([
    ['init', () => ['init', file, '--yes'], /^course: The folder \S+file cannot be made: there is a file/],
    [
      'init below',
      () => ['init', join(file, 'x'), '--yes'],
      /^course: The folder \S+file cannot be made: there is a file/,
    ],
    [
      'build',
      () => ['build', dir, '--out', join(file, 'x')],
      /^course: \S+file is a file, so nothing can be/,
    ],
  ])('is refused in plain words: %s', (_, args, words) => {
    const run = course(args());
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringMatching(words) });
    expect(run.err).not.toMatch(/E[A-Z]{4,}/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  // A file system that takes no folders: Node's recursive mkdir never returns there.
  it.skipIf(!existsSync('/proc/self'))('ends in time on /proc', () => {
    const words = /cannot be made: \/proc takes no new files or folders/;
    expect(course(['init', '/proc/course/x', '--yes'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(words),
    });
    expect(course(['build', dir, '--out', '/proc/course/x'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(words),
    });
    expect(course(['build', dir, '--out', '/proc/course'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nothing can be written in /proc'),
    });
    expect(course(['validate', dir], { env: { COURSEWRIGHT_CACHE: '/proc/course/x' } }).code).toBe(0);
    expect(readdirSync(dir).filter((name) => name.includes('course-'))).toEqual([]);
  });
});

it.skipIf(!existsSync('/dev/full')).each([[['validate']], [['build']]])(
  'says in one line that the output cannot be written: %j',
  (args) => {
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, [BIN, ...args, dir, '--no-cache'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([run.status, run.stderr]).toEqual([
      2,
      'course: the disk is full (at the output of this command).\n',
    ]);
  },
);
