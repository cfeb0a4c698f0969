import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCourse } from './built.ts';
import { follow } from './follow.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

let folder: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-example-'));
  served = await serveFolder(await buildCourse('example-course', folder));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['passes every quiz at once', true],
  ['fails every quiz at first', false],
])('leads a learner who %s to the certificate, button by button', async (_who, firstTry) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const way = await follow(page, served.url, firstTry);
  expect(errors).toEqual([]);
  // The required pages at least, each on its own.
  expect(new Set(way).size).toBeGreaterThan(15);
  expect(await page.evaluate('course.view().finished'), way.join(' → ')).toBe(true);
  expect(page.url()).toContain('complete.html');
  expect(await page.locator('[data-slot=certificate]').isVisible()).toBe(true);
  await context.close();
});
