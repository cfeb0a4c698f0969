/** A bank of 500 questions in four files: drawn, shuffled, answered, reloaded, killed, resumed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { buildCourse } from './built.ts';
import { launchChromium, launchProfile, serveFolder, withFolder } from './launch.ts';

const FILES = ['sums', 'differences', 'products', 'quotients'];
const LEVELS = ['easy', 'medium', 'hard'];

/** 125 questions a file, some of them hard, some with the tag `large`. */
function bank(file: string, place: number): string {
  const questions = Array.from({ length: 125 }, (_, i) => {
    const right = place * 1000 + i * 7;
    const options = [right, right + 1, right + 10, right - 3].map(
      (value, at) =>
        `      - { text: "${value}"${at === 0 ? ', correct: true' : ''}, feedback: "About ${value}." }`,
    );
    return [
      `  - id: q${i}`,
      `    prompt: Which number belongs to task ${i + 1} of ${file}?`,
      `    difficulty: ${LEVELS[i % 3]}`,
      `    tags: [${i < 60 ? 'small' : 'large'}]`,
      '    options:',
      ...options,
    ].join('\n');
  });
  return `bank: true\ntitle: ${file}\nquestions:\n${questions.join('\n')}\n`;
}

const QUIZ = `title: Arithmetic
pass: 50%
shuffle: true
shuffle-options: true
questions:
  - { draw: 8, from: [${FILES.join(', ')}], difficulty: hard }
  - { draw: 7, from: [sums, products], tags: [large] }
  - { draw: 5, from: [${FILES.join(', ')}] }
`;

async function write(folder: string): Promise<string> {
  const course = join(folder, 'course');
  await mkdir(join(course, 'quizzes'), { recursive: true });
  await writeFile(
    join(course, 'course.yaml'),
    'id: arithmetic\ntitle: Arithmetic\nlanguage: en\npathway: { type: hurdles, items: [exam] }\n',
  );
  await writeFile(join(course, 'quizzes/exam.yaml'), QUIZ);
  for (const [i, file] of FILES.entries())
    await writeFile(join(course, `quizzes/${file}.yaml`), bank(file, i + 1));
  return course;
}

/** The questions in sight with their options and what is chosen, in order. */
const paper = (page: Page) =>
  page.locator('form[data-quiz] [data-question]').evaluateAll((places) =>
    places.map((place) => ({
      question: place.getAttribute('data-question'),
      options: [...place.querySelectorAll('[data-option]')].map((option) =>
        option.getAttribute('data-option'),
      ),
      chosen: place.querySelector('input:checked')?.getAttribute('value') ?? null,
    })),
  );

async function answer(page: Page, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++)
    await page
      .locator('form[data-quiz] [data-question]')
      .nth(i)
      .locator('input')
      .nth(i % 4)
      .check();
}

/** The keys of the questions whose drafts the database has: what stands there survives a crash. */
const draftsIn = (page: Page) =>
  page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const database = await answered(indexedDB.open('course:arithmetic'));
    const keys = await answered(database.transaction('entries').objectStore('entries').getAllKeys());
    database.close();
    return keys.map((key) => /draft:(.*):\d+$/.exec(String(key))?.[1]);
  });

const shown = (page: Page) => expect.poll(async () => (await paper(page)).length).toBe(20);

it('gives the same questions in the same order with the answers kept, and another draw to somebody else', async () => {
  await withFolder(async (folder) => {
    const served = await serveFolder(await buildCourse(await write(folder), folder));
    const url = `${served.url}quizzes/exam.html`;
    try {
      const first = await launchProfile(join(folder, 'profile'));
      const page = await first.context.newPage();
      await page.goto(url);
      await page.getByRole('button', { name: 'Start' }).click();
      await shown(page);
      const drawn = await paper(page);
      expect(new Set(drawn.map(({ question }) => question)).size).toBe(20);
      await answer(page, 0, 8);
      const before = await paper(page);
      expect(before.filter(({ chosen }) => chosen !== null).length).toBe(8);

      await page.reload();
      await shown(page);
      await expect.poll(() => paper(page)).toEqual(before);
      await answer(page, 8, 9);
      const last = await paper(page);
      await expect.poll(() => draftsIn(page)).toContain(last[8]?.question);
      await first.kill();

      const second = await launchProfile(join(folder, 'profile'));
      const resumed = await second.context.newPage();
      await resumed.goto(url);
      await shown(resumed);
      await expect.poll(() => paper(resumed)).toEqual(last);
      await answer(resumed, 9, 20);
      const handedIn = await paper(resumed);
      await resumed.getByRole('button', { name: 'Hand in answers' }).click();
      await resumed.locator('[data-slot=quiz-result] h2').waitFor();
      await resumed.reload();
      await shown(resumed);
      await expect.poll(() => paper(resumed)).toEqual(handedIn);
      await second.close();

      const browser = await launchChromium();
      const other = await browser.newPage();
      await other.goto(url);
      await other.getByRole('button', { name: 'Start' }).click();
      await shown(other);
      const keys = (asked: typeof drawn) => asked.map(({ question }) => question);
      const theirs = keys(await paper(other));
      // Of 500 questions few are the same by chance.
      expect(keys(drawn).filter((key) => theirs.includes(key)).length).toBeLessThan(10);
      await browser.close();
    } finally {
      await served.close();
    }
  });
}, 240_000);
