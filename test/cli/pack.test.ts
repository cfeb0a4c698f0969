import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { scratch } from './run.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function run(command: string, args: readonly string[], cwd: string): { code: number | null; out: string } {
  const env = { ...process.env, NO_COLOR: '1', COURSEWRIGHT_CACHE: join(cwd, '.cache') };
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 120_000 });
  return { code: result.status, out: `${result.stdout}${result.stderr}` };
}

it('works when it is installed into an empty folder, with no other package', () => {
  const place = scratch();
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', place], ROOT);
  expect(packed.code, packed.out).toBe(0);
  const archive = readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '';

  const folder = join(place, 'empty');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const installed = run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join('..', archive)],
    folder,
  );
  expect(installed.code, installed.out).toBe(0);
  expect(installed.out).not.toContain('install-scripts');
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'coursewright',
  ]);

  const made = join(folder, 'node_modules/coursewright');
  expect(readdirSync(made).sort()).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'docs',
      'package.json',
      'schemas',
      'templates',
    ]),
  );
  expect(readFileSync(join(made, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('commander');
  expect(existsSync(join(made, 'src'))).toBe(false);

  for (const args of [
    ['course', 'init', 'x', '--yes'],
    ['course', 'validate', 'x', '--strict'],
    ['course', 'build', 'x'],
    // By the name of the package, too: what works where nothing is installed.
    ['coursewright', 'build', 'x'],
  ]) {
    const used = run('npx', ['--no-install', ...args], folder);
    expect(used.code, used.out).toBe(0);
  }
  expect(readFileSync(join(folder, 'x/site/index.html'), 'utf8')).toContain('<!doctype html>');

  // A colleague who clones the course gets the tool by `npm install`, and starts it by the course's own scripts.
  const clone = join(folder, 'x');
  const manifest = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
  manifest.devDependencies.coursewright = `file:${join(place, archive)}`;
  writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest));
  for (const args of [
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'],
    ['run', 'validate'],
    ['run', 'build'],
  ]) {
    const used = run('npm', args, clone);
    expect(used.code, used.out).toBe(0);
  }
});
