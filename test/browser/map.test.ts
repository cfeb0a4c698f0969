/** The picture of the way: what it shows of a learner's progress, how it is reached by keyboard, and that it needs no scripts. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inspect } from './axe.ts';
import { ready, record } from './learner.ts';
import { sharedChromium, sharedFolder, sharedSite } from './site.ts';

const folder = sharedFolder();
const site = sharedSite('test/browser/course');
const browser = sharedChromium();

async function openMap(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser().newContext(options);
  const page = await context.newPage();
  await page.goto(`${site().url}map.html`);
  if (options.javaScriptEnabled !== false) await ready(page);
  return page;
}

const viewed = (...items: string[]) => items.map((item) => ({ type: 'viewed', item }));
const INTRO = [
  ...viewed('welcome'),
  { type: 'media', item: 'film', media: 'assets/knead.webm', from: 0, to: 8, duration: 8 },
  { type: 'marked', item: 'tools' },
];
const PASSED = { type: 'submitted', item: 'check', attempt: 1, earned: 3, possible: 3, credits: {} };

/** The titles of the boxes that say "You are here". */
const here = (page: Page) =>
  page.locator('.stop:has(> .here:visible) > a[aria-current=step]').allTextContents();

it('marks where the learner is, and what is done, as it happens', async () => {
  const page = await openMap();
  const start = await here(page);
  expect(start).toHaveLength(1);
  const status = (id: string) => page.locator(`[data-item="${id}"]`).getAttribute('data-status');
  expect([await status('welcome'), await status('film'), await status('basics')]).toEqual([
    'open',
    'locked',
    'locked',
  ]);
  await record(page, ...viewed('welcome'));
  expect([await status('welcome'), await status('film')]).toEqual(['done', 'open']);
  const next = await here(page);
  expect(next).toHaveLength(1);
  expect(next).not.toEqual(start);
  expect(await page.locator('[aria-current]').count()).toBe(1);
  expect(await page.locator('[data-item="welcome"] > .state').textContent()).toMatch(/\w/);
  await page.context().close();
});

it('lets the option that was not taken step back', async () => {
  const page = await openMap();
  await record(
    page,
    ...INTRO,
    {
      type: 'answered',
      item: 'flour',
      question: 'x#y',
      response: { type: 'single', option: 'x' },
      credit: 1,
    },
    PASSED,
  );
  const border = (id: string) =>
    page.locator(`[data-item="${id}"]`).evaluate((box) => getComputedStyle(box).borderTopStyle);
  expect([await border('sourdough'), await border('yeast')]).toEqual(['solid', 'solid']);
  await record(
    page,
    { type: 'chose', section: 'practice', option: 'yeast' },
    { type: 'opened', item: 'first-loaf' },
  );
  expect(await page.locator('[data-item="sourdough"]').getAttribute('data-status')).toBe('locked');
  expect(await border('sourdough')).toBe('dashed');
  expect(await border('yeast')).toBe('solid');
  await page.context().close();
});

it('is walked through by keyboard in reading order, and shows the focus', async () => {
  const page = await openMap();
  const links = await page.locator('.picture a').evaluateAll((all) => all.map((link) => link.textContent));
  expect(links.length).toBeGreaterThan(8);
  await page.locator('.picture-links a').last().focus();
  for (const expected of links) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const link = document.activeElement;
      const box = link?.closest('.stop');
      return [link?.textContent, box ? getComputedStyle(box).outlineStyle : ''];
    });
    expect(focused).toEqual([expected, 'solid']);
  }
  await page.locator('.picture a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/modules/welcome.html');
  await page.context().close();
});

it('is whole without scripts', async () => {
  const page = await openMap({ javaScriptEnabled: false });
  expect(await page.locator('.picture .stop:visible').count()).toBe(10);
  expect(await page.locator('.here:visible').count()).toBe(0);
  await page.getByRole('link', { name: 'As a list' }).click();
  await page.waitForURL('**/index.html#map');
  await page.getByRole('link', { name: 'as a picture' }).click();
  await page.waitForURL('**/map.html');
  await page.context().close();
});

it.each([320, 768, 1280])('at %i px every state is accessible and fits', async (width) => {
  const page = await openMap({ viewport: { width, height: 900 } });
  const found: string[] = [];
  const check = async (state: string) => void found.push(...(await inspect(page, `map ${state}`)));
  await check('start');
  await record(page, ...INTRO);
  await check('begun');
  await record(page, ...viewed('flour'), PASSED, ...viewed('water'), ...viewed('first-loaf'));
  await check('chosen');
  expect(found).toEqual([]);
  await page.context().close();
});

it('the SVG keeps its words within its boxes, light and dark', async () => {
  const root = resolve(import.meta.dirname, '../..');
  const file = join(folder(), 'map.svg');
  const args = [
    join(root, 'bin/course.js'),
    'map',
    join(root, 'example-course'),
    '--out',
    file,
    '--no-cache',
  ];
  await promisify(execFile)(process.execPath, args);
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser().newContext({ colorScheme })).newPage();
    await page.goto(`file://${file}`);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll<SVGGElement>('[data-item]:has(rect)')].flatMap((group) => {
        const box = group.querySelector('rect')?.getBoundingClientRect();
        return [...group.querySelectorAll('tspan')]
          .filter((line) => {
            const { left, right, top, bottom } = line.getBoundingClientRect();
            return !box || left < box.left || right > box.right || top < box.top || bottom > box.bottom;
          })
          .map((line) => line.textContent);
      }),
    );
    expect(outside).toEqual([]);
    const ground = await page.locator('.ground').evaluate((rect) => getComputedStyle(rect).fill);
    expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(19, 20, 22)');
    await page.context().close();
  }
});
