/** What the runtime makes of a page, state by state, under axe-core: WCAG 2.2 AA, light and dark, narrow and wide. */
import { expect, it } from 'vitest';
import { inspect, widths } from './axe.ts';
import * as learner from './learner.ts';
import { sharedChromium, sharedSite } from './site.ts';

const site = sharedSite('test/browser/course');
const browser = sharedChromium();

it.each(widths)('at %i px every state is accessible and fits', async (width) => {
  const context = await browser().newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const found: string[] = [];

  const open = (path: string) => learner.open(page, site().url + path);
  const record = (...facts: readonly object[]) => learner.record(page, ...facts);
  const check = async (state: string) => void found.push(...(await inspect(page, state)));

  await open('modules/water.html');
  await check('locked page');
  await record({ type: 'viewed', item: 'welcome' });
  await open('modules/film.html');
  await record({ type: 'media', item: 'film', media: 'assets/knead.webm', from: 0, to: 8, duration: 8 });
  await page.getByRole('button', { name: 'Start now' }).waitFor();
  // However long it is looked at.
  await page.evaluate(() => {
    const last = window.setInterval(() => undefined);
    for (let timer = 1; timer <= last; timer++) window.clearInterval(timer);
  });
  await check('countdown');
  await record({ type: 'marked', item: 'tools' });
  await open('modules/tools.html');
  await check('foreign video');
  await open('modules/flour.html');
  await page.getByLabel('Cake flour').check();
  await page.getByRole('button', { name: 'Check' }).first().click();
  await page.getByLabel('Rye').check();
  await page.getByRole('button', { name: 'Check' }).last().click();
  await page.locator('[data-question="flour#strong"][data-outcome=wrong]').waitFor();
  await page.locator('[data-question="flour#kinds"][data-outcome=partly]').waitFor();
  await check('wrong answer');
  await page.getByLabel('Bread flour').check();
  await page.getByRole('button', { name: 'Check' }).first().click();
  await page.locator('[data-question="flour#strong"][data-outcome=right]').waitFor();
  await check('right answer');
  await open('quizzes/check.html');
  await page.getByLabel('Starch').check();
  await page.getByRole('button', { name: 'Hand in answers' }).click();
  await page.getByRole('button', { name: 'Hand in as it is' }).waitFor();
  await check('open questions');
  await page.getByRole('button', { name: 'Hand in as it is' }).click();
  await page.locator('[data-slot=quiz-result]').getByText('Not passed').waitFor();
  await check('failed quiz');
  await open('index.html');
  await check('home on the way');
  await record(
    { type: 'reviewed', item: 'flour' },
    {
      type: 'submitted',
      item: 'check',
      attempt: 2,
      earned: 3,
      possible: 3,
      credits: { 'check#protein': 1, 'check#cereals': 1 },
    },
    { type: 'viewed', item: 'water' },
  );
  await open('modules/water.html');
  await check('ways to choose from');
  await open('modules/starter.html');
  await check('choice');
  await record({ type: 'viewed', item: 'starter' }, { type: 'viewed', item: 'last' });
  await open('quizzes/check.html');
  await check('passed quiz');
  await open('complete.html');
  await page.getByLabel('Name on the certificate').fill('Ada Lovelace');
  await check('certificate');
  await open('progress.html');
  await check('progress');
  await page.getByRole('button', { name: 'Delete my progress' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).waitFor();
  await check('question before deleting');
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  await open('modules/welcome.html');
  await page.locator('[data-slot=notice] button').waitFor();
  await check('notice');

  expect(found).toEqual([]);
  await context.close();
});
