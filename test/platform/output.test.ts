import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputFile } from '../../src/model/output.ts';
import { MARKER } from '../../src/platform/marker.ts';
import { checkTarget, heal, writeSite } from '../../src/platform/output.ts';

let root = '';
let course = '';
let site = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'course-output-')));
  course = join(root, 'course');
  site = join(course, 'site');
  mkdirSync(course);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const FIRST: OutputFile[] = [
  { path: 'index.html', content: '<p>one</p>' },
  { path: 'modules/a.html', content: new Uint8Array([60, 112, 62]) },
  { path: 'media/clip.mp4', content: { copy: 'assets/clip.mp4' } },
];

function build(files: readonly OutputFile[] = FIRST) {
  mkdirSync(join(course, 'assets'), { recursive: true });
  writeFileSync(join(course, 'assets/clip.mp4'), 'moving pictures');
  const locate = (path: string) => join(course, path);
  return writeSite(checkTarget(site, course), files, { generator: 'coursewright test', now: 1, locate });
}

/** Every file of the site with its text, and what lies beside it. */
function look(): { files: Record<string, string>; beside: string[] } {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = files.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(site.length + 1), readFileSync(path, 'utf8')];
  });
  const beside = readdirSync(course).filter((name) => name.startsWith('.'));
  return { files: Object.fromEntries(named.filter(([path]) => path !== MARKER)), beside };
}

const FIRST_TEXTS = {
  'index.html': '<p>one</p>',
  'modules/a.html': '<p>',
  'media/clip.mp4': 'moving pictures',
};

describe('writeSite', () => {
  it('writes all files and leaves nothing beside them', () => {
    expect(build()).toMatchObject({ files: 4, changed: true });
    expect(look()).toEqual({ files: FIRST_TEXTS, beside: [] });
  });

  it('replaces the whole site: what is gone from the course is gone from it', () => {
    build();
    expect(build([{ path: 'index.html', content: 'two' }])).toMatchObject({ changed: true });
    expect(look()).toEqual({ files: { 'index.html': 'two' }, beside: [] });
  });

  it('does not touch a site that has these bytes already', () => {
    build();
    const before = statSync(site).ino;
    expect(build().changed).toBe(false);
    expect(statSync(site).ino).toBe(before);
    writeFileSync(join(site, 'index.html'), '<p>0ne</p>');
    expect(build().changed).toBe(true);
    expect(look().files).toEqual(FIRST_TEXTS);
  });

  it.each(['../escape.html', '/etc/x', 'a/../../b', '.', ''])(
    'refuses the path %j and keeps the old site',
    (path) => {
      build();
      expect(() => build([{ path, content: 'x' }])).toThrow(/would leave the output folder/);
      expect(look().files).toEqual(FIRST_TEXTS);
      expect(existsSync(join(course, 'escape.html'))).toBe(false);
    },
  );

  it('refuses two files of one path', () => {
    expect(() => build([...FIRST, { path: 'index.html', content: 'again' }])).toThrow(/EEXIST/);
    expect(existsSync(site)).toBe(false);
  });

  it('cleans up after a build that failed or was killed', () => {
    build();
    expect(() => build([{ path: 'x', content: { copy: 'missing.mp4' } }])).toThrow(/ENOENT/);
    mkdirSync(join(course, '.site.course-new-123456'));
    build();
    expect(look()).toEqual({ files: FIRST_TEXTS, beside: [] });
  });

  it('brings the old site back when a build was killed between its two renames', () => {
    build();
    renameSync(site, join(course, '.site.course-old-aaaaaa'));
    mkdirSync(join(course, '.site.course-new-aaaaaa'));
    heal(site);
    expect(look()).toEqual({ files: FIRST_TEXTS, beside: [] });
  });
});

describe('the lock', () => {
  const lock = () => join(course, '.site.course-lock');
  const holder = (fields: object) =>
    writeFileSync(
      lock(),
      JSON.stringify({ pid: process.ppid, host: hostname(), token: 't', since: 1, ...fields }),
    );

  it('keeps a second build out and says who has it', () => {
    holder({});
    expect(() => build()).toThrow(`Another build writes to the same place (process ${process.ppid} on`);
    expect(existsSync(lock())).toBe(true);
    expect(existsSync(site)).toBe(false);
  });

  it('respects a fresh lock of another machine', () => {
    holder({ host: 'elsewhere', pid: 1 });
    expect(() => build()).toThrow('on elsewhere');
  });

  it.each([
    ['its process is gone', { pid: 2 ** 30 }],
    ['its process had our number in an earlier life', { pid: process.pid }],
    ['it is half written', undefined],
    ['it is of another machine and an hour old', { host: 'elsewhere', since: -60 * 60 * 1000 }],
  ])('is taken over when %s', (_, fields) => {
    if (fields === undefined) writeFileSync(lock(), '{"pid":');
    else holder(fields);
    expect(build().changed).toBe(true);
    expect(look().beside).toEqual([]);
  });
});

describe('checkTarget', () => {
  it.each([
    ['the course folder', () => course, /since the course is in it/],
    ['its parent', () => dirname(course), /since the course is in it/],
    ['the root', () => '/', /cannot replace/],
    ['the home folder', () => homedir(), /cannot replace/],
    ['what is above the home folder', () => dirname(homedir()), /cannot replace/],
  ])('refuses %s', (_, out, message) => {
    expect(() => checkTarget(out(), course)).toThrow(message);
  });

  it('sees through links above the output folder', () => {
    symlinkSync(root, join(root, 'way-round'));
    expect(() => checkTarget(join(root, 'way-round', 'course'), course)).toThrow(/since the course is in it/);
  });

  it('refuses files, links, and folders that hold anything else', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => checkTarget(join(root, 'file'), course)).toThrow(/is a file/);
    mkdirSync(join(root, 'photos'));
    symlinkSync(join(root, 'photos'), join(root, 'link'));
    expect(() => checkTarget(join(root, 'link'), course)).toThrow(/is a link/);
    expect(checkTarget(join(root, 'photos'), course).folder).toBe(join(root, 'photos'));
    writeFileSync(join(root, 'photos/cat.jpg'), '');
    expect(() => checkTarget(join(root, 'photos'), course)).toThrow(
      /holds what course did not make: cat\.jpg/,
    );
  });

  it('refuses to delete what somebody added to a built site', () => {
    build();
    writeFileSync(join(site, '.DS_Store'), '');
    expect(checkTarget(site, course).folder).toBe(site);
    writeFileSync(join(site, 'CNAME'), 'example.org');
    expect(() => checkTarget(site, course)).toThrow(/did not make: CNAME/);
  });
});
