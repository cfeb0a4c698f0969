/** What the runtime makes of a page, state by state, under axe-core: WCAG 2.2 AA, light and dark, narrow and wide. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problems } from './axe.ts';
import { buildCourse } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

/** Where to leave a picture of each state, for people to look at. */
const PICTURES = process.env.PICTURES;

let folder: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-states-'));
  served = await serveFolder(await buildCourse('test/browser/course', folder));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

it.each(looks)('$colorScheme at $width px: every state is accessible and fits', async (look) => {
  const context = await browser.newContext({
    colorScheme: look.colorScheme,
    viewport: { width: look.width, height: 900 },
  });
  const page = await context.newPage();
  const found: string[] = [];

  const open = async (path: string) => {
    await page.goto(served.url + path);
    await page.evaluate('course.ready');
  };
  const check = async (state: string) => {
    // Colours that are on their way are neither the old nor the new ones.
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().map((animation) => animation.finished))',
    );
    found.push(...(await problems(page)).map((problem) => `${state}: ${problem}`));
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({
        path: join(PICTURES, `${state.replaceAll(' ', '-')}-${look.colorScheme}-${look.width}.png`),
        fullPage: true,
      });
    }
  };
  const record = (facts: readonly object[]) =>
    page.evaluate(`for (const fact of ${JSON.stringify(facts)}) course.record(fact)`);

  await open('modules/water.html');
  await check('locked page');
  await record([{ type: 'viewed', item: 'welcome' }]);
  await open('modules/film.html');
  await record([{ type: 'media', item: 'film', media: 'assets/knead.webm', from: 0, to: 8, duration: 8 }]);
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  await check('countdown');
  await record([{ type: 'marked', item: 'tools' }]);
  await open('modules/tools.html');
  await check('foreign video');
  await open('modules/flour.html');
  await page.getByLabel('Cake flour').check();
  await page.getByRole('button', { name: 'Check' }).first().click();
  await page.getByLabel('Rye').check();
  await page.getByRole('button', { name: 'Check' }).last().click();
  await check('wrong answer');
  await page.getByLabel('Bread flour').check();
  await page.getByRole('button', { name: 'Check' }).first().click();
  await check('right answer');
  await open('quizzes/check.html');
  await page.getByLabel('Starch').check();
  await page.getByRole('button', { name: 'Hand in answers' }).click();
  await check('open questions');
  await page.getByRole('button', { name: 'Hand in as it is' }).click();
  await check('failed quiz');
  await open('index.html');
  await check('home on the way');
  await record([
    { type: 'reviewed', item: 'flour' },
    {
      type: 'submitted',
      item: 'check',
      attempt: 2,
      earned: 3,
      possible: 3,
      credits: { 'check#protein': 1, 'check#cereals': 1 },
    },
    { type: 'viewed', item: 'water' },
  ]);
  await open('modules/water.html');
  await check('ways to choose from');
  await open('modules/starter.html');
  await check('choice');
  await record([
    { type: 'viewed', item: 'starter' },
    { type: 'viewed', item: 'last' },
  ]);
  await open('quizzes/check.html');
  await check('passed quiz');
  await open('complete.html');
  await page.getByLabel('Name on the certificate').fill('Ada Lovelace');
  await check('certificate');
  await open('progress.html');
  await check('progress');
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await check('question before deleting');
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  await open('modules/welcome.html');
  await page.locator('[data-slot=notice] button').waitFor();
  await check('notice');

  expect(found).toEqual([]);
  await context.close();
});
