/** Several learners in one browser: each with progress of their own, and nobody's ever mixed with another's. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { problems } from './axe.ts';
import { buildCourse } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

/** Where to leave a picture of each state, for people to look at. */
const PICTURES = process.env.PICTURES;
const BEN = 'Ben <img src=x onerror="window.pwned=1">';

let folder: string;
let served: Served;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-people-'));
  served = await serveFolder(await buildCourse('test/browser/course', folder));
  browser = await launchChromium();
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(path: string, page?: Page): Promise<Page> {
  const opened = page ?? (await context.newPage());
  await opened.goto(served.url + path);
  await opened.evaluate('course.ready');
  return opened;
}

const record = (page: Page, ...facts: readonly object[]) =>
  page.evaluate(`for (const fact of ${JSON.stringify(facts)}) course.record(fact)`);

const worked = (page: Page): Promise<string[]> =>
  page.evaluate('course.events().filter((event) => event.type === "viewed").map((event) => event.item)');

const header = (page: Page) => page.locator('[data-slot=learner] [data-name]');
const people = (page: Page) => page.locator('[data-slot=learners]');
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Who is learning?' });

/** Waits for the page that comes in place of this one. */
async function reloaded(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
  await page.evaluate('course.ready');
}

async function add(page: Page, name: string, own?: string): Promise<void> {
  await people(page).getByRole('button', { name: 'Add a learner' }).click();
  if (own !== undefined) await people(page).getByLabel('Your own name or handle').fill(own);
  await people(page).getByLabel('Name or handle of the new learner').fill(name);
  await reloaded(page, () => people(page).getByRole('button', { name: 'Add and switch' }).click());
}

/** Ada, who saw the first page, and Ben, who comes after her and is learning now. */
async function two(): Promise<Page> {
  const page = await open('progress.html');
  await record(page, { type: 'viewed', item: 'welcome' });
  await add(page, BEN, 'Ada');
  return page;
}

it('says nothing of learners where there is one, and loads nothing for it', async () => {
  const page = await open('index.html');
  expect(await page.locator('[data-slot=learner]').isHidden()).toBe(true);
  expect(await page.evaluate('Object.keys(window.coursewrightLate ?? {})')).not.toContain('people');
});

it('keeps the progress of each apart, and names as text', async () => {
  const page = await two();
  expect(await worked(page)).toEqual([]);
  expect(await header(page).textContent()).toBe(BEN);
  await record(page, { type: 'viewed', item: 'film' });
  const file = (await page.evaluate('course.export()')) as { events: { item: string }[] };
  expect(file.events.map(({ item }) => item)).not.toContain('welcome');

  await open('index.html', page);
  await page.getByText(`Learning now: ${BEN}`).waitFor();
  await page.getByRole('button', { name: 'Switch learner' }).click();
  await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ada' }).click());
  expect(await worked(page)).toEqual(['welcome']);
  expect(await header(page).textContent()).toBe('Ada');
  await expect.poll(() => page.locator('[data-slot=live]').textContent()).toContain('Learning now: Ada');
  expect(await page.evaluate('window.pwned')).toBeUndefined();

  // What is deleted or added is one's own.
  await open('progress.html', page);
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Your progress is deleted.').waitFor();
  expect(await worked(page)).toEqual([]);
  await page.reload();
  await page.evaluate('course.ready');
  expect(await header(page).textContent()).toBe('Ada');
  await reloaded(page, () =>
    people(page)
      .getByRole('button', { name: `Switch to ${BEN}` })
      .click(),
  );
  expect(await worked(page)).toEqual(['film']);
});

it('shortens a long name before the title of the course', async () => {
  const page = await two();
  await page.setViewportSize({ width: 320, height: 600 });
  await open('modules/welcome.html', page);
  await header(page).waitFor();
  const cut = (selector: string) =>
    page
      .locator(selector)
      .evaluate(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth || scrollHeight > clientHeight,
      );
  expect(await cut('.brand span')).toBe(false);
  expect(await cut('[data-slot=learner] [data-name]')).toBe(true);
});

