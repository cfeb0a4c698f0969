/** Several learners in one browser: each with progress of their own, and nobody's ever mixed with another's. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { inspect, widths } from './axe.ts';
import { entries, kept } from './kept.ts';
import * as learner from './learner.ts';
import { ready, record, reload } from './learner.ts';
import { sharedChromium, sharedSite } from './site.ts';

const BEN = 'Ben <img src=x onerror="window.pwned=1">';

const site = sharedSite('test/browser/course');
const browser = sharedChromium();
let context: BrowserContext;

beforeEach(async () => {
  context = await browser().newContext();
});

async function open(path: string, page?: Page): Promise<Page> {
  const opened = page ?? (await context.newPage());
  await learner.open(opened, site().url + path);
  return opened;
}

const worked = (page: Page): Promise<string[]> =>
  page.evaluate('course.events().filter((event) => event.type === "viewed").map((event) => event.item)');

const header = (page: Page) => page.locator('[data-slot=learner] [data-name]');
const live = (page: Page) => page.locator('[data-slot=live]');
const people = (page: Page) => page.locator('[data-slot=learners]');
const chooser = (page: Page) => page.getByRole('dialog', { name: 'Who is learning?' });

/** Waits for the page that comes in place of this one. */
async function reloaded(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
  await ready(page);
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
  await expect.poll(() => header(page).textContent()).toBe('Ada');
  await expect.poll(() => live(page).textContent()).toContain('Learning now: Ada');
  expect(await page.evaluate('window.pwned')).toBeUndefined();

  // What is deleted or added is one's own.
  await open('progress.html', page);
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Your progress is deleted.').waitFor();
  expect(await worked(page)).toEqual([]);
  await reload(page);
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
  // One behind another draws once a second, and a click waits for that.
  await page.bringToFront();
  await reloaded(other, () => people(page).getByRole('button', { name: 'Switch to Ada' }).click());
  expect(await header(other).textContent()).toBe('Ada');
  await record(other, { type: 'viewed', item: 'film' });
  await ready(page);
  await expect.poll(() => worked(page)).toEqual(['welcome', 'film']);

  // A tab of somebody who was alone until now follows, too.
  await context.close();
  context = await browser().newContext();
  const first = await open('progress.html');
  const alone = await open('modules/welcome.html');
  await first.bringToFront();
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
  await reload(page);
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
  await page.bringToFront();
  await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ben' }).click());
  expect(await worked(page)).toEqual(['film']);

  // Now the one before the last: who is left is the one who learns.
  await open('progress.html', page);
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await reloaded(page, () => page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click());
  expect(await worked(page)).toEqual(['welcome']);
  // Once this is said it is known that nobody else is here.
  await expect.poll(() => live(page).textContent()).toContain('Learning now: Ada');
  expect(await chooser(page).count()).toBe(0);
  expect(await page.locator('[data-slot=learner]').isHidden()).toBe(true);
  const left = [...(await entries(page)).keys()].filter((key) =>
    /^database .*@.*:(since:[^:]*:)?(event|segment|arrival|note:(called|draft|learner))/.test(key),
  );
  expect(left).toEqual([]);
});

