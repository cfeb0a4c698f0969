import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, openCacheStore, toolFingerprint } from '../../src/platform/cache-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cw-cache-'));
});

const open = (tool = 'v1', course = '/courses/a') => openCacheStore(course, folder, tool);
const stores = () => readdirSync(folder);
const only = () => join(folder, stores()[0] ?? 'none');

describe('the cache store', () => {
  it('remembers, in any script and length', () => {
    const values = { a: '', b: 'ü€𝄞\u0000\n', c: 'x'.repeat(100_000) };
    const first = open();
    for (const [key, value] of Object.entries(values)) first.set(key, value);
    first.save();
    const second = open();
    for (const [key, value] of Object.entries(values)) expect(second.get(key)).toBe(value);
    expect(second.get('d')).toBeUndefined();
  });

  it('keeps old entries beside new ones, and the newest value of each', () => {
    const first = open();
    first.set('a', '1');
    first.set('b', '1');
    first.save();
    const second = open();
    second.set('b', '2');
    second.save();
    expect([open().get('a'), open().get('b')]).toEqual(['1', '2']);
  });

  it('forgets what many runs did not use', () => {
    const first = open();
    first.set('used', 'x');
    first.set('unused', 'x');
    first.save();
    for (let n = 0; n < 12; n++) {
      const store = open();
      store.get('used');
      store.set(`new${n}`, 'x');
      store.save();
    }
    expect([open().get('used'), open().get('unused')]).toEqual(['x', undefined]);
  });

  it('writes nothing when nothing is new', () => {
    const first = open();
    first.set('a', '1');
    first.save();
    const before = statSync(only()).mtimeMs;
    const second = open();
    second.get('a');
    second.save();
    expect(statSync(only()).mtimeMs).toBe(before);
  });

  it('is empty for another tool, and another course has its own', () => {
    const first = open();
    first.set('a', '1');
    first.save();
    expect(open('v2').get('a')).toBeUndefined();
    expect(open('v1', '/courses/b').get('a')).toBeUndefined();
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    [
      'changed in place',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('value', 'VALUE'), 'latin1'),
    ],
    [
      'without a first line',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('\n', ' '), 'latin1'),
    ],
    ['with a first line that is no JSON', () => Buffer.from('{\nvalue')],
    [
      'with a first line of another kind',
      () => Buffer.from('{"format":1,"tool":"v1","run":1,"entries":[[1]]}\nvalue'),
    ],
    ['empty', () => Buffer.alloc(0)],
  ])('that is %s gives nothing wrong', (_, damage) => {
    const first = open();
    first.set('a', 'some value');
    first.save();
    writeFileSync(only(), damage(readFileSync(only())));
    const second = open();
    expect(second.get('a')).toBeUndefined();
    second.set('a', 'again');
    second.save();
    expect(open().get('a')).toBe('again');
  });

  it('is private to its user, with nothing left beside it', () => {
    const store = open();
    store.set('a', '1');
    store.save();
    expect(stores()).toHaveLength(1);
    if (process.platform !== 'win32') expect(statSync(only()).mode & 0o077).toBe(0);
  });

  it('lets the build go on where nothing can be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const store = openCacheStore('/courses/a', join(file, 'below'), 'v1');
    store.set('a', '1');
    expect(() => store.save()).not.toThrow();
    expect(store.get('a')).toBe('1');
  });
});

describe('the cache folder', () => {
  it('is named by COURSEWRIGHT_CACHE, else by the operating system', () => {
    expect(cacheFolder({ COURSEWRIGHT_CACHE: '/x' }, 'linux')).toBe('/x');
    expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' }, 'linux')).toBe(join('/xdg', 'coursewright'));
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toMatch(/\.cache[\\/]coursewright$/);
    expect(cacheFolder({ LOCALAPPDATA: 'C' }, 'win32')).toBe(join('C', 'coursewright', 'cache'));
    expect(cacheFolder({}, 'win32')).toBeUndefined();
    expect(cacheFolder({}, 'darwin')).toMatch(/Caches[\\/]coursewright$/);
  });
});

describe('the fingerprint of the tool', () => {
  it('is the same twice and changes with the version', () => {
    expect(toolFingerprint('1.0.0')).toBe(toolFingerprint('1.0.0'));
    expect(toolFingerprint('1.0.0')).not.toBe(toolFingerprint('1.0.1'));
  });
});