it('asks for names that can be told apart', async () => {
  const page = await open('progress.html');
  const form = people(page);
  await form.getByRole('button', { name: 'Add a learner' }).press('Enter');
  const valid = (label: string) =>
    form.getByLabel(label).evaluate((field) => field instanceof HTMLInputElement && field.validationMessage);
  await form.getByRole('button', { name: 'Add and switch' }).click();
  expect(await valid('Your own name')).toBe('Give a name or a handle.');
  await form.getByLabel('Your own name').fill('  Ada\u200b  ');
  await form.getByLabel('Name or handle of the new').fill('ADA');
  await form.getByRole('button', { name: 'Add and switch' }).click();
  expect(await valid('Name or handle of the new')).toBe('Somebody here has this name already.');
  await form.getByRole('button', { name: 'Cancel' }).press('Enter');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Add a learner');
  expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.includes("@"))')).toEqual([]);
});

it('has other tabs follow before anything more is recorded in them', async () => {
  const page = await two();
  const other = await open('modules/welcome.html');
  expect(await header(other).textContent()).toBe(BEN);
  await reloaded(other, () => people(page).getByRole('button', { name: 'Switch to Ada' }).click());
  expect(await header(other).textContent()).toBe('Ada');
  await record(other, { type: 'viewed', item: 'film' });
  await page.evaluate('course.ready');
  expect(await worked(page)).toEqual(['welcome', 'film']);

  // A tab of somebody who was alone until now follows, too.
  await context.close();
  context = await browser.newContext();
  const first = await open('progress.html');
  const alone = await open('modules/welcome.html');
  await reloaded(alone, () => add(first, 'Cem', 'Ada'));
  expect(await header(alone).textContent()).toBe('Cem');
  expect(await alone.evaluate('course.events().map((event) => event.item)')).toEqual(['welcome']);
  await first.evaluate('course.ready');
});

it('follows when a page comes back that slept while somebody else took over', async () => {
  const page = await two();
  const asleep = await context.newPage();
  // What a frozen page misses.
  await asleep.addInitScript(() =>
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true }),
  );
  await open('index.html', asleep);
  await reloaded(page, () => people(page).getByRole('button', { name: 'Switch to Ada' }).click());
  await reloaded(asleep, () => asleep.evaluate('document.dispatchEvent(new Event("visibilitychange"))'));
  expect(await header(asleep).textContent()).toBe('Ada');
});

