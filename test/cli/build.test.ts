import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { BIN, course, scratch } from './run.ts';

let dir = '';
const put = (path: string, text: string | Uint8Array) => writeFileSync(join(dir, path), text);
const read = (...parts: string[]) => readFileSync(join(dir, ...parts), 'utf8');

beforeEach(() => {
  dir = join(scratch(), 'bread');
  expect(course(['init', dir, '--yes']).code).toBe(0);
});

/** Every file of a folder with a digest of its bytes. */
function digests(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

describe('course validate', () => {
  it('says that all is well, with 0', () => {
    expect(course(['validate', dir])).toEqual({
      code: 0,
      out: 'No problems found. Proved: every learner can finish, and somebody reaches\neverything.\n',
      err: '',
    });
    expect(course(['validate'], { cwd: dir }).code).toBe(0);
  });

  it('reports findings on the output, paths as seen from here, with 1', () => {
    put('modules/mix.md', '---\ntitle: Mix\n---\n\nSee [this](nowhere).\n');
    const { code, out, err } = course(['validate', 'bread'], { cwd: join(dir, '..') });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('bread/modules/mix.md:5:');
    expect(course(['validate'], { cwd: dir }).out).toMatch(/^modules\/mix\.md:5:/m);
    expect(course(['validate', dir, '--format', 'github']).out).toMatch(/^::error file=/m);
    const json = JSON.parse(course(['validate', dir, '--format', 'json']).out);
    expect(json).toMatchObject({ version: 1, course: { id: 'bread' }, summary: { errors: 1 } });
  });

  it('takes warnings for errors when it is strict', () => {
    put('assets/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    put('modules/unused.md', '---\ntitle: Unused\n---\n\nNobody comes here.\n');
    const loose = course(['validate', dir, '--format', 'json']);
    expect(JSON.parse(loose.out).summary).toMatchObject({ errors: 0, warnings: 1 });
    expect([loose.code, course(['validate', dir, '--strict']).code]).toEqual([0, 1]);
    expect([course(['build', dir]).code, course(['build', dir, '--strict']).code]).toEqual([0, 1]);
  });

  it('has something to say of an empty folder, and no stack', () => {
    const { code, out, err } = course(['validate', scratch()]);
    expect(code).toBe(1);
    expect(out).toContain('course.yaml');
    expect(out + err).not.toMatch(/\n\s+at .*\.js/);
  });

  it('survives a reader that goes away', async () => {
    put('modules/mix.md', Array.from({ length: 400 }, (_, i) => `[a](nowhere-${i})`).join('\n\n'));
    const child = spawn('bash', [
      '-c',
      `"${process.execPath}" "${BIN}" validate "${dir}" --format json | head -c 10; exit \${PIPESTATUS[0]}`,
    ]);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(err).toBe('');
    expect([0, 1]).toContain(code);
  });
});

describe('course build', () => {
  it('makes the site in the course, and a summary', () => {
    const { code, out, err } = course(['build', dir]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/3 modules, 1 quiz, 4 questions, \d+ words: about \d+ min of learning/);
    expect(out).toMatch(/\d+ files, [\d.]+ KB, in .*site/);
    expect(out).toMatch(/KB compressed, of 20 KB allowed/);
    for (const path of ['index.html', 'modules/welcome.html', 'quizzes/check.html', '404.html', 'course.js'])
      expect(existsSync(join(dir, 'site', path)), path).toBe(true);
    expect(course(['validate', dir]).code).toBe(0);
  });

  it('gives the same bytes for the same sources, with and without its cache, and from another place', () => {
    course(['build', dir]);
    const first = digests(join(dir, 'site'));
    expect(course(['build', dir]).out).toContain('(nothing changed)');
    expect(course(['build', dir, '--no-cache', '--out', join(dir, '..', 'again')]).code).toBe(0);
    expect(digests(join(dir, '..', 'again'))).toEqual(first);
    expect(Object.keys(first).filter((path) => /\/[._]/.test(path))).toEqual([]);
  });

  it('rebuilds what an edit touches', () => {
    course(['build', dir]);
    put('modules/mix.md', read('modules/mix.md').replace('8 minutes', '9 minutes'));
    expect(course(['build', dir]).out).not.toContain('(nothing changed)');
    expect(read('site/modules/mix.html')).toContain('9 minutes');
  });

  it.each([
    ['a page was edited by hand', () => put('site/index.html', 'mine')],
    ['a page is gone', () => rmSync(join(dir, 'site/modules/mix.html'))],
    ['the folder is gone', () => rmSync(join(dir, 'site'), { recursive: true })],
    [
      'a picture was replaced',
      () =>
        put('assets/four-ingredients.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a file was added to the course', () => put('modules/later.md', '---\ntitle: Later\n---\n\nMore.\n')],
  ])('builds again when %s', (_, change) => {
    course(['build', dir]);
    const before = digests(join(dir, 'site'));
    expect(course(['build', dir]).out).toContain('(nothing changed)');
    change();
    expect(course(['build', dir]).code).toBe(0);
    const fresh = join(dir, '..', 'fresh');
    course(['build', dir, '--no-cache', '--out', fresh]);
    expect(digests(join(dir, 'site'))).toEqual(digests(fresh));
    expect(Object.keys(before)).toContain('/index.html');
  });

  it('refuses errors, shows them, and keeps the site that is there', () => {
    course(['build', dir]);
    const before = digests(join(dir, 'site'));
    put('modules/mix.md', '---\ntitle: Mix\n---\n\nSee [this](nowhere).\n');
    const { code, out, err } = course(['build', dir]);
    expect(code).toBe(1);
    expect(out).toContain('link/missing-target');
    expect(err).toContain('Nothing was built because of 1 error.');
    expect(digests(join(dir, 'site'))).toEqual(before);
  });

  it('replaces no folder that it did not make', () => {
    mkdirSync(join(dir, 'site'));
    put('site/thesis.txt', 'the only copy');
    const { code, err } = course(['build', dir]);
    expect(code).toBe(2);
    expect(err).toContain('holds what course did not make: thesis.txt');
    expect(read('site/thesis.txt')).toBe('the only copy');
    for (const out of ['.', '..', dir, '/']) {
      expect(course(['build', dir, '--out', out], { cwd: dir })).toMatchObject({ code: 2, out: '' });
    }
    expect(existsSync(join(dir, 'course.yaml'))).toBe(true);
  });

  it('carries no file from outside the course', () => {
    const secret = join(scratch(), 'secret.svg');
    writeFileSync(secret, '<svg xmlns="http://www.w3.org/2000/svg"><text>secret</text></svg>');
    symlinkSync(secret, join(dir, 'assets/linked.svg'));
    for (const target of ['/assets/linked.svg', `../../../../../../../..${secret}`, secret]) {
      put('modules/mix.md', `---\ntitle: Mix\n---\n\n![A picture](${target})\n`);
      const { code, out, err } = course(['build', dir]);
      expect(code, out + err).toBe(1);
      expect(err).toContain('Nothing was built');
    }
    expect(existsSync(join(dir, 'site'))).toBe(false);
  });
});
