/** An attempt at a quiz that goes on under another edition, which asks otherwise. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { buildCourse } from './built.ts';
import { serveFolder } from './launch.ts';
import * as at from './learner.ts';
import { watched } from './learner.ts';
import { shared, sharedChromium, sharedFolder } from './site.ts';

const folder = sharedFolder();
const site = () => join(folder(), 'served');
const served = shared(
  () => serveFolder(site()),
  (server) => server.close(),
);
const browser = sharedChromium();

beforeAll(async () => {
  const course = join(folder(), 'course');
  await cp('test/browser/quizzes', course, { recursive: true });
  await buildCourse(course, join(folder(), 'first'));
  const quiz = join(course, 'quizzes/sure.yaml');
  const text = await readFile(quiz, 'utf8');
  const second = text.indexOf('  - id: two');
  expect(second).toBeGreaterThan(0);
  await writeFile(
    quiz,
    `pass: 70%\n${text.slice(0, second)}  - id: three
    prompt: Which is a fruit?
    options:
      - { id: plum, text: Plum, correct: true }
      - { id: iron, text: Iron }
`,
  );
  const again = join(course, 'quizzes/again.yaml');
  const key = await readFile(again, 'utf8');
  const corrected = key
    .replace('text: Rye, correct: true }', 'text: Rye }')
    .replace('text: Salt, feedback: A mineral. }', 'text: Salt, correct: true }');
  expect(corrected.length).toBeLessThan(key.length);
  await writeFile(again, corrected);
  await buildCourse(course, join(folder(), 'second'));
}, 120_000);

async function publish(edition: 'first' | 'second'): Promise<void> {
  await rm(site(), { recursive: true, force: true });
  await cp(join(folder(), edition, 'site'), site(), { recursive: true });
}

it('is told before it is handed in, until it is', async () => {
  await publish('first');
  const page = await watched(await browser().newContext());
  const open = () => at.open(page, `${served().url}quizzes/sure.html`);
  const told = page.locator('[data-quiz-changed]');
  await open();
  await page.getByLabel('Rye').check();
  await open();
  expect(await page.getByLabel('Rye').isChecked()).toBe(true);
  expect(await told.count()).toBe(0);

  await publish('second');
  await open();
  await told.waitFor();
  expect(await told.textContent()).toBe(
    'This quiz has changed since you began. 1 question is no longer asked, 1 question is new. 70\u202f% are needed to pass.',
  );
  expect(await page.getByLabel('Rye').isChecked()).toBe(true);
  await open();
  await told.waitFor();

  await page.getByLabel('Plum').check();
  for (const sure of await page.getByLabel('Certain').all()) await sure.check();
  await page.getByRole('button', { name: 'Hand in answers' }).click();
  await page.getByText('Passed', { exact: true }).first().waitFor();
  expect(await told.count()).toBe(0);
});

it('is told as soon as the quiz opens, also where no answer is left, and no more once all is deleted', async () => {
  await publish('first');
  const context = await browser().newContext();
  const page = await watched(context);
  const address = `${served().url}quizzes/sure.html`;
  const told = page.locator('[data-quiz-changed]');
  await at.open(page, address);
  await page.getByLabel('Oats').check();
  await publish('second');
  await at.open(page, address);
  await told.waitFor();
  if (process.env.COURSE_SHOTS) await shoot(page, process.env.COURSE_SHOTS);
  const gaps = await told.evaluate((line) => {
    const after = line.nextElementSibling;
    const above = line.previousElementSibling;
    const { top, bottom } = line.getBoundingClientRect();
    return [
      top - (above?.getBoundingClientRect().bottom ?? 0),
      (after?.getBoundingClientRect().top ?? 0) - bottom,
    ];
  });
  expect(Math.min(...gaps)).toBeGreaterThan(10);

  const other = await watched(context);
  await at.open(other, `${served().url}progress.html`);
  await other.getByRole('button', { name: 'Delete my progress' }).click();
  await other.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(() => told.count()).toBe(0);
});

it('asks no more what a corrected key makes right, and does not call it gone', async () => {
  await publish('first');
  const page = await watched(await browser().newContext());
  const address = `${served().url}quizzes/again.html`;
  const told = page.locator('[data-quiz-changed]');
  const cereal = page.locator('[data-question="again#cereal"]');
  await at.open(page, address);
  await at.record(page, { type: 'viewed', item: 'about-flour' });
  await page.getByLabel('Starch').check();
  await page.getByLabel('Salt').check();
  await page.getByRole('button', { name: 'Hand in answers' }).click();
  await page.getByText('Not passed').first().waitFor();
  await at.record(page, { type: 'reviewed', item: 'about-flour' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByLabel('Gluten').check();
  await cereal.getByText('Question 2 of 2').waitFor();

  await publish('second');
  await at.open(page, address);
  const isKept = async () => {
    await cereal.getByText('Kept from an earlier attempt').waitFor();
    expect(await told.textContent()).toBe('1 question counts as right by now and is not asked again.');
    expect(await page.getByLabel('Gluten').isChecked()).toBe(true);
    expect(await cereal.getByLabel('Salt').isChecked()).toBe(true);
  };
  await isKept();
  await at.reload(page);
  await isKept();
  await page.getByRole('button', { name: 'Hand in answers' }).click();
  await page.getByText('You earned 2 of 2 points').waitFor();
  expect(await told.count()).toBe(0);
});

async function shoot(page: Page, to: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 1200]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(to, `changed-${colorScheme}-${width}.png`) });
    }
}
