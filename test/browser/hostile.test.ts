import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { parseManifest } from '../../src/edition/manifest.ts';
import type { Course } from '../../src/model/course.ts';
import { shortDigest } from '../../src/model/digest.ts';
import { pack } from '../../src/runtime/store/late/pack.ts';
import { compact } from '../../src/runtime/transfer/compact.ts';
import { parseImport } from '../../src/runtime/transfer/transfer.ts';
import { chance, someEvents } from '../hostile/events.ts';
import { pick, poisonedText, SCRIPTS, spoil } from '../hostile/poison.ts';
import { runs } from '../hostile/runs.ts';
import * as learner from './learner.ts';
import { ready } from './learner.ts';
import { sharedChromium, sharedSite } from './site.ts';

const site = sharedSite('test/browser/course');
const browser = sharedChromium();
let course: Course;

beforeAll(async () => {
  const manifest = parseManifest(await readFile(join(site().folder, 'course.js'), 'utf8'));
  if (!manifest) throw new Error('The manifest cannot be read.');
  course = manifest;
});

/** A page on which scripts that got in would run: without its policy. Gives what went wrong on it. */
async function open(): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser().newContext({ bypassCSP: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { context, page, errors };
}

/** No script ran, no markup of strangers became elements, and nothing that all objects share was touched. */
async function expectClean(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: Reflect.has(window, '__pwned') || '__pwned' in {},
    made: document.querySelectorAll('[onerror], [onload], iframe[srcdoc], img[src="x"]').length,
  }));
  expect(found).toEqual({ ran: false, made: 0 });
}

/** The page shows what the learner did, and records what the learner does. */
async function expectUsable(page: Page): Promise<void> {
  const worked = await page.evaluate(async () => {
    await window.course?.ready;
    const event = window.course?.record({ type: 'opened', item: 'welcome' });
    const shown = document.querySelectorAll('[data-item][data-status]').length > 0;
    const isKept = window.course?.events().some(({ n, device }) => n === event?.n && device === event.device);
    return isKept === true && shown;
  });
  expect(worked).toBe(true);
}

function hostileFile(seed: number): unknown {
  const below = chance(seed);
  const events = someEvents(course, below, 4).map((event) => (below(2) > 0 ? spoil(event, below) : event));
  const file = {
    format: 'coursewright-progress',
    version: 1,
    course: course.id,
    title: pick(SCRIPTS, below),
    exported: '2026-11-22T10:00:00.000Z',
    learner: pick(SCRIPTS, below),
    drafts: { 'draft:welcome#a': spoil({ response: { type: 'text', text: pick(SCRIPTS, below) } }, below) },
    events,
  };
  return JSON.parse(JSON.stringify(below(5) === 0 ? spoil(file, below) : file));
}

