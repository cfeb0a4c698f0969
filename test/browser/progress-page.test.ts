/** The progress page with everything on it at once, in each edition, under axe-core: WCAG 2.2 AA, light and dark, narrow and wide. */
import { dirname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inspect, widths } from './axe.ts';
import { builtCourse, builtPortable } from './built.ts';
import { serveFolder } from './launch.ts';
import { open, ready, record, reload } from './learner.ts';
import { shared, sharedChromium } from './site.ts';

/** Nowhere can it be broken but between letters. */
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenamt';

/** The course in both editions, which stand beside each other on one server. */
const editions = shared(
  async () => {
    const [web, portable] = [
      await builtCourse('test/browser/course'),
      await builtPortable('test/browser/course'),
    ];
    const folder = dirname(portable);
    const served = await serveFolder(folder);
    const address = (path: string) => `${served.url}${relative(folder, path)}`;
    return { ...served, web: address(web), portable: address(portable), file: portable };
  },
  (served) => served.close(),
);
const browser = sharedChromium();

/** In a browser that forgets, and whose storage is full once `full` is set. */
async function device(width: number): Promise<Page> {
  const context = await browser().newContext({ viewport: { width, height: 900 } });
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
async function choose(page: Page, course: string, name: string): Promise<void> {
  const stamp = { device: 'elsewhere-x', at: 1e12 };
  const events = ['film', 'tools'].map((item, n) => ({ ...stamp, n: n + 1, type: 'marked', item }));
  const file = { format: 'coursewright-progress', version: 1, course, learner: LONG, events };
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
}

const EDITIONS = [
  ['web', () => `${editions().web}/progress.html`],
  ['portable', () => `${editions().portable}#/progress`],
  ['portable from disk', () => `${pathToFileURL(editions().file)}#/progress`],
] as const;
const all = EDITIONS.flatMap(([edition, address]) => widths.map((width) => ({ edition, address, width })));

it.each(all)('$edition at $width px', async ({ edition, address, width }) => {
  const isDisk = edition === 'portable from disk';
  const page = await device(width);
  const found: string[] = [];
  const check = async (state: string) => {
    // What lies half below the bar that stays is not too small.
    await page.evaluate('scrollTo(0, 0)');
    found.push(...(await inspect(page, `${edition} ${state}`)));
  };

  await open(page, address());
  await people(page).getByRole('button', { name: 'Add a learner' }).click();
  await people(page).getByLabel('Your own name or handle').fill(LONG);
  await people(page).getByLabel('Name or handle of the new learner').fill(`B${LONG}`);
  await Promise.all([
    page.waitForEvent('load'),
    people(page).getByRole('button', { name: 'Add and switch' }).click(),
  ]);
  await ready(page);
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
  await reload(page);
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
  // Only Firefox keeps it for a file at its place.
  expect(await page.locator('[data-slot=transfer]').textContent()).not.toContain('moves or renames the file');
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
  await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await people(page).getByRole('button', { name: 'Rename' }).click();
  await check('to undo and to rename');
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).waitFor();
  await check('before deleting');
  await page.keyboard.press('Escape');
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).waitFor();
  await check('before removing a learner');
  expect(found).toEqual([]);
  await page.context().close();
});

it('a link of the portable edition, on a web server, is shown and added there', async () => {
  const [, [, address]] = EDITIONS;
  const from = await device(1280);
  await open(from, address());
  await record(from, { type: 'viewed', item: 'welcome' });
  await from.getByRole('button', { name: 'Make a link' }).click();
  const field = from.getByRole('textbox', { name: 'The link' });
  await expect.poll(() => field.inputValue()).not.toBe('');
  const link = await field.inputValue();
  expect(link).toMatch(/portable\.html#progress=[\w-]+$/);
  const to = await device(1280);
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
