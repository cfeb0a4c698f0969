/** A learner who follows nothing but what the pages offer, through a whole course. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import type { Question } from '../../src/questions/question.ts';
import { open, ready, reload } from './learner.ts';

declare global {
  interface Window {
    /** As the page's scripts set them. */
    coursewright?: {
      readonly course: Course;
      readonly site: { readonly title: string; readonly version: string; readonly edition?: string };
    };
  }
}

/**
 * Answers every question that the page asks, all right or all wrong, and hands them in. `except`: the ids of those
 * that are answered wrong all the same.
 */
export async function answer(page: Page, right: boolean, except: readonly string[] = []): Promise<void> {
  const asked = { right, except };
  await page.evaluate(async ({ right, except }) => {
    let well = right;
    const data = JSON.parse(document.querySelector('#page-data')?.textContent ?? '{}');
    const bytes = Uint8Array.from(atob(data.sealed ?? ''), (unit) => unit.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const questions: Question[] = data.sealed ? await new Response(stream).json() : [];

    const within = (place: Element, part: string, id: string) =>
      place.querySelector(`[data-${part}="${CSS.escape(id)}"]`);
    const type = (field: Element | null, value: string) => {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.disabled)
        return;
      field.value = value;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    };
    /** Takes one of a part's radio buttons, or of its menu. */
    const take = (place: Element, part: string, value: string) => {
      const radio = within(place, 'part', part)?.querySelector(`input[value="${CSS.escape(value)}"]`);
      if (radio instanceof HTMLInputElement) radio.click();
      else type(within(place, 'part', part)?.querySelector('select') ?? null, value);
    };
    /** The right one of several, or the first of the others. */
    const choose = (ids: readonly string[], key: string) =>
      (well ? key : ids.find((id) => id !== key)) ?? key;
    const tick = (place: Element, options: readonly { readonly id: string; readonly correct: boolean }[]) => {
      for (const { id, correct } of options) {
        const box = within(place, 'option', id)?.querySelector('input');
        if (box && !box.disabled && box.checked !== (correct === well)) box.click();
      }
    };
    const arrange = (place: Element, order: readonly string[]) => {
      for (const [i, id] of order.entries()) {
        const part = within(place, 'part', id);
        const at = () => Array.from<unknown>(place.querySelectorAll('li[data-part]')).indexOf(part);
        for (let moves = order.length; well && moves > 0 && at() > i; moves--)
          part?.querySelector<HTMLButtonElement>('[data-move="-1"]')?.click();
      }
      const settled = place.querySelector<HTMLInputElement>('[data-settled]');
      if (settled && !settled.disabled && !settled.checked) settled.click();
    };
    const reply = (place: Element, question: Question): void => {
      const field = place.querySelector('.question-body input[type=text], input[type=text]');
      const unit = 'units' in question ? ` ${question.units?.[0]?.key ?? ''}` : '';
      switch (question.type) {
        case 'single':
        case 'multiple':
          tick(place, question.options);
          break;
        case 'hotspot':
          tick(place, question.regions);
          break;
        case 'true-false':
          tick(place, [
            { id: 'true', correct: question.answer },
            { id: 'false', correct: !question.answer },
          ]);
          break;
        case 'short-text':
          type(field, well ? (question.answers[0]?.text ?? '') : 'zzz');
          break;
        case 'numeric':
          type(field, well ? `${question.answers[0]?.value}${unit}` : '98765');
          break;
        case 'calculated':
          {
            const shown = (name: string) =>
              place.querySelector(`.prompt [data-variable="${name}"]`)?.textContent;
            const values = question.variants.find((variant) =>
              question.names.every((name, i) =>
                [undefined, variant.shown[i]].includes(shown(name) ?? undefined),
              ),
            );
            type(field, well ? `${values?.answers[0]?.value}${unit}` : '98765');
          }
          break;
        case 'cloze':
          for (const blank of question.blanks) {
            if (blank.kind === 'text')
              type(
                within(place, 'part', blank.id)?.querySelector('input') ?? null,
                well ? (blank.answers[0] ?? '') : 'zzz',
              );
            else {
              const key = blank.choices.find(({ correct }) => correct)?.id ?? '';
              take(
                place,
                blank.id,
                choose(
                  blank.choices.map(({ id }) => id),
                  key,
                ),
              );
            }
          }
          break;
        case 'matching':
          for (const { id, match } of question.pairs)
            take(
              place,
              id,
              choose(
                question.choices.map((each) => each.id),
                match,
              ),
            );
          break;
        case 'categorising':
          for (const { id, category } of question.things)
            take(
              place,
              id,
              choose(
                question.categories.map((each) => each.id),
                category,
              ),
            );
          break;
        case 'ordering':
          arrange(
            place,
            question.entries.map(({ id }) => id),
          );
          break;
        case 'poll':
        case 'likert':
        case 'reflection':
          break;
      }
    };

    for (const question of questions) {
      const place = document.querySelector(`[data-question="${CSS.escape(question.key)}"]`);
      if (!place) continue;
      well = right && !except.includes(question.id);
      reply(place, question);
      if (place instanceof HTMLFormElement) place.requestSubmit();
    }

    // How sure of it: right answers are certain, wrong ones a guess.
    const sure = document.querySelectorAll<HTMLInputElement>(`.how-sure input[value="${right ? 3 : 1}"]`);
    for (const radio of sure) if (!radio.disabled) radio.click();
  }, asked);
  // One at a time: through all of them, as a learner would.
  const next = page.getByRole('button', { name: 'Next question' });
  while (await next.isVisible()) await next.click();
  const handIn = page.locator('form[data-quiz] button[type=submit]');
  if (!(await handIn.isVisible())) return;
  await handIn.click();
  // A number without its unit is asked about first.
  const asItIs = page.getByRole('button', { name: 'Hand in as it is' });
  const result = page.locator('[data-slot=quiz-result] h2');
  await result.first().waitFor();
  if (await asItIs.isVisible()) {
    await asItIs.click();
    await asItIs.waitFor({ state: 'detached' });
  }
}