it('progress files of strangers, added by the hundred, run nothing and leave the page usable', async () => {
  const { context, page, errors } = await open();
  const count = runs(300);
  let added = 0;
  for (let seed = 0; seed < count; seed += 100) {
    await page.goto(
      `${site().url}${pick(['index.html', 'modules/welcome.html', 'quizzes/check.html'], chance(seed))}`,
    );
    const files = Array.from({ length: Math.min(100, count - seed) }, (_, i) => hostileFile(seed + i));
    added += await page.evaluate(
      async (texts) => {
        let taken = 0;
        await window.course?.ready;
        for (const text of texts) {
          try {
            taken += (await window.course?.import(JSON.parse(text)))?.added ?? 0;
          } catch (error) {
            if (!(error instanceof TypeError)) throw error;
          }
        }
        return taken;
      },
      files.map((file) => JSON.stringify(file)),
    );
    await expectClean(page);
    await expectUsable(page);
    await learner.open(page, `${site().url}progress.html`);
    await expectClean(page);
    await learner.open(page, `${site().url}complete.html`);
    await expectClean(page);
    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
  }
  expect(added).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

/** Waits until the progress page has said what comes of a file or a link, and adds it where that is offered. */
async function addIfOffered(page: Page): Promise<boolean> {
  const outcome = page.locator('[data-slot=transfer] [role=status]').first();
  // Neither still reading nor still adding.
  const isSettled = () => expect.poll(() => outcome.textContent(), { timeout: 30_000 }).not.toMatch(/^$|…$/);
  await isSettled();
  await expectClean(page);
  const add = outcome.getByRole('button', { name: 'Add it' });
  const isOffered = await add.isVisible();
  if (isOffered) {
    await add.click();
    await add.waitFor({ state: 'detached' });
    await isSettled();
    await expectClean(page);
  }
  return isOffered;
}

it('progress files of strangers that are chosen are shown as text before they are added, and after', async () => {
  const { page, errors } = await open();
  const count = runs(30);
  let offered = 0;
  for (let seed = 0; seed < count; seed++) {
    if (seed % 50 === 0) {
      await page.goto(`${site().url}progress.html`);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await ready(page);
    }
    const below = chance(seed);
    const text = JSON.stringify(hostileFile(seed));
    await page.evaluate(() =>
      document.querySelector('[data-slot=transfer] [role=status]')?.replaceChildren(),
    );
    await page.locator('input[type=file]').setInputFiles({
      name: `${pick(SCRIPTS, below)}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(below(9) === 0 ? text.slice(0, -9) : text),
    });
    if (await addIfOffered(page)) offered++;
  }
  await expectUsable(page);
  await page.reload();
  await expectUsable(page);
  await expectClean(page);
  expect(offered).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

/** A link as the course makes it, of what nobody did. */
function hostileHash(seed: number): string {
  const below = chance(seed);
  const file = hostileFile(seed);
  const read = parseImport(file, course.id);
  const whole = {
    format: 'coursewright-progress' as const,
    version: 1 as const,
    course: course.id,
    title: pick(SCRIPTS, below),
    exported: '2026-11-22T10:00:00.000Z',
    learner: pick(SCRIPTS, below),
    events: 'type' in read ? someEvents(course, below, 3) : read.events,
  };
  const json = below(3) > 0 ? JSON.stringify(compact(whole)) : JSON.stringify(spoil(compact(whole), below));
  const bytes = deflateRawSync(Buffer.from(shortDigest(json) + json));
  if (below(6) === 0) bytes[below(bytes.length)] = below(256);
  const hash = below(3) > 0 ? bytes.toString('base64url') : `.${BigInt(`0x1${bytes.toString('hex')}`)}`;
  return `#progress=${below(9) === 0 ? hash.slice(0, -5) + encodeURIComponent(pick(SCRIPTS, below)) : hash}`;
}

it('links of strangers are shown as text before their progress is added, and after', async () => {
  const { page, errors } = await open();
  let offered = 0;
  for (let seed = 0; seed < runs(30); seed++) {
    const from = pick(['index.html', 'progress.html', 'modules/welcome.html'], chance(seed));
    // Another document each time, as from a message.
    await page.goto('about:blank');
    await page.goto(`${site().url}${from}${hostileHash(seed)}`);
    await page.waitForURL('**/progress.html*');
    if (await addIfOffered(page)) offered++;
    await expect.poll(() => page.evaluate('location.hash')).toBe('');
    if (seed % 10 > 0) continue;
    await expectUsable(page);
    await page.evaluate(() => localStorage.clear());
  }
  expect(offered).toBeGreaterThan(0);
  expect(errors).toEqual([]);
}, 400_000);

it('what stands in storage, whatever it is, runs nothing and leaves the page usable', async () => {
  const { page, errors } = await open();
  for (let seed = 0; seed < runs(12); seed++) {
    const below = chance(seed);
    const segment: unknown = JSON.parse(pack(someEvents(course, below, 6).map((event) => ({ ...event }))));
    const texts = (value: unknown) => JSON.stringify(value).slice(0, below(9) === 0 ? -3 : undefined);
    const entries: [string, string][] = [
      ...someEvents(course, below, 5).map((event): [string, string] => [
        `event:${event.device}:${event.n}`,
        texts(spoil(event, below)),
      ]),
      ['segment:s', texts(spoil(segment, below))],
      ['arrival:a', texts({ at: 1, n: 1, from: pick(SCRIPTS, below), ...Object(spoil(segment, below)) })],
      ['note:learner', JSON.stringify({ at: 1, value: pick(SCRIPTS, below) })],
      ['note:profile', poisonedText(below)],
      ['note:__proto__', poisonedText(below)],
      ['undone:x', poisonedText(below)],
      ['learner', poisonedText(below)],
      ['learners', poisonedText(below)],
    ];
    await page.goto(`${site().url}404.html`);
    await page.evaluate(
      async ({ id, entries, inside }) => {
        localStorage.clear();
        for (const [key, text] of entries) localStorage.setItem(`course:${id}:${key}`, text);
        for (const name of [`course:${id}@learner`, `course:${id}@`, `course:${id}`])
          localStorage.setItem(name, entries[0]?.[1] ?? '');
        const opening = indexedDB.open(`course:${id}`);
        await new Promise((done, fail) => {
          opening.onupgradeneeded = () => opening.result.createObjectStore('entries');
          opening.onsuccess = done;
          opening.onerror = fail;
        });
        const store = opening.result.transaction('entries', 'readwrite').objectStore('entries');
        for (const [key, text] of entries) store.put(inside ? { not: text } : text, key);
        await new Promise((done) => {
          store.transaction.oncomplete = done;
        });
        opening.result.close();
      },
      { id: course.id, entries, inside: below(3) === 0 },
    );
    for (const path of ['index.html', 'progress.html', 'modules/welcome.html']) {
      await page.goto(`${site().url}${path}`);
      await expectUsable(page);
      await expectClean(page);
    }
  }
  expect(errors).toEqual([]);
});

it('a manifest of a stranger runs nothing, and the page says when it cannot be used', async () => {
  const { page } = await open();
  const text = await readFile(join(site().folder, 'course.js'), 'utf8');
  const from = text.indexOf('{', text.indexOf('window.coursewright='));
  for (let seed = 0; seed < runs(12); seed++) {
    const below = chance(seed);
    const hostile =
      below(2) > 0
        ? { ...course, title: pick(SCRIPTS, below), id: pick(['__proto__', 'constructor', 'x'], below) }
        : course;
    const script = `${text.slice(0, from)}${JSON.stringify({ course: spoil(hostile, below, 6), site: { title: 'x', version: '1' } })};`;
    await page.route('**/course.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.goto(`${site().url}modules/welcome.html`);
    // It starts, or says that it cannot.
    await page.waitForFunction(
      () => window.course ?? document.querySelector('[data-slot=notice]')?.textContent,
    );
    await page.evaluate(() => window.course?.ready.catch(() => {}));
    await expectClean(page);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.unroute('**/course.js');
  }
  await page.route('**/course.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'window.coursewright={};' }),
  );
  await page.goto(`${site().url}modules/welcome.html`);
  await page.getByText('could not be loaded').waitFor();
});
