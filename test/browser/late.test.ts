import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { open } from './learner.ts';
import { sharedChromium, sharedSite } from './site.ts';

const site = sharedSite('test/browser/course');
const browser = sharedChromium();

/** The late bundles that a page has, those in its own scripts and those that came later. */
async function bundles(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(Reflect.get(window, 'coursewrightLate') ?? {}).sort());
}

describe('a late bundle', () => {
  it.each([
    ['from a web server', () => site().url],
    ['from the disk', () => `${pathToFileURL(site().folder)}/`],
  ])('comes when something asks for it, %s', async (_, base) => {
    const page = await browser().newPage();
    await page.goto(`${base()}modules/water.html`);
    const gate = page.locator('[data-slot=gate]');
    await gate.getByText('What opens it:').waitFor();
    const here = await bundles(page);
    expect(here).toContain('locked');
    expect(here).not.toContain('transfer');
    expect(await page.locator('[data-content]').isHidden()).toBe(true);
  });

  it('stands among the scripts of a page that is sure to ask for it', async () => {
    const page = await browser().newPage();
    const late: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/late-')) late.push(request.url());
    });
    await open(page, `${site().url}modules/film.html`);
    const inserted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('script[src*="late-"]')]
        .filter((script) => !script.defer)
        .map((script) => script.src),
    );
    expect(late.some((url) => url.includes('late-media'))).toBe(true);
    // Others are for what the site cannot know.
    expect(inserted.filter((url) => /late-(media|sidebar)/.test(url))).toEqual([]);
  });

  it('that cannot be loaded is said to be missing, once, and comes when it is asked for again', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.route('**/late-locked*', (route) => route.abort());
    await page.goto(`${site().url}modules/water.html`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('A part of this page could not be loaded.');
    expect(await page.locator('[data-content]').isHidden()).toBe(true);

    const again = alert.getByRole('button', { name: 'Try again' });
    await page.evaluate(() =>
      document.addEventListener('error', () => document.body.setAttribute('data-failed', ''), true),
    );
    await again.press('Enter');
    await page.locator('[data-failed]').waitFor();
    expect(await alert.count()).toBe(1);
    expect(await again.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.unroute('**/late-locked*');
    await again.press('Enter');
    await page.locator('[data-slot=gate]').getByText('What opens it:').waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('that an import needs and that cannot be loaded rejects the import', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.route('**/late-transfer*', (route) => route.abort());
    await open(page, `${site().url}index.html`);
    expect(await page.evaluate('course.import({}).catch(String)')).toMatch(/could not be loaded/);
    await page.unroute('**/late-transfer*');
    expect(await page.evaluate('course.import({}).catch(String)')).toMatch(
      /TypeError: course\.import: format/,
    );
  });
});