it('forgets all that is left of a removed learner a day later, also where another page has it open, or wrote since', async () => {
  const page = await two();
  /** Leaves what a removal leaves, so many milliseconds ago. */
  const removed = (profile: string, ago: number) =>
    page.evaluate(
      async ([profile, ago]) => {
        const base = `course:${window.coursewright?.course.id}@${profile}`;
        const key = `since:${String(Date.now() - Number(ago)).padStart(16, '0')}-x:note:profile`;
        localStorage.setItem(`${base}:${key}`, '{"at":0,"value":"x"}');
        // One page was told, and had a quiz half done; another one never was.
        localStorage.setItem(`${base}:${key.replace('profile', 'begun:k')}`, '{"at":0,"value":{}}');
        const event = { type: 'opened', item: 'welcome', device: 'late-1', n: 1, at: 0 };
        localStorage.setItem(`${base}:event:late-1:1`, JSON.stringify(event));
        localStorage.setItem(`${base}:note:called`, '{"at":1,"value":"Gone"}');
        const opening = indexedDB.open(base);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore('entries').put('{"at":0,"value":"x"}', key);
        await new Promise((done) => {
          opening.onsuccess = done;
        });
        opening.result.onversionchange = () => opening.result.close();
      },
      [profile, ago] as const,
    );
  const names = () =>
    page.evaluate<string[]>('indexedDB.databases().then((all) => all.map(({ name }) => name))');
  await removed('longago', 25 * 60 * 60 * 1000);
  await removed('justnow', 60 * 1000);
  await open('progress.html');
  const has = (found: readonly string[], profile: string) =>
    found.some((name) => name.endsWith(`@${profile}`));
  await expect.poll(async () => has(await names(), 'longago')).toBe(false);
  expect(has(await names(), 'justnow')).toBe(true);
  const local = async (profile: string) =>
    (await page.evaluate<string[]>('Object.keys(localStorage)')).filter((key) =>
      key.includes(`@${profile}:`),
    );
  expect(await local('longago')).toEqual([]);
  expect(await local('justnow')).toHaveLength(4);
  // Nobody else lost anything.
  const other = await open('progress.html');
  await chooser(other).waitFor({ state: 'detached' });
  await reloaded(other, () => people(other).getByRole('button', { name: 'Switch to Ada' }).click());
  expect(await worked(other)).toEqual(['welcome']);
});

it('removes the first learner, and keeps the others', async () => {
  const page = await two();
  await record(page, { type: 'viewed', item: 'film' });
  await reloaded(page, () => people(page).getByRole('button', { name: 'Switch to Ada' }).click());
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await reloaded(page, () => page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click());
  expect(await worked(page)).toEqual(['film']);
  expect(await people(page).textContent()).not.toContain('Ada');
  await reload(page);
  expect(await worked(page)).toEqual(['film']);
});

it('finds the learners again where localStorage was lost, and records nothing before one says who they are', async () => {
  const page = await two();
  await record(page, { type: 'viewed', item: 'film' });
  await kept(page);
  await page.goto(`${site().url}404.html`);
  await page.evaluate('localStorage.clear()');
  await page.goto(`${site().url}modules/welcome.html`);
  await chooser(page).getByRole('button', { name: 'Ada' }).waitFor();
  expect(await page.evaluate('course.events().filter((event) => event.type === "opened").length')).toBe(0);
  await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ben' }).click());
  expect(await worked(page)).toEqual(['film']);
  await header(page).click();
  await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ada' }).click());
  expect(await worked(page)).toEqual(['welcome']);
});

it('takes what cannot be the name of a learner for nobody where it stands for who is learning', async () => {
  const page = await two();
  for (const value of ['../x', 'a:b', '__proto__', 'x'.repeat(5000), 'gone123']) {
    await page.evaluate((text) => localStorage.setItem('course:browser-fixture@', text), value);
    await page.goto(`${site().url}modules/welcome.html`);
    await chooser(page).waitFor();
    await reloaded(page, () => chooser(page).getByRole('button', { name: 'Ada' }).click());
    expect(await worked(page), value).toEqual(['welcome']);
  }
});

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

it.each(widths)('at %i px every state is accessible and fits', async (width) => {
  context = await browser().newContext({ viewport: { width, height: 900 } });
  const page = await two();
  const found: string[] = [];
  const check = async (state: string, fullPage = true) =>
    void found.push(...(await inspect(page, state, { fullPage })));
  await add(page, 'A name as long as names can be which goes on for sixty chars');
  await people(page).getByRole('button', { name: 'Add a learner' }).click();
  await check('learners');
  await people(page).getByRole('button', { name: 'Remove' }).click();
  await check('remove', false);
  await open('modules/welcome.html', page);
  await header(page).click();
  await check('chooser', false);
  await page.keyboard.press('Escape');
  expect(await page.evaluate('document.activeElement.closest("[data-slot]").dataset.slot')).toBe('learner');
  await open('index.html', page);
  await page.getByText('Learning now').waitFor();
  await check('home of several');
  expect(found).toEqual([]);
});
