import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Watcher, watchFolder } from '../../src/serve/watch.ts';

let folder = '';
let watcher: Watcher | undefined;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'course-watch-')));
  mkdirSync(join(folder, 'modules'));
  mkdirSync(join(folder, 'site'));
});
afterEach(async () => {
  await watcher?.close();
  rmSync(folder, { recursive: true, force: true });
});

const nobody = () => {
  throw new Error('unexpected');
};

it('notices new, changed and removed files, and gathers changes that come together', async () => {
  let runs = 0;
  const work = async () => void runs++;
  watcher = await watchFolder(folder, { ignore: [], work, onReturn: nobody, onError: nobody });
  expect(runs).toBe(1);
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, 'modules', `${name}.md`), '1');
  await vi.waitFor(() => expect(runs).toBe(2), 5000);
  writeFileSync(join(folder, 'modules/a.md'), 'changed');
  await vi.waitFor(() => expect(runs).toBe(3), 5000);
  rmSync(join(folder, 'modules/b.md'));
  await vi.waitFor(() => expect(runs).toBe(4), 5000);
});

it('ignores the output, hidden files and node_modules', async () => {
  let runs = 0;
  const work = async () => void runs++;
  watcher = await watchFolder(folder, {
    ignore: [join(folder, 'site')],
    work,
    onReturn: nobody,
    onError: nobody,
  });
  writeFileSync(join(folder, 'site/index.html'), '');
  writeFileSync(join(folder, '.hidden'), '');
  mkdirSync(join(folder, 'node_modules/x'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/x/y.js'), '');
  writeFileSync(join(folder, 'modules/seen.md'), '');
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1), 5000);
  expect(runs).toBe(2);
});

it('never works twice at once, runs again for what changed meanwhile, and survives a failure', async () => {
  let running = 0;
  let runs = 0;
  let release = (): void => undefined;
  const errors: unknown[] = [];
  const work = async () => {
    runs++;
    running++;
    expect(running).toBe(1);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    running--;
    if (runs === 1) throw new Error('first');
  };
  watcher = await watchFolder(folder, {
    ignore: [],
    work,
    onReturn: nobody,
    onError: (error) => errors.push(error),
  });
  writeFileSync(join(folder, 'course.yaml'), '1');
  expect(runs).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(runs).toBe(1);
  release();
  await vi.waitFor(() => expect(runs).toBe(2), 5000);
  release();
  await watcher.idle();
  expect(runs).toBe(2);
  expect(errors).toEqual([new Error('first')]);
});

it.each([
  ['moved away and back', () => renameSync(`${folder}-away`, folder)],
  ['replaced by another', () => mkdirSync(folder)],
])('keeps watching when the folder was %s', async (_, bringBack) => {
  let runs = 0;
  let returns = 0;
  const work = async () => void runs++;
  watcher = await watchFolder(folder, { ignore: [], work, onReturn: () => returns++, onError: nobody });
  renameSync(folder, `${folder}-away`);
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1), 5000);
  expect(returns).toBe(0);
  bringBack();
  await vi.waitFor(() => expect(returns).toBe(1), 5000);
  await watcher.idle();
  // What still comes in from the return itself.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = runs;
  writeFileSync(join(folder, 'course.yaml'), '1');
  await vi.waitFor(() => expect(runs).toBeGreaterThan(before), 5000);
  rmSync(`${folder}-away`, { recursive: true, force: true });
});

it('notices a folder that was replaced between two looks', async () => {
  let returns = 0;
  const work = async () => undefined;
  watcher = await watchFolder(folder, { ignore: [], work, onReturn: () => returns++, onError: nobody });
  renameSync(folder, `${folder}-away`);
  mkdirSync(folder);
  await vi.waitFor(() => expect(returns).toBe(1), 5000);
  rmSync(`${folder}-away`, { recursive: true, force: true });
});
