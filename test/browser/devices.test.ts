/** How progress goes from one device to another and back: links, QR codes, files, undo; and what is said of how it is kept. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { inspect, widths } from './axe.ts';
import * as learner from './learner.ts';
import { record, reload } from './learner.ts';
import { sharedChromium, sharedSite } from './site.ts';

const site = sharedSite('test/browser/course');
const browser = sharedChromium();

/** A new browser, as it were, with nothing in it. */
async function device(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser().newContext(options)).newPage();
}

const open = (page: Page, path: string) => learner.open(page, site().url + path);

const count = (page: Page): Promise<number> => page.evaluate('course.events().length');
const transfer = (page: Page) => page.locator('[data-slot=transfer]');

/** Somebody who did the first two pages. */
async function begun(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await device(options);
  await open(page, 'progress.html');
  await record(page, { type: 'viewed', item: 'welcome' }, { type: 'marked', item: 'tools' });
  return page;
}

async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByRole('textbox', { name: 'The link' }).inputValue();
}

/** A file to choose, from what `course.export()` gives. */
function fileOf(contents: unknown, name = 'progress.json') {
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(contents)) };
}

async function choose(page: Page, contents: unknown, name?: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(fileOf(contents, name));
}

/** What a picture shows, after it was turned, blurred and made noisy as by a camera, as pixels. */
async function photographed(
  page: Page,
  png: Buffer,
): Promise<{ width: number; height: number; data: Uint8Array }> {
  const camera = await page.context().newPage();
  const shot = await camera.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      const side = Math.round(Math.max(image.width, image.height) * 1.25);
      canvas.width = side;
      canvas.height = side;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas.');
      context.fillStyle = '#8a8a80';
      context.fillRect(0, 0, side, side);
      context.translate(side / 2, side / 2);
      context.rotate(0.09);
      context.filter = 'blur(0.7px) contrast(0.75) brightness(0.9)';
      context.drawImage(image, -image.width / 2, -image.height / 2);
      const { data } = context.getImageData(0, 0, side, side);
      let seed = 1;
      let text = '';
      for (let i = 0; i < data.length; i++) {
        seed = (seed * 48271) % 2147483647;
        const noise = i % 4 === 3 ? 0 : (seed % 31) - 15;
        text += String.fromCharCode(Math.min(255, Math.max(0, (data[i] ?? 0) + noise)));
      }
      return { width: side, height: side, text: btoa(text) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await camera.close();
  return { width: shot.width, height: shot.height, data: new Uint8Array(Buffer.from(shot.text, 'base64')) };
}

describe('a link with progress', () => {
  it('is looked at first, on whichever page it opens, and adds nothing without a click', async () => {
    const from = await begun();
    await record(from, { type: 'viewed', item: 'film' });
    await open(from, 'complete.html');
    await from.evaluate(
      `document.querySelector('input[name=name]').value = 'Ada <i>L</i>';
      document.querySelector('input[name=name]').dispatchEvent(new Event('input', { bubbles: true }))`,
    );
    await open(from, 'progress.html');
    const link = await linkOf(from);
    expect(link).toMatch(/\/progress\.html#progress=[\w-]+$/);
    expect(link.length).toBeLessThan(600);

    const to = await device();
    await record(await openOn(to, 'modules/tools.html'), { type: 'marked', item: 'tools' });
    const before = await count(to);
    await to.goto(link.replace('progress.html', 'modules/welcome.html'));
    const preview = transfer(to);
    await preview.getByRole('button', { name: 'Add it' }).waitFor();
    await expect.poll(() => to.url()).toContain('/progress.html#progress=');
    await expect.poll(() => preview.textContent()).toContain('Progress of Ada <i>L</i>, saved on');
    await expect.poll(() => preview.textContent()).toMatch(/This adds \d entries/);
    expect(await count(to)).toBe(before);
    // It stays for who reloads before deciding.
    await to.reload();
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => to.url()).toBe(`${site().url}progress.html`);
    expect(await count(to)).toBe(before);

    await to.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await preview.getByRole('button', { name: 'Add it' }).click();
    await preview.getByText('entries added.').waitFor();
    await expect.poll(() => to.url()).toBe(`${site().url}progress.html`);
    await expect.poll(() => to.evaluate('course.view().byId.get("film").opened')).toBe(true);
    await expect
      .poll(() => to.evaluate('course.events().filter((event) => event.type === "marked").length'))
      .toBe(2);

    await to.goto(link);
    await preview.getByText('Everything in it is here already').waitFor();
    await expect.poll(() => to.url()).toBe(`${site().url}progress.html`);
    await open(to, 'complete.html');
    await expect.poll(() => to.locator('input[name=name]').inputValue()).toBe('Ada <i>L</i>');
  });

  it.each([
    ['of another course', (link: string) => link, 'tea', 'belongs to another course'],
    ['that was cut off', (link: string) => link.slice(0, -9), 'browser-fixture', 'damaged or was cut off'],
    ['that is none', () => '#progress=%00<script>', 'browser-fixture', 'damaged or was cut off'],
  ])('%s is refused with the reason', async (_, change, course, says) => {
    const { toHash } = await import('../../src/runtime/transfer/link.ts');
    const { text } = await toHash({
      format: 'coursewright-progress',
      version: 1,
      course,
      title: '',
      exported: '2026-11-22T10:00:00.000Z',
      events: [{ type: 'viewed', item: 'welcome', device: 'a-b', n: 1, at: 0 }],
    });
    const page = await device();
    await page.goto(`${site().url}index.html${change(text)}`);
    await transfer(page).getByText(says).waitFor();
    await expect.poll(() => page.url()).toBe(`${site().url}progress.html`);
    await expect.poll(() => count(page)).toBe(0);
  });

  it('is copied, and shared where the browser can', async () => {
    const page = await begun({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => {
      Object.assign(navigator, { share: async (data: object) => Object.assign(window, { shared: data }) });
    });
    const link = await linkOf(page);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('The link is copied.').waitFor();
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(link);
    await page.getByRole('button', { name: 'Share the link' }).click();
    await expect.poll(() => page.evaluate('window.shared.url')).toBe(link);
  });

  it('is selected to be copied by hand where the browser does not let it be copied', async () => {
    const page = await begun();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const link = await linkOf(page);
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('copy it with the keyboard').waitFor();
    await expect
      .poll(() =>
        page.evaluate(
          'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
        ),
      )
      .toBe(link);
  });

  it('is not made of what is too large for one, which the page says', async () => {
    const page = await device();
    await open(page, 'progress.html');
    await page.evaluate(`for (let i = 0; i < 60; i++) course.record({ type: 'answered', item: 'flour', question: 'flour#strong', credit: 0,
      response: { type: 'text', text: Array.from(crypto.getRandomValues(new Uint8Array(200))).join() } })`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    await transfer(page).getByText('too large for a link').waitFor();
    expect(await page.getByLabel('The link').count()).toBe(0);
  });

  it('is not offered by pages from a disk, which no link opens elsewhere', async () => {
    const page = await device();
    await page.goto(pathToFileURL(join(site().folder, 'progress.html')).href);
    await transfer(page).getByRole('button', { name: /Save/ }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Make a link' }).count()).toBe(0);
  });
});

describe('the QR code of a link', () => {
  it.each([
    ['on a wide screen', { viewport: { width: 1280, height: 900 } }, 20],
    [
      'on a phone, with as much as one takes',
      { viewport: { width: 320, height: 700 }, deviceScaleFactor: 2, colorScheme: 'dark' as const },
      60,
    ],
  ])('is read by a camera %s', async (_, options, answers) => {
    const page = await device(options);
    await open(page, 'progress.html');
    await page.evaluate(`for (let i = 0; i < ${answers}; i++) course.record({ type: 'answered', item: 'flour', question: 'flour#strong', credit: i % 2,
      response: { type: 'single', option: String(i % 3) } })`);
    await linkOf(page);
    const code = page.getByRole('img', { name: 'QR code of the link' });
    await code.waitFor();
    const link = decodeQr(await photographed(page, await code.screenshot()));
    const to = await device();
    await to.goto(link);
    await transfer(to).getByRole('button', { name: 'Add it' }).click();
    await transfer(to).getByText('entries added.').waitFor();
    await expect
      .poll(() => to.evaluate('JSON.stringify(course.events())'))
      .toBe(await page.evaluate('JSON.stringify(course.events())'));
  });

  it('is not made where a camera could not read it; the link still is', async () => {
    const page = await device();
    await open(page, 'progress.html');
    await page.evaluate(`for (let i = 0; i < 8; i++) course.record({ type: 'answered', item: 'flour', question: 'flour#strong', credit: 0,
      response: { type: 'text', text: Array.from(crypto.getRandomValues(new Uint8Array(100))).join() } })`);
    expect(await linkOf(page)).toMatch(/^http/);
    await page.getByText('too large for a QR code').waitFor();
    expect(await page.getByRole('img', { name: 'QR code of the link' }).count()).toBe(0);
  });
});

describe('a progress file', () => {
  it('brings answers and a longer limit of attempts under way, by the page and by a script alike', async () => {
    const from = await device();
    await open(from, 'progress.html');
    await record(from, { type: 'viewed', item: 'welcome' });
    await from.evaluate(`course.import({ ...{ format: 'coursewright-progress', version: 1, course: 'browser-fixture', events: [] },
      drafts: { 'draft:check#protein:1': { response: { type: 'single', option: 'gluten' } } },
      times: { 'time:check:1': { until: 5000, all: 4000 } } })`);
    const file = await from.evaluate('course.export()');
    expect(file).toMatchObject({
      drafts: { 'draft:check#protein:1': { response: { type: 'single', option: 'gluten' } } },
      times: { 'time:check:1': { until: 5000, all: 4000 } },
    });
    const [download] = await Promise.all([
      from.waitForEvent('download'),
      from.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const saved: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(saved).toEqual({ ...(file as object), exported: expect.any(String) });

    const to = await device();
    await open(to, 'progress.html');
    await choose(to, file);
    await transfer(to).getByText('answers of attempts that are not handed in').waitFor();
    await transfer(to).getByRole('button', { name: 'Add it' }).click();
    await transfer(to).getByText('added.').waitFor();
    await expect
      .poll(() => to.evaluate('course.export()'))
      .toMatchObject({
        drafts: (file as { drafts: object }).drafts,
      });
    await choose(to, file);
    await transfer(to).getByText('Everything in it is here already').waitFor();

    // It goes with the file again, also where nothing else came.
    const undo = async () => {
      await to.getByRole('button', { name: /^Undo what was added/ }).click();
      await to.getByRole('button', { name: 'Undo', exact: true }).click();
      await transfer(to).getByText('aken away again.').waitFor();
      expect(await to.evaluate('course.export()')).not.toHaveProperty('drafts');
      await expect.poll(() => transfer(to).locator('.arrivals li').count()).toBe(0);
    };
    await undo();
    await choose(to, { ...(file as object), events: [] });
    await transfer(to).getByRole('button', { name: 'Add it' }).click();
    await transfer(to).locator('.arrivals').getByText('Added from the file').waitFor();
    await undo();
  });

  it('can be undone: what it brought goes, what was done here stays, and other tabs follow', async () => {
    const from = await begun();
    const file = await from.evaluate('course.export()');
    const page = await device();
    await open(page, 'progress.html');
    await choose(page, file, 'Ada’s <b>laptop</b>.json');
    await transfer(page).getByRole('button', { name: 'Add it' }).click();
    const entry = transfer(page).locator('.arrivals li');
    await expect.poll(() => entry.textContent()).toContain('from the file “Ada’s <b>laptop</b>.json”');
    await record(page, { type: 'viewed', item: 'film' });
    const other = await page.context().newPage();
    await open(other, 'index.html');
    await expect.poll(() => other.evaluate('course.view().byId.get("welcome").status')).toBe('done');

    // The second press takes it back; Cancel leaves it.
    await page.getByRole('button', { name: /^Undo what was added from the file/ }).press('Enter');
    await expect.poll(() => entry.textContent()).toContain('takes 4 entries away');
    await entry.getByRole('button', { name: 'Cancel' }).press('Enter');
    await page.getByRole('button', { name: /^Undo what was added from the file/ }).press('Enter');
    await expect.poll(() => entry.textContent()).toContain('takes 4 entries away');
    await page.keyboard.press('Enter');
    await transfer(page).getByText('4 entries taken away again.').waitFor();
    await expect.poll(() => entry.count()).toBe(0);
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent'))
      .toContain('taken away again');
    // One place says what was done last.
    expect(await transfer(page).textContent()).not.toContain('entries added');
    expect(await transfer(page).locator('h3:visible').count()).toBe(0);
    const types = 'course.events().map((event) => event.type + " " + event.item)';
    expect(await page.evaluate(types)).not.toContain('viewed welcome');
    await expect.poll(() => page.evaluate(types)).toContain('viewed film');
    await expect.poll(() => other.evaluate('course.view().byId.get("welcome").status')).not.toBe('done');
    await reload(page);
    expect(await page.evaluate(types)).not.toContain('viewed welcome');
    // And it can be added again.
    await choose(page, file);
    await transfer(page).getByRole('button', { name: 'Add it' }).click();
    await expect.poll(() => page.evaluate('course.view().byId.get("welcome").status')).toBe('done');
  });

  it('is previewed as things stand, while they change', async () => {
    const from = await begun();
    const file = await from.evaluate('course.export()');
    const page = await device();
    await open(page, 'progress.html');
    await choose(page, file);
    await transfer(page).getByRole('heading', { name: 'Progress from a file' }).waitFor();
    await transfer(page).getByText('This adds 4 entries').waitFor();
    const other = await page.context().newPage();
    await open(other, 'progress.html');
    await choose(other, file);
    await transfer(other).getByRole('button', { name: 'Add it' }).click();
    await transfer(page).getByText('Everything in it is here already').waitFor();
    await expect.poll(() => transfer(page).getByRole('button', { name: 'Add it' }).count()).toBe(0);
  });

  it('of a newer version keeps what only that can read, and says how much', async () => {
    const page = await device();
    await open(page, 'progress.html');
    const newer = { type: 'dreamt', item: 'welcome', device: 'x-y', n: 3, at: 5, depth: 7 };
    const file = {
      format: 'coursewright-progress',
      version: 1,
      course: 'browser-fixture',
      events: [newer, 'x', { type: 'viewed', item: 'welcome', device: 'x-y', n: 1, at: 5 }],
    };
    await choose(page, file);
    await transfer(page).getByText('2 entries in it cannot be read by this version').waitFor();
    await transfer(page).getByRole('button', { name: 'Add it' }).click();
    await transfer(page).getByText('1 entry added.').waitFor();
    await expect
      .poll(() => page.evaluate('Object.values(localStorage).some((text) => text.includes("dreamt"))'))
      .toBe(true);
  });
});

describe('what is said of how progress is kept', () => {
  it('says how much could not be read, and gives it as a file', async () => {
    const page = await device();
    await open(page, 'progress.html');
    await page.evaluate(`localStorage.setItem('course:browser-fixture:event:a-b:1', '{"half')`);
    await page.reload();
    await page.getByText('1 entry of your stored progress could not be read').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save what cannot be read' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('browser-fixture-unread.json');
    const saved: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(saved).toMatchObject({ course: 'browser-fixture', entries: [{ text: '{"half' }] });
  });

  it('says that nothing is kept, reads it out, offers a file at once, and takes it back', async () => {
    const page = await device();
    await page.addInitScript(() => {
      const set = Storage.prototype.setItem;
      const put = IDBObjectStore.prototype.put;
      Object.assign(window, { full: false });
      Storage.prototype.setItem = function (...entry) {
        if (Reflect.get(window, 'full')) throw new DOMException('full', 'QuotaExceededError');
        set.apply(this, entry);
      };
      IDBObjectStore.prototype.put = function (...entry) {
        if (Reflect.get(window, 'full')) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, entry);
      };
    });
    await open(page, 'index.html');
    await page.evaluate('full = true');
    await record(page, { type: 'viewed', item: 'welcome' });
    const notice = page.locator('[data-slot=notice]');
    await notice.getByText('no room left').waitFor();
    await expect.poll(() => page.locator('[data-slot=live]').textContent()).toContain('no room left');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      notice.getByRole('button', { name: 'Save my progress' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('"viewed"');
    await page.evaluate('full = false');
    await record(page, { type: 'marked', item: 'tools' });
    await expect.poll(() => notice.isHidden(), { timeout: 20_000 }).toBe(true);
    await expect
      .poll(() => page.locator('[data-slot=live]').textContent())
      .toContain('kept in this browser again');
  });

  it.each([
    ['promised', true, 'has promised to keep your progress'],
    ['did not promise', false, 'has not promised to keep your progress'],
  ])('says that the browser %s', async (_, persisted, says) => {
    const page = await device();
    await page.addInitScript(
      `navigator.storage.persisted = async () => ${persisted}; navigator.storage.persist = async () => ${persisted}`,
    );
    await open(page, 'progress.html');
    await transfer(page).getByText(says).waitFor();
  });

  it('reminds in Safari of saving a file, after real work, until it is put away or done', async () => {
    const page = await device();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
      Object.assign(window, { asked: 0 });
      navigator.storage.persisted = async () => {
        Object.assign(window, { asked: Reflect.get(window, 'asked') + 1 });
        return false;
      };
      navigator.storage.persist = async () => false;
    });
    const reminder = page.locator('[data-slot=reminder]');
    /** Waits until the page has asked itself so many times, once for each change, whether to remind. */
    const asked = (times: number) =>
      page.waitForFunction((least) => Reflect.get(window, 'asked') >= least, times);
    const work = async (times: number) => {
      const before = await page.evaluate<number>('asked');
      await page.evaluate(
        `for (let i = 0; i < ${times}; i++) course.record({ type: 'answered', item: 'flour', question: 'flour#strong', credit: 0, response: { type: 'single', option: 'x' } })`,
      );
      await asked(before + times);
    };
    await open(page, 'index.html');
    await work(4);
    await open(page, 'index.html');
    await asked(1);
    expect(await reminder.isHidden()).toBe(true);
    await work(1);
    await reminder.getByText('seven days').waitFor();
    await reminder.getByRole('button', { name: 'Not now' }).press('Enter');
    await expect.poll(() => reminder.isHidden()).toBe(true);
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main');
    await work(24);
    expect(await reminder.isHidden()).toBe(true);
    await work(1);
    await reminder.getByText('seven days').waitFor();
    await open(page, 'progress.html');
    await reminder.getByText('seven days').waitFor();
    await Promise.all([
      page.waitForEvent('download'),
      reminder.getByRole('button', { name: 'Save my progress' }).click(),
    ]);
    await expect.poll(() => reminder.isHidden()).toBe(true);
    await open(page, 'index.html');
    await asked(1);
    expect(await reminder.isHidden()).toBe(true);
  });

  it('reminds nobody in a browser that does not forget', async () => {
    const page = await device();
    await open(page, 'index.html');
    await page.evaluate(`for (let i = 0; i < 30; i++) course.record({ type: 'viewed', item: 'welcome' })`);
    await reload(page);
    expect(await page.locator('[data-slot=reminder]').isHidden()).toBe(true);
    expect(await page.evaluate('Object.keys(window.coursewrightLate ?? {})')).not.toContain('keeping');
  });
});

it.each(widths)('at %d px, in light and dark: every state is accessible and fits', async (width) => {
  const page = await device({ viewport: { width, height: 900 } });
  const found: string[] = [];
  const check = async (state: string) => found.push(...(await inspect(page, state)));
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
    navigator.storage.persisted = async () => false;
  });
  await open(page, 'index.html');
  await page.evaluate(`for (let i = 0; i < 6; i++) course.record({ type: 'viewed', item: 'welcome' });
    localStorage.setItem('course:browser-fixture:event:a-b:1', '{"half')`);
  await page.locator('[data-slot=reminder] button').first().waitFor();
  await check('reminder at home');
  await open(page, 'progress.html');
  const link = await linkOf(page);
  await page.getByRole('img', { name: 'QR code of the link' }).waitFor();
  await page.getByText('could not be read').waitFor();
  await check('link and code');
  const other = await begun();
  await open(other, link.slice(site().url.length));
  const file = await other.evaluate('course.export()');
  await choose(page, file, `a-very-long-name-${'x'.repeat(90)}.json`);
  await transfer(page).getByRole('button', { name: 'Add it' }).waitFor();
  await check('preview');
  await transfer(page).getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('button', { name: /^Undo what/ }).click();
  await check('sure to undo');
  expect(found).toEqual([]);
});

async function openOn(page: Page, path: string): Promise<Page> {
  await open(page, path);
  return page;
}
