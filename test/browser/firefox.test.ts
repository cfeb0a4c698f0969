import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { launchFirefox } from './launch.ts';
import { shared, sharedSite } from './site.ts';

const site = sharedSite('test/browser/course');
const browser = shared(
  () => launchFirefox(),
  (firefox) => firefox.close(),
);

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate('course.ready');
}

it('takes a learner through questions and a quiz in Firefox, and remembers', async () => {
  const page = await browser().newPage();
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await open(page, `${site().url}modules/welcome.html`);
  await Promise.all([page.waitForNavigation(), page.click('[data-slot=next] a.button')]);
  await page.evaluate('course.ready');
  expect(page.url()).toContain('film.html');
  await page.evaluate(`
    course.record({ type: 'media', item: 'film', media: 'assets/knead.webm', from: 0, to: 8, duration: 8 });
    course.record({ type: 'marked', item: 'tools' });`);
  await open(page, `${site().url}modules/flour.html`);
  await page.click('[data-question="flour#strong"] [data-option]:nth-of-type(1) input');
  await page.click('[data-question="flour#strong"] button');
  await page.waitForSelector('[data-question="flour#strong"][data-outcome=wrong]');
  await page.click('[data-question="flour#strong"] [data-option]:nth-of-type(2) input');
  await page.click('[data-question="flour#strong"] button');
  for (const place of [1, 2])
    await page.click(`[data-question="flour#kinds"] [data-option]:nth-of-type(${place}) input`);
  await page.click('[data-question="flour#kinds"] button');
  for (const question of ['strong', 'kinds'])
    await page.waitForSelector(`[data-question="flour#${question}"][data-outcome=right]`);
  await open(page, `${site().url}quizzes/check.html`);
  for (const value of ['gluten', 'rye', 'oats']) await page.click(`[value=${value}]`);
  await page.click('form[data-quiz] button[type=submit]');
  await page.waitForFunction(
    `document.querySelector('[data-slot=quiz-result]').textContent.includes('Passed')`,
  );
  const before = await page.evaluate('course.events().map((event) => event.device + event.n)');
  await page.close();

  const again = await browser().newPage();
  await open(again, `${site().url}index.html`);
  await expect
    .poll(() => again.$eval('[data-slot=resume] a', (link) => link.textContent))
    .toBe('Continue: Water');
  const after = await again.evaluate('course.events().map((event) => event.device + event.n)');
  expect(after).toEqual(before);
  expect(errors).toEqual([]);
  await again.close();
});

it('says on a disk that pages share no progress there, and shows a locked page when asked to', async () => {
  const page = await browser().newPage();
  await open(page, pathToFileURL(join(site().folder, 'modules/water.html')).href);
  await expect
    .poll(() => page.$eval('[data-slot=notice]', (notice) => notice.textContent))
    .toContain('keeps the progress of every page apart');
  await expect
    .poll(() => page.$eval('[data-content]', (content) => content.hasAttribute('hidden')))
    .toBe(true);
  await page.evaluate(`[...document.querySelectorAll('[data-slot=gate] button')].at(-1).click()`);
  await expect
    .poll(() => page.$eval('[data-content]', (content) => content.hasAttribute('hidden')))
    .toBe(false);
  await page.close();
});

it('is asked to keep progress by a button, and a private window reminds of saving a file', async () => {
  const page = await browser().newPage();
  await open(page, `${site().url}progress.html`);
  await page.waitForFunction(() =>
    document.querySelector('[data-slot=transfer]')?.textContent?.includes('Ask the browser to keep it'),
  );
  await page.close();
  const closed = await launchFirefox(undefined, { 'browser.privatebrowsing.autostart': true });
  try {
    const hidden = await closed.newPage();
    await open(hidden, `${site().url}index.html`);
    await hidden.evaluate(
      `for (const item of ['welcome', 'film', 'tools', 'flour', 'water']) course.record({ type: 'viewed', item })`,
    );
    await hidden.waitForFunction(() =>
      document.querySelector('[data-slot=reminder]')?.textContent?.includes('private window'),
    );
  } finally {
    await closed.close();
  }
});
