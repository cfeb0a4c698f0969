import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCourse } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

let folder: string;
let site: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-late-'));
  site = await buildCourse('test/browser/course', folder);
  served = await serveFolder(site);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

/** The late bundles that a page has, those in its own scripts and those that came later. */
async function bundles(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(Reflect.get(window, 'coursewrightLate') ?? {}).sort());
}

describe('a late bundle', () => {
  it.each([
    ['from a web server', () => served.url],
    ['from the disk', () => `${pathToFileURL(site)}/`],
  ])('comes when something asks for it, %s', async (_, base) => {
    const page = await browser.newPage();
    await page.goto(`${base()}modules/water.html`);
    const gate = page.locator('[data-slot=gate]');
    await gate.getByText('What opens it:').waitFor();
    const here = await bundles(page);
    expect(here).toContain('locked');
    expect(here).not.toContain('transfer');
    expect(await page.locator('[data-content]').isHidden()).toBe(true);
    await page.close();
  });

  it('stands among the scripts of a page that is sure to ask for it', async () => {
    const page = await browser.newPage();
    const late: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/late-')) late.push(request.url());
    });
    await page.goto(`${served.url}modules/film.html`);
    await page.evaluate('course.ready');
    const inserted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('script[src*="late-"]')]
        .filter((script) => !script.defer)
        .map((script) => script.src),
    );
    expect(late.some((url) => url.includes('late-media'))).toBe(true);
    // Others are for what the site cannot know.
    expect(inserted.filter((url) => /late-(media|sidebar)/.test(url))).toEqual([]);
    await page.close();
  });

  it('that cannot be loaded is said to be missing, once, and comes when it is asked for again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/late-locked*', (route) => route.abort());
    await page.goto(`${served.url}modules/water.html`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('A part of this page could not be loaded.');
    expect(await page.locator('[data-content]').isHidden()).toBe(true);

    const again = alert.getByRole('button', { name: 'Try again' });
    const failed = page.waitForEvent('requestfailed');
    await again.press('Enter');
    await failed;
    expect(await alert.count()).toBe(1);
    expect(await again.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.unroute('**/late-locked*');
    await again.press('Enter');
    await page.locator('[data-slot=gate]').getByText('What opens it:').waitFor();
    expect(await alert.count()).toBe(0);
    await context.close();
  });

  it('that an import needs and that cannot be loaded rejects the import', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/late-transfer*', (route) => route.abort());
    await page.goto(`${served.url}index.html`);
    await page.evaluate('course.ready');
    expect(await page.evaluate('course.import({}).catch(String)')).toMatch(/could not be loaded/);
    await page.unroute('**/late-transfer*');
    expect(await page.evaluate('course.import({}).catch(String)')).toMatch(
      /TypeError: course\.import: format/,
    );
    await context.close();
  });
});