it('gives each learner a certificate with their own name', async () => {
  const page = await two();
  await open('complete.html', page);
  await page.evaluate(
    `(() => { const field = document.querySelector('input[name=name]'); field.value = 'Benedikt'; field.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  );
  await open('progress.html', page);
  await reloaded(page, () => people(page).getByRole('button', { name: 'Switch to Ada' }).click());
  await open('complete.html', page);
  expect(await page.locator('input[name=name]').inputValue()).toBe('');
});

it('renames who is learning, at once everywhere on the page', async () => {
  const page = await two();
  await people(page).getByRole('button', { name: 'Rename' }).click();
  await people(page).getByLabel('Your own name').fill('Bea');
  await page.keyboard.press('Enter');
  await page.getByText('The name is now Bea.').waitFor();
  await expect.poll(() => header(page).textContent()).toBe('Bea');
  await page.reload();
  await page.evaluate('course.ready');
  expect(await header(page).textContent()).toBe('Bea');
});

it('removes one learner, after a file was offered, and nothing of the others', async () => {
  const page = await two();
  await record(page, { type: 'viewed', item: 'film' });
  const keys = () =>
    page.evaluate<string[]>(
      'Object.keys(localStorage).filter((key) => /:(event|segment|arrival):/.test(key)).sort()',
    );
  const before = await keys();
  await add(page, 'Cem');
  await record(page, { type: 'marked', item: 'tools' });
  await people(page).getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Cem from this computer?' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  expect(saved).toContain('"marked"');
  expect(saved).not.toContain('"film"');
  await reloaded(page, () => dialog.getByRole('button', { name: 'Remove' }).click());

  // Two are left: somebody has to say who is learning, and Escape is no answer.
  await chooser(page).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await chooser(page).waitFor();
  expect(await chooser(page).textContent()).not.toContain('Cem');
  const other = await open('modules/welcome.html');
  await chooser(other).waitFor();
  expect(await keys()).toEqual(before);
  await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ben' }).click());
  expect(await worked(page)).toEqual(['film']);

  // Now the one before the last: who is left is the one who learns.
  await open('progress.html', page);
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await reloaded(page, () => page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click());
  expect(await worked(page)).toEqual(['welcome']);
  expect(await chooser(page).count()).toBe(0);
  expect(await page.locator('[data-slot=learner]').isHidden()).toBe(true);
  const left = await page.evaluate<string[]>(`(async () => {
    const keys = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((done) => { const opening = indexedDB.open(name); opening.onsuccess = () => done(opening.result); });
      keys.push(...await new Promise((done) => { const all = database.transaction('entries').objectStore('entries').getAllKeys(); all.onsuccess = () => done(all.result.map((key) => name + ' ' + key)); }));
      database.close();
    }
    return keys.filter((key) => /@.* (since:[^:]*:)?(event|segment|arrival|note:(called|draft|learner))/.test(key));
  })()`);
  expect(left).toEqual([]);
});

it('removes the first learner, and keeps the others', async () => {
  const page = await two();
  await record(page, { type: 'viewed', item: 'film' });
  await reloaded(page, () => people(page).getByRole('button', { name: 'Switch to Ada' }).click());
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await reloaded(page, () => page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click());
  expect(await worked(page)).toEqual(['film']);
  expect(await people(page).textContent()).not.toContain('Ada');
  await page.reload();
  await page.evaluate('course.ready');
  expect(await worked(page)).toEqual(['film']);
});

it('finds the learners again where localStorage was lost, and records nothing before one says who they are', async () => {
  const page = await two();
  await record(page, { type: 'viewed', item: 'film' });
  await page.evaluate('new Promise((done) => setTimeout(done, 500))');
  await page.goto(`${served.url}404.html`);
  await page.evaluate('localStorage.clear()');
  await page.goto(`${served.url}modules/welcome.html`);
  await chooser(page).getByRole('button', { name: 'Ada' }).waitFor();
  expect(await page.evaluate('course.events().filter((event) => event.type === "opened").length')).toBe(0);
  await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ben' }).click());
  expect(await worked(page)).toEqual(['film']);
  await reloaded(page, () =>
    Promise.resolve(page.evaluate('document.querySelector(".bar-learner button").click()')).then(() =>
      chooser(page).getByRole('button', { name: 'Ada' }).click(),
    ),
  );
  expect(await worked(page)).toEqual(['welcome']);
});

it.each(['../x', 'a:b', '__proto__', 'x'.repeat(5000), 'gone123'])(
  'takes %s for nobody where it stands for who is learning',
  async (value) => {
    const page = await two();
    await page.evaluate((text) => localStorage.setItem('course:browser-fixture@', text), value);
    await page.goto(`${served.url}modules/welcome.html`);
    await chooser(page).waitFor();
    await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ada' }).click());
    expect(await worked(page)).toEqual(['welcome']);
  },
);

it('does not lose what is nowhere yet by switching', async () => {
  const page = await two();
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  });
  await record(page, { type: 'viewed', item: 'film' });
  await page.locator('[data-slot=notice] button').waitFor();
  await people(page).getByRole('button', { name: 'Switch to Ada' }).click();
  await people(page).getByText('Some of your progress is not kept yet').waitFor();
  expect(await worked(page)).toEqual(['film']);
});

it('says where the browser keeps nothing that there can be one learner only', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  await open('progress.html', page);
  await people(page).getByText('cannot hold several learners apart').waitFor();
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

it.each(looks)(
  '$colorScheme at $width px: every state is accessible and fits',
  async ({ colorScheme, width }) => {
    await context.close();
    context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await two();
    const found: string[] = [];
    const check = async (state: string) => {
      await page.evaluate(
        'Promise.allSettled(document.getAnimations().map((animation) => animation.finished))',
      );
      found.push(...(await problems(page)).map((problem) => `${state}: ${problem}`));
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({
          path: join(PICTURES, `${state.replaceAll(' ', '-')}-${colorScheme}-${width}.png`),
          fullPage: state !== 'chooser' && state !== 'remove',
        });
      }
    };
    await add(page, 'A name as long as names can be which goes on for sixty chars');
    await people(page).getByRole('button', { name: 'Add a learner' }).click();
    await check('learners');
    await people(page).getByRole('button', { name: 'Remove' }).click();
    await check('remove');
    await open('modules/welcome.html', page);
    await header(page).click();
    await check('chooser');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.closest("[data-slot]").dataset.slot')).toBe('learner');
    await open('index.html', page);
    await page.getByText('Learning now').waitFor();
    await check('home of several');
    expect(found).toEqual([]);
  },
);
