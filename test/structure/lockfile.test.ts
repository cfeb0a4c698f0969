import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { entryFor, type Lock, missingOptional } from '../../scripts/complete-lock.ts';

const lock: Lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8'));

it('holds the optional packages of every platform, as `npm ci` demands (else: npx tsx scripts/complete-lock.ts)', () => {
  expect([...missingOptional(lock).keys()]).toEqual([]);
});

it('names no registry', () => {
  expect(JSON.stringify(lock)).not.toContain('"resolved":"http');
});

it.each([
  ['node_modules/@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['node_modules/@oxc-parser/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ['node_modules/@oxc-parser/binding-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
  ['node_modules/a/node_modules/@b/binding-wasm32-wasi', { cpu: ['wasm32'] }],
])('tells the platform of %s', (place, platform) => {
  expect(entryFor(place, '1.2.3')).toEqual({ version: '1.2.3', dev: true, optional: true, ...platform });
  expect(() => entryFor('node_modules/no-platform', '1.2.3')).toThrow(/which platform/);
  expect(() => entryFor(place, '^1.2.3')).toThrow(/no exact version/);
});
