/** An attempt at a quiz that goes on under another edition, which asks otherwise. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