/** Plays the page's video and audio to the end, as far as the course can tell. */
export async function watchAll(page: Page): Promise<void> {
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

/** Where somebody leaves the way, and which questions they get wrong. */
export interface Manner {
  /** Stops on the page of this item. */
  readonly until?: string;
  /** By item: the ids of questions. */
  readonly wrong?: Readonly<Record<string, readonly string[]>>;
}

/** Follows nothing but the buttons that the pages show, from the home page at `start` until the course ends; gives the pages on the way. */
export async function follow(
  page: Page,
  start: string,
  firstTry: boolean,
  { until, wrong = {} }: Manner = {},
): Promise<string[]> {
  const way: string[] = [];
  const failed = new Set<string>();
  await open(page, start);
  await goTo(page, page.locator('[data-slot=resume] a.button'));
  while (way.length < 150) {
    await page.waitForLoadState();
    await ready(page);
    const item = (await page.evaluate('document.body.dataset.pageItem')) as string | undefined;
    if (item === undefined || item === until) break;
    way.push(item);
    const take = page.locator('[data-slot=gate] button');
    if (await take.count()) await take.first().click();
    await expect
      .poll(() => page.locator('[data-content]').isVisible(), { message: `${item} shows its content` })
      .toBe(true);
    const isQuiz = (await page.locator('form[data-quiz]').count()) > 0;
    const retry = page.locator('[data-slot=quiz-result] button', { hasText: 'Try again' });
    if (isQuiz && (await retry.count())) await retry.click();
    const start = page.locator('[data-slot=taking] button', { hasText: 'Start' });
    if (isQuiz) {
      const ready = page.locator(
        'form[data-quiz] button[type=submit]:visible, [data-slot=quiz-result]:visible',
      );
      await start.or(ready).first().waitFor();
      if (await start.count()) await start.click();
    }
    await watchAll(page);
    await answer(page, firstTry || !isQuiz || failed.has(item), wrong[item]);
    if (isQuiz) failed.add(item);
    await ready(page);
    const next = page.locator('[data-slot=next]');
    for (const name of ['Mark as done', 'Finish this page', 'I have gone through it again']) {
      const button = next.getByRole('button', { name });
      if (await button.count()) await button.click();
    }
    const onward = next.locator('a.button, .steps a[data-go]').first();
    const again = page.locator('[data-slot=quiz-result] button', { hasText: 'Try again' });
    if (!(await onward.count()) && (await again.count())) {
      await reload(page);
      continue;
    }
    await expect
      .poll(() => onward.count(), { message: `${item} leads on: ${await next.textContent()}` })
      .toBe(1);
    await goTo(page, onward);
  }
  return way;
}

/** Takes a link to another page, and waits for it: in the portable edition the address changes before what shows does. */
async function goTo(page: Page, link: Locator): Promise<void> {
  const from = await page.evaluate('document.body.dataset.pageItem');
  await link.click();
  await page.waitForFunction((item) => document.body && document.body.dataset.pageItem !== item, from);
}
