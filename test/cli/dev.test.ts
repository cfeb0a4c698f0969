import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BIN, course, scratch } from './run.ts';

let dir = '';
let child: ChildProcess | undefined;
let said = '';

beforeEach(() => {
  dir = scratch();
  expect(course(['init', dir, '--yes']).code).toBe(0);
});
afterEach(() => {
  child?.kill('SIGKILL');
});

/** Starts `course dev` and gives its address. */
async function start(...flags: string[]): Promise<string> {
  said = '';
  child = spawn(process.execPath, [BIN, 'dev', dir, '--no-cache', ...flags], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await vi.waitFor(() => expect(said).toMatch(/built/), 20_000);
  return /http:\S+/.exec(said)?.[0] ?? '';
}

const page = async (url: string) => (await fetch(url)).text();

it('serves the course, follows edits, keeps the last good build, and ends cleanly', async () => {
  const url = await start('--port', '0');
  const module = join(dir, 'modules/mix.md');
  const source = readFileSync(module, 'utf8');
  const mix = `${url}modules/mix.html`;
  expect(await page(mix)).toContain('Knead for 8 minutes');
  expect(await page(mix)).toContain('src="../__course/client.js"');
  expect((await fetch(new URL('__course/client.js', url))).status).toBe(200);

  writeFileSync(module, source.replace('8 minutes', '9 minutes'));
  await vi.waitFor(async () => expect(await page(mix)).toContain('Knead for 9 minutes'), 20_000);

  writeFileSync(module, source.replace('](rise-and-bake)', '](rise)'));
  await vi.waitFor(() => expect(said).toContain('link/missing-target'), 20_000);
  expect(await page(mix)).toContain('Knead for 9 minutes');
  expect(said).not.toMatch(/\n\s+at .*\.js/);

  writeFileSync(module, source);
  await vi.waitFor(async () => expect(await page(mix)).toContain('Knead for 8 minutes'), 20_000);

  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

it('starts on a broken course and comes up when it is mended', async () => {
  const file = join(dir, 'course.yaml');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace('- mix', '- mixx'));
  const url = await start('--port', '0');
  const broken = await fetch(url);
  expect([broken.status, await broken.text()]).toEqual([503, expect.stringContaining('course.yaml:')]);
  writeFileSync(file, source);
  await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), 20_000);
});

it('says so when the port is taken and takes the next', async () => {
  const url = await start('--port', '0');
  const port = Number(new URL(url).port);
  const first = child;
  const second = await start('--port', String(port));
  expect(said).toContain(`Port ${port} is taken`);
  expect(Number(new URL(second).port)).toBeGreaterThan(port);
  first?.kill('SIGKILL');
});
