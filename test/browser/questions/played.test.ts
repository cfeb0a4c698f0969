/** Each type of question in a browser, by keyboard alone and by touch on a small screen, under axe-core in every state. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { problems } from '../axe.ts';
import * as learner from '../learner.ts';
import { record } from '../learner.ts';
import { sharedChromium, sharedSite } from '../site.ts';
import { controlsOf, keyboard, touch } from './hand.ts';
import { plays } from './plays.ts';

/** Where to leave pictures of each state, for people to look at: then everything is looked at in light and dark. */
const PICTURES = process.env.PICTURES;

const site = sharedSite('test/browser/questions/course');
const browser = sharedChromium();

const ways = [
  { hand: keyboard, width: 1000, hasTouch: false, colorScheme: 'dark' },
  { hand: touch, width: 320, hasTouch: true, colorScheme: 'light' },
] as const;

describe.each(Object.entries(plays))('%s', (type, play) => {
  it.each(ways)('is answered by $hand.name', async ({ hand: handOf, width, hasTouch, colorScheme }) => {
    const context = await browser().newContext({ colorScheme, hasTouch, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const found: string[] = [];
    page.on('pageerror', (error) => found.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(message.text());
    });
    const hand = handOf(page);
    const check = async (state: string) => {
      const schemes = PICTURES ? (['light', 'dark'] as const) : [colorScheme];
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme });
        found.push(...(await problems(page)).map((problem) => `${state}, ${scheme}: ${problem}`));
        if (PICTURES) await picture(page, join(PICTURES, `${type}-${state}-${scheme}-${width}.png`));
      }
    };

    await open(page, `modules/${type}.html`);
    expect(await page.locator('[data-content]').isHidden()).toBe(true);
    await check('locked');
    await record(page, { type: 'viewed', item: 'start' });
    const practice = page.locator('form.question');
    await practice.waitFor();
    await check('fresh');
    const feedback = practice.locator('[data-slot=feedback]');
    const answers = play.graded ? (['wrong', 'partly', 'right'] as const) : (['kept'] as const);
    for (const outcome of answers) {
      const answer = play.graded ? (outcome === 'kept' ? undefined : play[outcome]) : play.kept;
      if (answer === undefined) continue;
      await answer(hand, practice);
      if (outcome === answers[0]) await check('answered');
      await hand.press(practice.locator('button[type=submit]'));
      if (play.graded) await expect.poll(() => practice.getAttribute('data-outcome')).toBe(outcome);
      await expect.poll(() => feedback.textContent()).not.toBe('');
      await check(outcome);
    }
    const given = await controlsOf(practice);
    await open(page, `modules/${type}.html`);
    await expect.poll(() => controlsOf(practice)).toEqual(given);
    if (play.graded) await expect.poll(() => practice.getAttribute('data-outcome')).toBe('right');

    await open(page, `quizzes/${type}-quiz.html`);
    const quiz = page.locator('form[data-quiz] .question');
    const inQuiz = play.quiz ?? (play.graded ? (play.partly ?? play.wrong) : play.kept);
    await inQuiz(hand, quiz);
    const written = await controlsOf(quiz);
    await hand.press(page.locator('form[data-quiz] button[type=submit]').last());
    const result = page.locator('[data-slot=quiz-result]');
    await result.locator('h2').waitFor();
    // An answer without its unit is asked about before it costs anything.
    const anyway = result.getByRole('button', { name: 'Hand in as it is' });
    if (await anyway.isVisible()) await hand.press(anyway);
    await result.locator('h2:not([data-open])').waitFor();
    await check('review');
    // What comes after an answer, such as a rubric, stands below it.
    const handedIn = await controlsOf(quiz);
    expect(handedIn.slice(0, written.length)).toEqual(written);
    for (const control of await quiz.locator('input, select, textarea').all())
      expect(await isFixed(control), String(control)).toBe(true);
    await open(page, `quizzes/${type}-quiz.html`);
    await expect.poll(() => controlsOf(quiz)).toEqual(handedIn);
    const partly = play.quiz !== undefined || (play.graded && play.partly !== undefined);
    if (play.graded)
      await expect.poll(() => quiz.getAttribute('data-outcome')).toBe(partly ? 'partly' : 'wrong');

    expect(found).toEqual([]);
    await context.close();
  });
});

const open = (page: Page, path: string) => learner.open(page, site().url + path);

/** Whether nothing can be changed in a control: what was written stays readable and can be copied. */
function isFixed(control: Locator): Promise<boolean> {
  return control.evaluate((element) =>
    element.matches(':disabled, input[type=text]:read-only, textarea:read-only'),
  );
}

/** The question with what surrounds it, or the whole page while it is locked. */
async function picture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const main = page.locator('main');
  // The head of the page stays on top of what is scrolled, and would lie across the picture.
  await page.evaluate(`document.querySelector('header').style.position = 'static'`);
  await main.screenshot({ path });
}
