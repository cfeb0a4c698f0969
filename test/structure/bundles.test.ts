import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../dist/browser/en');

/** All but the runtimes: these only announce themselves when they run. */
const bundles = readdirSync(FOLDER).filter((name) => !['runtime.js', 'portable.js'].includes(name));

it('has bundles of each kind', () => {
  for (const kind of ['questions', 'page', 'late'])
    expect(bundles.some((name) => name.startsWith(`${kind}-`))).toBe(true);
});

it.each(bundles)('%s announces itself, and leaves no name to the other scripts of a page', (name) => {
  const window: object = {};
  // What every browser has; libraries may keep one of it.
  const context = createContext({ window, TextEncoder });
  runInContext(readFileSync(join(FOLDER, name), 'utf8'), context);
  expect(Object.keys(window)).toHaveLength(1);
  expect(Object.keys(context)).toEqual(['window', 'TextEncoder']);
});
