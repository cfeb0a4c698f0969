/** The progress page with everything on it at once, in each edition, under axe-core: WCAG 2.2 AA, light and dark, narrow and wide. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problems } from './axe.ts';
import { buildCourse, buildPortable } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

/** Where to leave a picture of each state, for people to look at. */
const PICTURES = process.env.PICTURES;
/** Nowhere can it be broken but between letters. */
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenamt';

let folder: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-progress-page-'));
  await buildCourse('test/browser/course', folder);
  await buildPortable('test/browser/course', folder);
  served = await serveFolder(folder);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

/** In a browser that forgets, and whose storage is full once `full` is set. */
async function device(options: { colorScheme: 'light' | 'dark'; width: number }): Promise<Page> {
  const { colorScheme, width } = options;
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
    if (navigator.storage) navigator.storage.persisted = async () => false;
    const refuse = (target: object, name: string) => {
      const write: unknown = Reflect.get(target, name);
      Reflect.set(target, name, function (this: object, ...entry: unknown[]) {
        if (Reflect.get(window, 'full')) throw new DOMException('full', 'QuotaExceededError');
        return write instanceof Function && Reflect.apply(write, this, entry);
      });
    };
    refuse(Storage.prototype, 'setItem');
    refuse(IDBObjectStore.prototype, 'put');
  });
  return page;
}

const people = (page: Page) => page.locator('[data-slot=learners]');
const outcome = (page: Page) => page.locator('[data-slot=transfer] [role=status]').first();
const record = (page: Page, ...facts: readonly object[]) =>
  page.evaluate(`for (const fact of ${JSON.stringify(facts)}) course.record(fact)`);

async function choose(page: Page, course: string, name: string): Promise<void> {
  const stamp = { device: 'elsewhere-x', at: 1e12 };
  const events = ['film', 'tools'].map((item, n) => ({ ...stamp, n: n + 1, type: 'marked', item }));
  const file = { format: 'coursewright-progress', version: 1, course, learner: LONG, events };
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
}

const EDITIONS = [
  ['web', () => `${served.url}site/progress.html`],
  ['portable', () => `${served.url}portable.html#/progress`],
  ['portable from disk', () => `${pathToFileURL(join(folder, 'portable.html'))}#/progress`],
] as const;
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const;
const all = EDITIONS.flatMap(([edition, address]) => LOOKS.map((look) => ({ edition, address, ...look })));

it.each(all)('$edition, $colorScheme at $width px', async ({ edition, address, colorScheme, width }) => {
  const isDisk = edition === 'portable from disk';
  const page = await device({ colorScheme, width });
  const found: string[] = [];
  const check = async (state: string) => {
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().map((animation) => animation.finished))',
    );
    // What lies half below the bar that stays is not too small.
    await page.evaluate('scrollTo(0, 0)');
    found.push(...(await problems(page)).map((problem) => `${state}: ${problem}`));
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const name = `${edition}-${state}-${colorScheme}-${width}`.replaceAll(' ', '-');
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  await page.goto(address());
  await page.evaluate('course.ready');
  await people(page).getByRole('button', { name: 'Add a learner' }).click();
  await people(page).getByLabel('Your own name or handle').fill(LONG);
  await people(page).getByLabel('Name or handle of the new learner').fill(`B${LONG}`);
  await Promise.all([
    page.waitForEvent('load'),
    people(page).getByRole('button', { name: 'Add and switch' }).click(),
  ]);
  await page.evaluate('course.ready');
  const quiz = { type: 'submitted', item: 'check', earned: 3, possible: 3, passed: true };
  await record(
    page,
    ...Array.from({ length: 6 }, () => ({ type: 'viewed', item: 'welcome' })),
    { ...quiz, attempt: 1, credits: { 'check#protein': 1, 'check#cereals': 1 } },
    { type: 'viewed', item: 'water' },
  );
  // Half an entry, as a browser that was killed may leave it.
  await page.evaluate(() => {
    const profile = localStorage.getItem('course:browser-fixture@');
    localStorage.setItem(`course:browser-fixture@${profile}:event:a-b:1`, '{"half');
  });
  await page.reload();
  await page.evaluate('course.ready');
  await page.getByText('could not be read').waitFor();

  await choose(page, LONG, 'other.json');
  await outcome(page).getByText('belongs to another course').waitFor();
  await check('of another course');
  await choose(page, 'browser-fixture', `${LONG}.json`);
  await outcome(page).getByRole('button', { name: 'Add it' }).waitFor();
  await check('preview');
  await outcome(page).getByRole('button', { name: 'Add it' }).click();
  const undo = page.getByRole('button', { name: /^Undo what/ });
  await undo.waitFor();
  const link = page.getByRole('button', { name: 'Make a link' });
  // No link leads to a page on a disk: none is offered.
  expect(await link.count()).toBe(isDisk ? 0 : 1);
  expect((await page.locator('[data-slot=transfer]').textContent())?.includes('QR code')).toBe(!isDisk);
  if (!isDisk) {
    await link.click();
    await page.getByRole('img', { name: 'QR code of the link' }).waitFor();
  }
  if (!isDisk) await page.locator('[data-slot=reminder] button').first().waitFor();
  await page.evaluate('full = true');
  await record(page, { type: 'viewed', item: 'last' });
  await page.locator('[data-slot=notice] button').waitFor();
  await check('everything');

  await undo.click();
  await people(page).getByRole('button', { name: 'Rename' }).click();
  await check('to undo and to rename');
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await check('before deleting');
  await page.keyboard.press('Escape');
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await check('before removing a learner');
  expect(found).toEqual([]);
  await page.context().close();
});

it('a link of the portable edition, on a web server, is shown and added there', async () => {
  const [, [, address]] = EDITIONS;
  const look = { colorScheme: 'light', width: 1280 } as const;
  const from = await device(look);
  await from.goto(address());
  await from.evaluate('course.ready');
  await record(from, { type: 'viewed', item: 'welcome' });
  await from.getByRole('button', { name: 'Make a link' }).click();
  const link = await from.getByRole('textbox', { name: 'The link' }).inputValue();
  expect(link).toMatch(/portable\.html#progress=[\w-]+$/);
  const to = await device(look);
  // As a link in a message, and pasted into the address of a page that shows.
  await to.goto(link);
  await outcome(to).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => to.evaluate('location.hash')).not.toContain('progress=');
  expect(await to.evaluate('course.events().length')).toBe(0);
  await to.locator('.brand').click();
  await expect.poll(() => to.evaluate('document.body.dataset.page')).toBe('home');
  await to.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await outcome(to).getByRole('button', { name: 'Add it' }).click();
  await expect.poll(() => to.evaluate("course.view().byId.get('welcome').status")).toBe('done');
  await to.context().close();
  await from.context().close();
});
