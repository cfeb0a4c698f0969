import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPortable } from './built.ts';
import { launchFirefox } from './launch.ts';

let folder: string;
let file: string;
let home: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-portable-firefox-'));
  file = await buildPortable('example-course', folder);
  home = pathToFileURL(file).href;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

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

/** Firefox, with a profile that outlives it. */
async function withProfile<T>(
  profile: string,
  work: (page: Page, errors: unknown[]) => Promise<T>,
): Promise<T> {
  const browser = await launchFirefox(profile);
  try {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return await work(page, errors);
  } finally {
    await browser.close();
  }
}

describe('the portable edition in Firefox, from the disk', () => {
  it('keeps progress when the browser is closed and opened again', async () => {
    const profile = join(folder, 'profile');
    await mkdir(profile);
    const before = await withProfile(profile, async (page, errors) => {
      await open(page);
      expect(await page.$eval('[data-slot=notice]', (notice) => notice.textContent)).toBe('');
      await page.click('[data-slot=resume] a');
      await shows(page, 'Welcome');
      expect(page.url()).toBe(`${home}#/modules/welcome`);
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
      expect(await page.$eval(QUESTION, (form) => form.hasAttribute('data-outcome'))).toBe(true);
      expect(errors).toEqual([]);
    });
  });

  it('changes pages, goes back and forward, and finds places on a page', async () => {
    const profile = join(folder, 'pages');
    await mkdir(profile);
    await withProfile(profile, async (page, errors) => {
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
    const profile = join(folder, 'film');
    await mkdir(profile);
    await withProfile(profile, async (page, errors) => {
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
        for (let tries = 0; tries < 50 && !track?.cues?.length; tries++)
          await new Promise((done) => setTimeout(done, 100));
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
    const place = join(folder, 'beside');
    const profile = join(folder, 'beside-profile');
    await mkdir(place);
    await mkdir(profile);
    const small = await buildPortable('example-course', place, ['--inline-up-to', '500KB']);
    await withProfile(profile, async (page, errors) => {
      await open(page, '#/modules/welcome', pathToFileURL(small).href);
      await page.waitForFunction(() => {
        const video = document.querySelector('video');
        return video?.currentSrc.includes('/portable-media/') && video.readyState > 0;
      });
      expect(errors).toEqual([]);
    });
  });

  it('keeps the progress of a copy elsewhere apart, which a file carries over', async () => {
    const profile = join(folder, 'moved');
    await mkdir(profile);
    const copy = join(folder, 'copy.html');
    await copyFile(file, copy);
    await withProfile(profile, async (page) => {
      await open(page, '#/modules/welcome');
      await page.evaluate("course.record({ type: 'viewed', item: 'welcome' })");
      const kept = await page.evaluate('(async () => JSON.parse(JSON.stringify(await course.export())))()');
      await open(page, '', pathToFileURL(copy).href);
      expect(await page.evaluate('course.events().length')).toBe(0);
      await page.evaluate((contents) => window.course?.import(contents), kept);
      expect(await page.evaluate("course.view().byId.get('welcome').status")).toBe('done');
    });
  });
});
