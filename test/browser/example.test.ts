import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import type { Question } from '../../src/questions/question.ts';
import type { CourseApi } from '../../src/runtime/api.ts';
import { buildCourse } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

declare global {
  interface Window {
    /** As the page's scripts set them. */
    course?: CourseApi;
    coursewright?: {
      readonly course: Course;
      readonly site: { readonly title: string; readonly version: string };
    };
  }
}

let folder: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-example-'));
  served = await serveFolder(await buildCourse('example-course', folder));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

/** Answers every question of the page, all right or all wrong, and hands them in. */
async function answer(page: Page, right: boolean): Promise<void> {
  await page.evaluate(async (well) => {
    const data = JSON.parse(document.querySelector('#page-data')?.textContent ?? '{}');
    const bytes = Uint8Array.from(atob(data.sealed ?? ''), (unit) => unit.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const questions: Question[] = data.sealed ? await new Response(stream).json() : [];
    for (const question of questions) {
      const place = document.querySelector(`[data-question="${CSS.escape(question.key)}"]`);
      if (question.type !== 'single' && question.type !== 'multiple') continue;
      for (const option of question.options) {
        const box = place?.querySelector<HTMLInputElement>(`[data-option="${CSS.escape(option.id)}"] input`);
        if (box && !box.disabled && box.checked !== (option.correct === well)) box.click();
      }
      if (place instanceof HTMLFormElement) place.requestSubmit();
    }
    const quiz = document.querySelector<HTMLFormElement>('form[data-quiz]');
    const submit = quiz?.querySelector<HTMLButtonElement>('button[type=submit]');
    if (submit && !submit.hidden) quiz?.requestSubmit(submit);
  }, right);
}

/** Plays the page's video and audio to the end, as far as the course can tell. */
async function watchAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const item = document.body.dataset.pageItem ?? '';
    for (const figure of document.querySelectorAll<HTMLElement>('[data-media]')) {
      window.course?.record({
        type: 'media',
        item,
        media: figure.dataset.media ?? '',
        from: 0,
        to: 60,
        duration: 60,
      });
    }
  });
}

/** Follows nothing but the buttons that the pages show, until the course ends; gives the pages on the way. */
async function follow(page: Page, firstTry: boolean): Promise<string[]> {
  const way: string[] = [];
  const failed = new Set<string>();
  await page.goto(served.url);
  await page.evaluate('course.ready');
  await page.locator('[data-slot=resume] a.button').click();
  while (way.length < 150) {
    await page.waitForLoadState();
    await page.evaluate('course.ready');
    const item = (await page.evaluate('document.body.dataset.pageItem')) as string | undefined;
    if (item === undefined) break;
    way.push(item);
    const take = page.locator('[data-slot=gate] button');
    if (await take.count()) await take.first().click();
    expect(await page.locator('[data-content]').isVisible(), `${item} shows its content`).toBe(true);
    const isQuiz = (await page.locator('form[data-quiz]').count()) > 0;
    const retry = page.locator('[data-slot=quiz-result] button', { hasText: 'Try again' });
    if (isQuiz && (await retry.count())) await retry.click();
    await watchAll(page);
    await answer(page, firstTry || !isQuiz || failed.has(item));
    if (isQuiz) failed.add(item);
    const next = page.locator('[data-slot=next]');
    for (const name of ['Mark as done', 'Finish this page', 'I have gone through it again']) {
      const button = next.getByRole('button', { name });
      if (await button.count()) await button.click();
    }
    const onward = next.locator('a.button, .steps a[data-go]').first();
    const again = page.locator('[data-slot=quiz-result] button', { hasText: 'Try again' });
    if (!(await onward.count()) && (await again.count())) {
      await page.reload();
      continue;
    }
    expect(await onward.count(), `${item} leads on: ${await next.textContent()}`).toBe(1);
    const from = page.url();
    await onward.click();
    await page.waitForURL((url) => url.href !== from);
  }
  return way;
}

it.each([
  ['passes every quiz at once', true],
  ['fails every quiz at first', false],
])('leads a learner who %s to the certificate, button by button', async (_who, firstTry) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const way = await follow(page, firstTry);
  expect(errors).toEqual([]);
  // The required pages at least, each on its own.
  expect(new Set(way).size).toBeGreaterThan(15);
  expect(await page.evaluate('course.view().finished'), way.join(' → ')).toBe(true);
  expect(page.url()).toContain('complete.html');
  expect(await page.locator('[data-slot=certificate]').isVisible()).toBe(true);
  await context.close();
});
