import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPortable, builtPortable } from './built.ts';
import { launchFirefox } from './launch.ts';
import { shared, sharedFolder } from './site.ts';

const folder = sharedFolder();
const firefox = shared(
  () => launchFirefox(),
  (browser) => browser.close(),
);
let file: string;
let home: string;

beforeAll(async () => {
  file = await builtPortable('example-course');
  home = pathToFileURL(file).href;
});

const QUESTION = '[data-question="welcome#your-doubt"]';

async function open(page: Page, hash = '', address = home): Promise<void> {
  await page.goto(address + hash);
  await page.evaluate('course.ready');
}

async function shows(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('main h1')?.textContent === wanted,
    {},
    title,
  );
  await page.evaluate('course.ready');
}

type Work<T> = (page: Page, errors: unknown[]) => Promise<T>;

/** A page of its own, with what goes wrong on it. */
async function watched<T>(context: Browser | BrowserContext, work: Work<T>): Promise<T> {
  const page = await context.newPage();
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return work(page, errors);
}

/** Somebody whom this Firefox knows nothing of. */
async function asNew<T>(work: Work<T>): Promise<T> {
  const context = await firefox().createBrowserContext();
  try {
    return await watched(context, work);
  } finally {
    await context.close();
  }
}

/** A Firefox with a profile that outlives it. */
async function withProfile<T>(profile: string, work: Work<T>): Promise<T> {
  const browser = await launchFirefox(profile);
  try {
    return await watched(browser, work);
  } finally {
    await browser.close();
  }
}

describe('the portable edition in Firefox, from the disk', () => {
  it('keeps progress when the browser is closed and opened again', async () => {
    const profile = join(folder(), 'profile');
    await mkdir(profile);
    const before = await withProfile(profile, async (page, errors) => {
      await open(page);
      expect(await page.$eval('[data-slot=notice]', (notice) => notice.textContent)).toBe('');
      await page.click('[data-slot=resume] a');
      await shows(page, 'Welcome');
      await expect.poll(() => page.url()).toBe(`${home}#/modules/welcome`);
      await page.click(`${QUESTION} .option:nth-of-type(2) input`);
      await page.click(`${QUESTION} button[type=submit]`);
      // Going on finishes the page and opens the next.
      await page.click('[data-slot=next] a.button');
      await page.waitForFunction(() => document.body.dataset.pageItem === 'what-asynchronous-is');
      await page.evaluate('course.ready');
      expect(errors).toEqual([]);
      return page.evaluate('course.events().map((event) => event.device + event.n + event.type)');
    });
    expect(before).toHaveLength(new Set(before as string[]).size);
    await withProfile(profile, async (page, errors) => {
      await open(page);
      expect(
        await page.evaluate('course.events().map((event) => event.device + event.n + event.type)'),
      ).toEqual(before);
      expect(await page.$eval('[data-slot=resume] a', (link) => link.textContent)).toBe(
        'Continue: What asynchronous learning is',
      );
      await open(page, '#/modules/welcome');
      await page.waitForSelector(`${QUESTION}[data-outcome]`);
      expect(errors).toEqual([]);
    });
  });

  it('changes pages, goes back and forward, and finds places on a page', async () => {
    await asNew(async (page, errors) => {
      await open(page, '#/glossary#c-term-feedback');
      await page.waitForFunction(() => document.activeElement?.id === 'c-term-feedback');
      await page.click('.brand');
      await shows(page, 'Asynchronous by design');
      await page.click('.map a[href="#/modules/welcome"]');
      await shows(page, 'Welcome');
      expect(await page.title()).toBe('Welcome · Asynchronous by design');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Welcome');
      await page.evaluate('scrollTo(0, 500)');
      await page.waitForFunction(() => scrollY === 500);
      await page.$eval('.bar-links a[href="#/progress"]', (link) => {
        if (link instanceof HTMLElement) link.click();
      });
      await shows(page, 'Your progress');
      await page.evaluate('history.back()');
      await shows(page, 'Welcome');
      await page.waitForFunction(() => scrollY === 500);
      await page.evaluate('history.back()');
      await shows(page, 'Asynchronous by design');
      await page.evaluate('history.forward()');
      await shows(page, 'Welcome');
      await page.evaluate("location.hash = '#/modules/nowhere'");
      await shows(page, 'This page does not exist');
      expect(errors).toEqual([]);
    });
  });

  it('plays a film that can be sought in, with captions, and shows pictures', async () => {
    await asNew(async (page, errors) => {
      await open(page, '#/modules/welcome');
      const seen = await page.evaluate(async () => {
        const video = document.querySelector('video');
        if (!video) return undefined;
        video.muted = true;
        const [track] = video.textTracks;
        if (track) track.mode = 'showing';
        const until = (name: string) =>
          new Promise((done) => video.addEventListener(name, done, { once: true }));
        if (video.readyState === 0) await until('loadedmetadata');
        const sought = until('seeked');
        video.currentTime = 20;
        await sought;
        if (!track?.cues?.length)
          await new Promise((done) => document.querySelector('track')?.addEventListener('load', done));
        return { at: video.currentTime, cues: track?.cues?.length };
      });
      expect(seen?.at).toBe(20);
      expect(seen?.cues).toBeGreaterThan(3);
      const pictures = await page.$$eval('main img', (images) =>
        images.map(
          (image) => image instanceof HTMLImageElement && image.decode().then(() => image.naturalWidth > 0),
        ),
      );
      expect(pictures.length).toBeGreaterThan(0);
      await page.waitForFunction(() =>
        [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
      );
      expect(errors).toEqual([]);
    });
  });

  it('plays films from the folder beside it', async () => {
    const place = join(folder(), 'beside');
    await mkdir(place);
    const small = await buildPortable('example-course', place, ['--inline-up-to', '500KB']);
    await asNew(async (page, errors) => {
      await open(page, '#/modules/welcome', pathToFileURL(small).href);
      await page.waitForFunction(() => {
        const video = document.querySelector('video');
        return video?.currentSrc.includes('/portable-media/') && video.readyState > 0;
      });
      expect(errors).toEqual([]);
    });
  });

  it('keeps the progress of a copy elsewhere apart, which a file carries over', async () => {
    const copy = join(folder(), 'copy.html');
    await copyFile(file, copy);
    await asNew(async (page) => {
      await open(page, '#/modules/welcome');
      await page.evaluate("course.record({ type: 'viewed', item: 'welcome' })");
      const kept = await page.evaluate('(async () => JSON.parse(JSON.stringify(await course.export())))()');
      // The page says so before.
      await open(page, '#/progress');
      await page.waitForFunction(
        "document.querySelector('[data-slot=transfer]').textContent.includes('who moves or renames the file begins anew')",
      );
      await open(page, '', pathToFileURL(copy).href);
      expect(await page.evaluate('course.events().length')).toBe(0);
      await page.evaluate((contents) => window.course?.import(contents), kept);
      await page.waitForFunction("course.view().byId.get('welcome').status === 'done'");
    });
  });
});
