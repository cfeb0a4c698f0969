import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { isInside } from '../../src/platform/inside.ts';
import { MARKER, markerText } from '../../src/platform/marker.ts';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'course-files-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text = path): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('openCourseFolder', () => {
  it('lists files sorted by code unit, with sizes, and leaves out what is no source', () => {
    for (const path of [
      'course.yaml',
      'modules/b.md',
      'modules/B.md',
      'modules/a/x.md',
      '.git/config',
      'modules/.draft.md',
    ])
      put(path);
    put('node_modules/p/index.js');
    put(`site/${MARKER}`, markerText('coursewright 1', ['index.html']));
    put('site/index.html');
    const files = openCourseFolder(root);
    expect(files.list().map((file) => [file.path, file.bytes])).toEqual([
      ['course.yaml', 11],
      ['modules/B.md', 12],
      ['modules/a/x.md', 14],
      ['modules/b.md', 12],
    ]);
    expect(new TextDecoder().decode(files.read('modules/a/x.md'))).toBe('modules/a/x.md');
  });

  it('keeps a folder called site that no build made', () => {
    put('site/notes.md');
    put(`other/${MARKER}`, '{"format":2}');
    expect(
      openCourseFolder(root)
        .list()
        .map((file) => file.path),
    ).toEqual([`other/${MARKER}`, 'site/notes.md']);
  });

  it('refuses links that leave the folder, dangle or lead to folders, and follows the others', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.md'), 'secret');
    put('course/modules/real.md');
    symlinkSync(join(outside, 'secret.md'), join(root, 'course/modules/secret.md'));
    symlinkSync(outside, join(root, 'course/modules/folder'));
    symlinkSync('real.md', join(root, 'course/modules/linked.md'));
    symlinkSync('nowhere.md', join(root, 'course/modules/dangling.md'));
    symlinkSync('..', join(root, 'course/modules/up'));
    symlinkSync('circle', join(root, 'course/modules/circle'));
    mkdirSync(join(root, 'course/.git'));
    writeFileSync(join(root, 'course/.git/config'), 'token');
    symlinkSync('../.git/config', join(root, 'course/modules/token.md'));
    const files = openCourseFolder(join(root, 'course'));
    expect(files.list().map((file) => file.path)).toEqual(['modules/linked.md', 'modules/real.md']);
    expect(files.refused()).toEqual([
      { path: 'modules/circle', reason: 'link-dangling' },
      { path: 'modules/dangling.md', reason: 'link-dangling' },
      { path: 'modules/folder', reason: 'link-outside' },
      { path: 'modules/secret.md', reason: 'link-outside' },
      { path: 'modules/token.md', reason: 'link-outside' },
      { path: 'modules/up', reason: 'link-to-folder' },
    ]);
    expect(() => files.read('modules/secret.md')).toThrow(/not a file of the course/);
    expect(() => files.read('../../etc/passwd')).toThrow(/not a file of the course/);
    rmSync(outside, { recursive: true });
  });

  it('does not follow a link that took the place of a listed file', () => {
    put('modules/a.md');
    const files = openCourseFolder(root);
    rmSync(join(root, 'modules/a.md'));
    symlinkSync('/etc/hostname', join(root, 'modules/a.md'));
    expect(() => files.read('modules/a.md')).toThrow();
  });

  it('says in plain words what is wrong with the folder', () => {
    put('a.md');
    put('b.md');
    put('deep/er/x.md');
    expect(() => openCourseFolder(join(root, 'nothing'))).toThrow(/There is no folder/);
    expect(() => openCourseFolder(join(root, 'a.md'))).toThrow(/is not a folder/);
    expect(() => openCourseFolder(root, { files: 2, depth: 9 })).toThrow(/more than 2 files/);
    expect(() => openCourseFolder(root, { files: 9, depth: 1 })).toThrow(/more than 1 folders deep/);
  });
});

describe('isInside', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/a/b', true],
    ['/a', '/a/..b', true],
    ['/a', '/ab', false],
    ['/a/b', '/a', false],
    ['/', '/a', true],
  ])('%s %s → %s', (folder, path, inside) => {
    expect(isInside(folder, path)).toBe(inside);
  });
});
