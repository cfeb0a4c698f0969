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

async function build(files: Iterable<OutputFile> = FIRST, signal?: AbortSignal) {
  mkdirSync(join(course, 'assets'), { recursive: true });
  writeFileSync(join(course, 'assets/clip.mp4'), 'moving pictures');
  const locate = (path: string) => join(course, path);
  return writeSite(checkTarget(site, course), files, {
    generator: 'coursewright test',
    now: 1,
    locate,
    ...(signal && { signal }),
  });
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
  it('writes all files and leaves nothing beside them', async () => {
    expect(await build()).toMatchObject({ files: 4, changed: true });
    expect(look()).toEqual({ files: FIRST_TEXTS, beside: [] });
  });

  it('replaces the whole site: what is gone from the course is gone from it', async () => {
    await build();
    expect(await build([{ path: 'index.html', content: 'two' }])).toMatchObject({ changed: true });
    expect(look()).toEqual({ files: { 'index.html': 'two' }, beside: [] });
  });

  it('does not touch a site that has these bytes already', async () => {
    await build();
    const before = statSync(site).ino;
    expect((await build()).changed).toBe(false);
    expect(statSync(site).ino).toBe(before);
    writeFileSync(join(site, 'index.html'), '<p>0ne</p>');
    expect((await build()).changed).toBe(true);
    expect(look().files).toEqual(FIRST_TEXTS);
  });

  it.each(['../escape.html', '/etc/x', 'a/../../b', '.', ''])(
    'refuses the path %j and keeps the old site',
    async (path) => {
      await build();
      await expect(build([{ path, content: 'x' }])).rejects.toThrow(/would leave the output folder/);
      expect(look().files).toEqual(FIRST_TEXTS);
      expect(existsSync(join(course, 'escape.html'))).toBe(false);
    },
  );

  it('refuses two files of one path', async () => {
    await expect(build([...FIRST, { path: 'index.html', content: 'again' }])).rejects.toThrow(/EEXIST/);
    expect(existsSync(site)).toBe(false);
  });

  it('cleans up after a build that failed or was killed', async () => {
    await build();
    await expect(build([{ path: 'x', content: { copy: 'missing.mp4' } }])).rejects.toThrow(/ENOENT/);
    mkdirSync(join(course, '.site.course-new-123456'));
    await build();
    expect(look()).toEqual({ files: FIRST_TEXTS, beside: [] });
  });

  it('cleans up and keeps the old site when it is broken off', async () => {
    await build();
    const stop = new AbortController();
    const slowly = function* () {
      yield* [1, 2].map((n) => ({ path: `${n}.html`, content: 'x' }));
      expect(look().beside.length).toBe(2);
      stop.abort(new Error('stopped'));
      for (const start = performance.now(); performance.now() - start < 60; );
      yield { path: '3.html', content: 'x' };
      throw new Error('went on');
    };
    await expect(build(slowly(), stop.signal)).rejects.toThrow('stopped');
    expect(look()).toEqual({ files: FIRST_TEXTS, beside: [] });
  });

  it('brings the old site back when a build was killed between its two renames', async () => {
    await build();
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

  it('keeps a second build out and says who has it', async () => {
    holder({});
    await expect(build()).rejects.toThrow(
      `Another build writes to the same place (process ${process.ppid} on`,
    );
    expect(existsSync(lock())).toBe(true);
    expect(existsSync(site)).toBe(false);
  });

  it('respects a fresh lock of another machine', async () => {
    holder({ host: 'elsewhere', pid: 1 });
    await expect(build()).rejects.toThrow('on elsewhere');
  });

  it.each([
    ['its process is gone', { pid: 2 ** 30 }],
    ['its process had our number in an earlier life', { pid: process.pid }],
    ['it is half written', undefined],
    ['it is of another machine and an hour old', { host: 'elsewhere', since: -60 * 60 * 1000 }],
  ])('is taken over when %s', async (_, fields) => {
    if (fields === undefined) writeFileSync(lock(), '{"pid":');
    else holder(fields);
    expect((await build()).changed).toBe(true);
    expect(look().beside).toEqual([]);
  });
});

describe('checkTarget', () => {
  it.each([
    ['quizzes', /quizzes is for the sources/],
    ['modules/site', /modules is for the sources/],
    ['Assets/x', /assets is for the sources/],
    ['.git', /\.git is no folder for sites/],
    ['site/node_modules/x', /node_modules is no folder for sites/],
    ['../.git/site', /\.git is no folder for sites/],
  ])('keeps %s free of sites, also while it is empty or absent', (path, message) => {
    expect(() => checkTarget(join(course, path), course)).toThrow(message);
    mkdirSync(join(course, path), { recursive: true });
    expect(() => checkTarget(join(course, path), course)).toThrow(message);
  });

  it.each(['pages/site', '../assets', '.preview'])('lets a site go to %s', (path) => {
    expect(checkTarget(join(course, path), course).folder).toBe(join(course, path));
  });

  it('says when a file is in the way', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => checkTarget(join(root, 'file/x/y'), course)).toThrow(`${join(root, 'file')} is a file, so`);
  });

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

  it('refuses to delete what somebody added to a built site', async () => {
    await build();
    writeFileSync(join(site, '.DS_Store'), '');
    expect(checkTarget(site, course).folder).toBe(site);
    writeFileSync(join(site, 'CNAME'), 'example.org');
    expect(() => checkTarget(site, course)).toThrow(/did not make: CNAME/);
  });
});
