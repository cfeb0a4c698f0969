/** Ways to take a quiz, and to practise: what is drawn, the time, one question at a time, confidence, retry, hints. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { problems, still } from './axe.ts';
import { launchProfile, withFolder } from './launch.ts';
import * as learning from './learner.ts';
import { ready, watched } from './learner.ts';
import { sharedChromium, sharedSite } from './site.ts';

const site = sharedSite('test/browser/quizzes');
const browser = sharedChromium();

/** A page of a new learner; anything that the browser reports as an error fails the test. */
const learner = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> =>
  watched(await browser().newContext(options));

async function open(page: Page, path: string): Promise<void> {
  await learning.open(page, site().url + path);
  await inUse(page);
}

async function reload(page: Page): Promise<void> {
  await learning.reload(page);
  await inUse(page);
}

/** Waits until the questions are in use. */
async function inUse(page: Page): Promise<void> {
  const waiting = page.locator('form:is([data-quiz], [data-question]):not([data-active])');
  await expect.poll(() => waiting.count()).toBe(0);
}

const events = (page: Page, type: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(`course.events().filter((event) => event.type === ${JSON.stringify(type)})`);

/** The questions in sight with their options, in order. */
const layout = (page: Page) =>
  page
    .locator('[data-question]')
    .evaluateAll((places) =>
      places.map((place) => [
        place.getAttribute('data-question'),
        ...[...place.querySelectorAll('[data-option]')].map((option) => option.getAttribute('data-option')),
      ]),
    );

/** Starts an attempt, and waits for its questions. */
async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('form[data-quiz]').waitFor();
}

/** What is kept of an answer that is not handed in; of one in a quiz, with the number of the attempt. */
const draft = (page: Page, question: string) =>
  page.evaluate((key) => localStorage.getItem(key) ?? '', `course:quizzes-fixture:note:draft:${question}`);

/** Waits until what hands in is here: who asked for it before has been served. */
const canHandIn = (page: Page) =>
  page.waitForFunction(() => 'result' in Object(Reflect.get(window, 'coursewrightLate')));

const chosenIn = (page: Page) =>
  page
    .locator('form input:checked')
    .evaluateAll((found) => found.map((input) => input.getAttribute('value')));

const result = (page: Page) => page.locator('[data-slot=quiz-result]');
const handIn = (page: Page) => page.getByRole('button', { name: 'Hand in answers' });

describe('questions drawn for an attempt', () => {
  it('are the same after a reload, in a second tab and after a crash, and others for somebody else', async () => {
    await withFolder(async (profile) => {
      const first = await launchProfile(profile);
      const page = await watched(first.context);
      await open(page, 'quizzes/drawn.html');
      expect(await page.locator('form[data-quiz]').isHidden()).toBe(true);
      expect(await page.locator('[data-slot=taking]').textContent()).toContain(
        'You will be asked 5 questions.',
      );
      expect(await events(page, 'began')).toEqual([]);
      await start(page);
      const drawn = await layout(page);
      expect(drawn).toHaveLength(5);
      expect(drawn.filter(([key]) => key?.startsWith('drawn#numbers/'))).toHaveLength(4);
      expect(await page.locator('[data-number]').first().textContent()).toBe('Question 1 of 5');
      await page.locator('form [data-question]').nth(1).locator('input').first().check();
      await page.locator('form [data-question]').nth(3).locator('input').last().check();
      const chosen = await chosenIn(page);

      await page.reload();
      await page.locator('form[data-quiz] input:checked').first().waitFor();
      expect(await layout(page)).toEqual(drawn);
      const tab = await watched(first.context);
      await open(tab, 'quizzes/drawn.html');
      await tab.locator('form[data-quiz] input:checked').first().waitFor();
      expect(await layout(tab)).toEqual(drawn);
      // What one tab answers the other hands in.
      await tab.locator('form [data-question]').nth(0).locator('input').first().check();
      await page.locator('form [data-question]').nth(0).locator('input:checked').waitFor();
      await first.kill();

      const second = await launchProfile(profile);
      const again = await watched(second.context);
      await open(again, 'quizzes/drawn.html');
      await expect.poll(() => chosenIn(again)).toEqual(expect.arrayContaining(chosen));
      expect(await layout(again)).toEqual(drawn);
      await second.close();

      const seen = new Set([JSON.stringify(drawn)]);
      for (let i = 0; i < 3; i++) {
        const other = await learner();
        await open(other, 'quizzes/drawn.html');
        await start(other);
        seen.add(JSON.stringify(await layout(other)));
        await other.context().close();
      }
      expect(seen.size).toBe(4);
    });
  });

  it('are others in the next attempt, and those of an attempt in its review', async () => {
    const page = await learner();
    await open(page, 'quizzes/drawn.html');
    await start(page);
    const drawn = await layout(page);
    for (const place of await page.locator('form [data-question]').all())
      await place.locator('input').first().check();
    await handIn(page).click();
    await result(page).getByText('You earned').waitFor();
    expect(await layout(page)).toEqual(drawn);
    await page.reload();
    await result(page).getByText('You earned').waitFor();
    expect(await layout(page)).toEqual(drawn);
    const [submitted] = await events(page, 'submitted');
    expect(Object.keys(Object(submitted?.credits))).toEqual(drawn.map(([key]) => key));
    expect(submitted?.possible).toBe(5);
    await result(page).getByRole('button', { name: /^Try/ }).click();
    await start(page);
    expect(await layout(page)).not.toEqual(drawn);
    expect(await page.locator('form input:checked').count()).toBe(0);
    const began = await events(page, 'began');
    expect(new Set(began.map(({ seed }) => seed)).size).toBe(2);
  });
});

it('goes on with the attempt that began first, whichever device it was', async () => {
  const page = await learner();
  await open(page, 'quizzes/drawn.html');
  await start(page);
  const drawn = await layout(page);
  await page.locator('form [data-question]').first().locator('input').first().check();
  await page.evaluate(`course.export().then((file) => course.import({ ...file, events: [
    { type: 'began', item: 'drawn', attempt: 1, seed: 5, device: 'a', n: 0, at: 1 },
  ] }))`);
  await expect.poll(() => layout(page)).not.toEqual(drawn);
  const first = await layout(page);
  await reload(page);
  expect(await layout(page)).toEqual(first);
  expect(first.map(([key]) => key).sort()).not.toEqual(drawn.map(([key]) => key).sort());
  const told = page.locator('[data-quiz-changed]');
  await told.waitFor();
  expect(await told.textContent()).toBe(
    'You began this attempt on another device first: it goes on with the questions drawn there.',
  );
});

it('counts the better of two sheets that tabs handed in as one attempt, and shows that one in both', async () => {
  const context = await browser().newContext();
  const page = await watched(context);
  const asleep = await watched(context);
  await asleep.addInitScript(
    `addEventListener('storage', (event) => event.stopImmediatePropagation(), true)`,
  );
  for (const tab of [page, asleep]) await open(tab, 'quizzes/again.html');
  await asleep.evaluate(`course.record({ type: 'viewed', item: 'about-flour' })`);
  await asleep.getByLabel('Starch').check();
  await asleep.getByLabel('Salt').check();
  await expect.poll(() => chosenIn(page)).toEqual(['starch', 'salt']);
  await page.getByLabel('Gluten').check();
  await page.getByLabel('Rye').check();
  await handIn(page).click();
  await result(page).getByText('You earned 2 of 2 points').waitFor();
  expect(await result(page).textContent()).not.toContain('several tabs');
  expect(await chosenIn(asleep)).toEqual(['starch', 'salt']);
  await handIn(asleep).click();
  await expect.poll(() => events(asleep, 'submitted')).toHaveLength(2);
  const isBetter = async (tab: Page) => {
    await result(tab).getByText('several tabs').waitFor();
    expect(await result(tab).textContent()).toContain(
      'You earned 2 of 2 points: 100\u202f%.This attempt was handed in from several tabs; the best of these results counts.',
    );
    expect(await result(tab).textContent()).not.toContain('corrected');
    expect(await chosenIn(tab)).toEqual(['gluten', 'rye']);
    expect(await tab.locator('[data-slot=feedback]').allTextContents()).toEqual([
      expect.stringContaining('Right: 1 of 1 point.'),
      expect.stringContaining('Right: 1 of 1 point.'),
    ]);
  };
  await isBetter(asleep);
  await isBetter(page);
  await reload(page);
  await isBetter(page);
});

describe('a quiz with a limit of time, one question at a time', () => {
  it('counts from the start through reloads, warns, gives more, and hands nothing in by itself', async () => {
    const page = await learner();
    await page.clock.install({ time: '2026-11-22T09:59:00Z' });
    // However long the test itself takes.
    await page.clock.pauseAt('2026-11-22T10:00:00Z');
    await open(page, 'quizzes/timed.html');
    const taking = page.locator('[data-slot=taking]');
    expect(await taking.textContent()).toContain('You have 10 min');
    await start(page);
    const clock = page.locator('.clock');
    expect(await clock.textContent()).toContain('Time left: 10 min');
    await page.clock.runFor('04:30');
    expect(await clock.textContent()).toContain('Time left: 6 min');
    await page.locator('.question:not([data-away]) input[type=text]').fill('A');
    await reload(page);
    await clock.waitFor();
    expect(await clock.textContent()).toContain('Time left: 6 min');
    expect(await page.locator('input[type=text]').inputValue()).toBe('A');
    const live = page.locator('[data-slot=live]');
    await page.clock.runFor('00:40');
    expect(await live.textContent()).toContain('Time left: 5 min');
    await page.clock.runFor('04:10');
    expect(await live.textContent()).toContain('Less than a minute left');
    await page.clock.runFor('05:00');
    expect(await clock.textContent()).toContain('The time is over. Nothing is lost');
    expect(await events(page, 'submitted')).toEqual([]);
    await clock.getByRole('button', { name: 'Take 5 min more' }).click();
    expect(await clock.textContent()).toContain('Time left: 5 min');
    for (let i = 0; i < 10; i++) await clock.getByRole('button', { name: 'Take 5 min more' }).click();
    expect(await clock.textContent()).toContain('Time left: 55 min');
    await reload(page);
    expect(await clock.textContent()).toContain('Time left: 55 min');
    for (const name of ['B', 'C']) {
      await page.getByRole('button', { name: 'Next question' }).click();
      await page.getByLabel(name, { exact: true }).check();
    }
    await handIn(page).click();
    await result(page).getByText('You earned 3 of 3').waitFor();
    expect(await result(page).textContent()).toContain(
      'You took 14 min; the limit was 10 min, and you gave yourself 55 min more.',
    );
    expect(await clock.count()).toBe(0);
  });

  it('is not harmed by a clock that is set back or forth', async () => {
    const page = await learner();
    await page.clock.install({ time: '2026-11-22T10:00:00Z' });
    await open(page, 'quizzes/timed.html');
    await start(page);
    await page.clock.setSystemTime('2026-11-20T10:00:00Z');
    await page.clock.runFor('00:05');
    expect(await page.locator('.clock').textContent()).toContain('Time left: 10 min');
    await page.getByRole('button', { name: 'Take 5 min more' }).click();
    expect(await page.locator('.clock').textContent()).toContain('Time left: 15 min');
    await page.clock.setSystemTime('2027-11-20T10:00:00Z');
    await page.clock.runFor('00:05');
    expect(await page.locator('.clock').textContent()).toContain('The time is over');
    await page.getByRole('button', { name: 'Take 5 min more' }).click();
    expect(await page.locator('.clock').textContent()).toContain('Time left: 5 min');
  });

  it('works with the keyboard alone, shows where one is, and prints all', async () => {
    const page = await learner();
    await open(page, 'quizzes/timed.html');
    await page.getByRole('button', { name: 'Start' }).focus();
    await page.keyboard.press('Enter');
    const shown = page.locator('form .question:visible');
    expect(await shown.count()).toBe(1);
    expect(await page.evaluate('document.activeElement.closest("[data-question]")?.dataset.question')).toBe(
      'timed#first',
    );
    await page.keyboard.type('a');
    // Enter goes on: handing in is on the last question.
    await page.keyboard.press('Enter');
    await canHandIn(page);
    expect(await events(page, 'submitted')).toEqual([]);
    expect(await shown.getAttribute('data-question')).toBe('timed#second');
    expect(await shown.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const places = page.getByRole('navigation', { name: 'Questions' }).getByRole('button');
    expect(
      await places.evaluateAll((found) => found.map((place) => place.getAttribute('aria-label'))),
    ).toEqual(['1: answered', '2: answered', '3: not answered yet']);
    expect(await places.nth(1).getAttribute('aria-current')).toBe('step');
    await places.nth(2).focus();
    await page.keyboard.press('Enter');
    expect(await shown.getAttribute('data-question')).toBe('timed#third');
    expect(await page.getByRole('button', { name: 'Next question' }).isVisible()).toBe(false);
    expect(await problems(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await shown.count()).toBe(3);
    await page.emulateMedia({ media: 'screen' });
    await handIn(page).focus();
    await page.keyboard.press('Enter');
    await result(page).getByRole('link', { name: 'Question 3' }).waitFor();
    await page.getByRole('button', { name: 'Previous question' }).click();
    await result(page).getByRole('link', { name: 'Question 3' }).click();
    expect(await shown.getAttribute('data-question')).toBe('timed#third');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await handIn(page).focus();
    await page.keyboard.press('Enter');
    await result(page).getByText('You earned').waitFor();
    // Reviewed all together.
    expect(await shown.count()).toBe(3);
  });
});

describe('a quiz with all its questions on a page', () => {
  it('is not handed in by Enter in a field, but by its button', async () => {
    const page = await learner();
    await open(page, 'quizzes/again.html');
    const radios = page.locator('.question input[type=radio]');
    await radios.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.question').last().locator('input').first().check();
    await page.keyboard.press('Enter');
    await canHandIn(page);
    expect(await events(page, 'submitted')).toEqual([]);
    expect(await result(page).textContent()).toBe('');
    await handIn(page).focus();
    await page.keyboard.press('Enter');
    await result(page).getByText('You earned').waitFor();
    expect(await events(page, 'submitted')).toHaveLength(1);
  });
});

describe('confidence-based marking', () => {
  it('asks how sure the learner is, marks by that, and says how well it was judged', async () => {
    const page = await learner();
    await open(page, 'quizzes/sure.html');
    await page.getByRole('group', { name: 'How sure are you?' }).first().waitFor();
    const marking = page.locator('[data-slot=taking] details');
    expect(await marking.textContent()).toContain('never get less than 0');
    expect(await marking.getAttribute('open')).not.toBeNull();
    const [one, two] = [
      page.locator('[data-question="sure#one"]'),
      page.locator('[data-question="sure#two"]'),
    ];
    await one.getByLabel('Rye').check();
    await handIn(page).click();
    await result(page).getByText('2 questions are not complete yet').waitFor();
    expect(await result(page).getByRole('listitem').allTextContents()).toEqual([
      'Question 1: how sure is missing',
      'Question 2',
    ]);
    await one.getByLabel('Certain').check();
    // What was answered since is no longer listed, and in the end the list is gone.
    await result(page).getByText('1 question has no answer yet').waitFor();
    await two.getByLabel('Oats').check();
    await two.getByLabel('Fairly sure').check();
    await expect.poll(() => result(page).isHidden()).toBe(true);
    await reload(page);
    await page.locator('input:checked').nth(3).waitFor();
    // Read once, it makes room.
    expect(await marking.getAttribute('open')).toBeNull();
    expect(await one.getByLabel('Certain').isChecked()).toBe(true);
    expect(await problems(page)).toEqual([]);
    await handIn(page).click();
    // 3 points for what was certain and right, less 2 of 3 for what was fairly sure and wrong.
    await result(page).getByText('You earned 1 of 6 points').waitFor();
    expect(await result(page).textContent()).toContain('Certain: 1 of 1 right. Fairly sure: 0 of 1 right.');
    expect(await two.locator('[data-slot=feedback] p').first().textContent()).toBe(
      'Wrong: 2 points lost (fairly sure).',
    );
    const [submitted] = await events(page, 'submitted');
    expect(submitted).toMatchObject({ earned: 1, possible: 6, credits: { 'sure#one': 1, 'sure#two': 0 } });
    expect(await one.getByLabel('Certain').isDisabled()).toBe(true);
  });

  it('takes a paid hint for no mistake', async () => {
    const page = await learner();
    await open(page, 'quizzes/sure.html');
    await page.getByRole('group', { name: 'How sure are you?' }).first().waitFor();
    const [one, two] = [
      page.locator('[data-question="sure#one"]'),
      page.locator('[data-question="sure#two"]'),
    ];
    await one.locator('summary').click();
    await expect.poll(() => draft(page, 'sure#one:1')).toContain('"hints":1');
    await one.getByLabel('Rye').check();
    await one.getByLabel('Certain').check();
    await two.getByLabel('Lime').check();
    await two.getByLabel('Guess').check();
    await handIn(page).click();
    // Half of 3 points for what was certain and right with the hint, and a third of 3 for the guess.
    await result(page).getByText('You earned 2.5 of 6 points').waitFor();
    expect(await result(page).textContent()).toContain('Certain: 1 of 1 right.');
    expect(await result(page).textContent()).not.toContain('What you missed');
    expect(await one.getAttribute('data-outcome')).toBe('right');
    expect(await one.locator('[data-slot=feedback]').textContent()).toContain('1.5 of 3 points');
  });
});

it('tells who was right and not sure what being sure would have earned', async () => {
  const page = await learner();
  await open(page, 'quizzes/sure.html');
  for (const name of ['Rye', 'Lime']) await page.getByLabel(name).check();
  for (const guess of await page.getByLabel('A guess').all()) await guess.check();
  await handIn(page).click();
  await result(page).getByText('You earned 2 of 6 points: 33.3').waitFor();
  expect(await result(page).textContent()).toContain(
    'Had you been certain of each, they would have earned 100',
  );
  // What came of it stands before the questions, and the focus is there.
  expect(await result(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(
    await page.evaluate('document.querySelector("form[data-quiz]").previousElementSibling.dataset.slot'),
  ).toBe('quiz-result');
  // `ready` says that the page shows what is kept: nothing else is waited for.
  await learning.reload(page);
  expect(await result(page).textContent()).toContain('You earned 2 of 6 points');
});

describe('an answer that cannot be read', () => {
  it('is said at once, without a judgement, is no answer, and costs nothing', async () => {
    const page = await learner();
    await open(page, 'quizzes/typed.html');
    await start(page);
    const shown = page.locator('form .question:visible');
    const feedback = shown.locator('[data-slot=feedback]');
    const places = page.getByRole('navigation', { name: 'Questions' }).getByRole('button');
    await shown.locator('input[type=text]').pressSequentially('xx');
    await expect.poll(() => draft(page, 'typed#number:1')).toContain('xx');
    await canHandIn(page);
    // Nobody is interrupted who is still typing.
    expect(await feedback.textContent()).toBe('');
    await shown.getByLabel('Certain').check();
    await feedback.getByText('cannot be read as a number').waitFor();
    expect(await feedback.getAttribute('data-outcome')).toBeNull();
    expect(await places.first().getAttribute('aria-label')).toBe('1: cannot be read');
    await shown.locator('input[type=text]').fill('3');
    await expect.poll(() => feedback.textContent()).toBe('');
    expect(await places.first().getAttribute('aria-label')).toBe('1: answered');
    await shown.locator('input[type=text]').fill('xx');
    await page.getByRole('button', { name: 'Next question' }).click();
    await shown.locator('input[type=text]').fill('12');
    await shown.getByLabel('Certain').check();
    await feedback.getByText('The unit is missing.').waitFor();
    await page.getByRole('button', { name: 'Next question' }).click();
    await shown.locator('input[type=text]').fill('4');
    await shown.getByLabel('Certain').check();
    await handIn(page).click();
    await result(page).getByText('2 questions are not complete yet').waitFor();
    expect(await result(page).getByRole('listitem').first().textContent()).toContain(
      'Question 1: This cannot be read as a number.',
    );
    await result(page).getByRole('button', { name: 'Hand in as it is' }).click();
    await result(page).getByText('You earned 1 of 3 points').waitFor();
    const first = page.locator('[data-question="typed#number"] [data-slot=feedback]');
    expect(await first.textContent()).toContain('0 of 1 point.');
    expect(await first.textContent()).toContain('cannot be read as a number');
    // The same page explains two of them: it is named once.
    expect(await result(page).getByRole('listitem').allTextContents()).toEqual([
      'Question 1, Question 2: look at this again: About flour',
    ]);

    await result(page).getByRole('button', { name: /^Try/ }).click();
    const taking = page.locator('[data-slot=taking]');
    const again =
      'Only what you missed is asked: 2 questions. The rest keeps its points and shows again with the result: 1 question.';
    expect(await taking.textContent()).toContain(again);
    const heading = page.locator('.page-facts li').first();
    await expect.poll(() => heading.textContent()).toContain('2 of 3 questions');
    await start(page);
    await reload(page);
    expect(await taking.textContent()).toContain(again);
    expect(await heading.textContent()).toContain('2 of 3 questions');
    expect(await places.count()).toBe(2);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await problems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next question' }).click();
    await handIn(page).click();
    await result(page).getByRole('button', { name: 'Hand in as it is' }).click();
    await result(page).getByText('You earned 1 of 3 points').waitFor();
    expect(await first.textContent()).toContain('Not answered: 0 of 1 point.');
    expect(await heading.textContent()).toBe('3 questions');
  });
});

describe('who fails a hurdle', () => {
  it('is led back to the quiz from a page of its review, however it was opened', async () => {
    const page = await learner();
    await open(page, 'quizzes/again.html');
    await page.evaluate(`course.record({ type: 'viewed', item: 'about-flour' })`);
    await page.getByLabel('Starch').check();
    await page.getByLabel('Rye').check();
    await handIn(page).click();
    await result(page).getByText('Not passed').waitFor();
    await open(page, 'modules/about-flour.html');
    await page.getByRole('button', { name: 'I have gone through it again' }).click();
    const onward = page.locator('[data-slot=next]').getByRole('link');
    await expect.poll(() => onward.allTextContents()).toEqual(['Back to “Once more”']);
    await onward.click();
    await page.waitForURL('**/again.html');
  });

  it('sees what was missed and what explains it, reviews, and is asked only that again', async () => {
    const page = await learner();
    await open(page, 'quizzes/again.html');
    await page.evaluate(`course.record({ type: 'viewed', item: 'about-flour' })`);
    const strong = page.locator('[data-question="again#strong"]');
    expect(await strong.locator('summary').textContent()).toContain('Hint (costs 25');
    await strong.locator('summary').click();
    await expect.poll(() => events(page, 'began')).toHaveLength(1);
    await reload(page);
    // Opened is paid, and stays open.
    await strong.locator('details[open]').waitFor();
    await strong.getByLabel('Starch').check();
    await page.getByLabel('Rye').check();
    await handIn(page).click();
    await result(page).getByText('Not passed').waitFor();
    expect(await result(page).textContent()).toContain('What you missed');
    const missed = result(page).getByRole('listitem').first();
    expect(await missed.textContent()).toBe('Question 1: look at this again: About flour (Choose flour)');
    expect(await strong.locator('[data-slot=feedback]').textContent()).toContain('Think of bread and cake.');
    expect(await result(page).getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await result(page).textContent()).toContain('About flour (still to do)');
    expect(await problems(page)).toEqual([]);

    await missed.getByRole('link', { name: 'About flour' }).click();
    await page.waitForURL('**/about-flour.html?quiz=again');
    await ready(page);
    await page.getByRole('button', { name: 'I have gone through it again' }).click();
    await page.locator('[data-slot=next]').getByRole('link', { name: 'Back to “Once more”' }).click();
    await page.waitForURL('**/again.html*');
    await ready(page);
    await inUse(page);
    await result(page).getByText('The next attempt is open.').waitFor();
    expect(await result(page).textContent()).toContain('About flour (done)');
    await result(page).getByRole('button', { name: 'Try again' }).click();
    const cereal = page.locator('[data-question="again#cereal"]');
    await cereal.getByText('Kept from an earlier attempt').waitFor();
    expect(await cereal.getByLabel('Rye').isDisabled()).toBe(true);
    expect(await cereal.getByLabel('Rye').isChecked()).toBe(true);
    expect(await page.locator('[data-number]').first().textContent()).toBe('Question 1 of 1');
    // Another attempt, another price.
    expect(await strong.locator('details[open]').count()).toBe(0);
    await strong.getByLabel('Gluten').check();
    await handIn(page).click();
    await result(page).getByText('You earned 2 of 2 points').waitFor();
    const submitted = await events(page, 'submitted');
    expect(submitted.at(-1)).toMatchObject({ credits: { 'again#strong': 1, 'again#cereal': 1 } });
    const answered = await events(page, 'answered');
    expect(answered.map(({ hints, attempt }) => [hints, attempt])).toEqual([
      [1, 1],
      [undefined, 1],
      [undefined, 2],
    ]);
  });

  it('pays for the hints that were opened', async () => {
    const page = await learner();
    await open(page, 'quizzes/again.html');
    await page.locator('[data-question="again#strong"] summary').click();
    await expect.poll(() => draft(page, 'again#strong:1')).toContain('"hints":1');
    await page.getByLabel('Gluten').check();
    await page.getByLabel('Rye').check();
    await handIn(page).click();
    await result(page).getByText('You earned 1.75 of 2 points').waitFor();
    expect(
      await page.locator('[data-question="again#strong"] [data-slot=feedback] p').first().textContent(),
    ).toBe('Right: 0.75 of 1 point (less the price of hints).');
    // Not full marks: the price of the hint. But nothing was missed.
    expect(await result(page).textContent()).not.toContain('What you missed');
    const [submitted] = await events(page, 'submitted');
    expect(submitted).toMatchObject({ credits: { 'again#strong': 0.75 }, right: ['again#strong'] });
  });

  it('is not asked again what was right with a hint, and still pays for it', async () => {
    const page = await learner();
    await open(page, 'quizzes/again.html');
    await page.evaluate(`course.record({ type: 'viewed', item: 'about-flour' })`);
    await page.locator('[data-question="again#strong"] summary').click();
    await expect.poll(() => draft(page, 'again#strong:1')).toContain('"hints":1');
    await page.getByLabel('Gluten').check();
    await page.getByLabel('Salt').check();
    await handIn(page).click();
    await result(page).getByText('You earned 0.75 of 2 points').waitFor();
    await page.evaluate(`course.record({ type: 'reviewed', item: 'about-flour' })`);
    await result(page).getByRole('button', { name: 'Try again' }).click();
    const strong = page.locator('[data-question="again#strong"]');
    await strong.getByText('Kept from an earlier attempt').waitFor();
    await expect.poll(() => strong.locator('details[open]').count()).toBe(1);
    await page.getByLabel('Rye').check();
    await handIn(page).click();
    await result(page).getByText('You earned 1.75 of 2 points').waitFor();
    const submitted = await events(page, 'submitted');
    expect(submitted.at(-1)).toMatchObject({ credits: { 'again#strong': 0.75 }, right: ['again#strong'] });
  });

  it('can say so of a page that was not finished before, and is led back', async () => {
    const page = await learner();
    await open(page, 'quizzes/again.html');
    await page.getByLabel('Starch').check();
    await page.getByLabel('Rye').check();
    await handIn(page).click();
    await result(page).getByRole('link', { name: 'About flour' }).first().click();
    await page.waitForURL('**/about-flour.html?quiz=again');
    await ready(page);
    await page.getByRole('button', { name: 'I have gone through it', exact: true }).click();
    expect(await events(page, 'viewed')).toHaveLength(1);
    await expect
      .poll(() => page.locator('[data-slot=live]').textContent())
      .toContain('Noted. You can try “Once more” again.');
    const back = page.locator('[data-slot=next]').getByRole('link', { name: 'Back to “Once more”' });
    expect(await back.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await back.getAttribute('class')).toContain('primary');
  });
});

describe('practice', () => {
  it('keeps what is given before it is checked, and says what to look at again', async () => {
    const page = await learner();
    await open(page, 'modules/practice.html');
    const dough = page.locator('[data-question="practice#dough"]');
    await dough.getByLabel('Starch').check();
    expect(await events(page, 'began')).toEqual([]);
    await reload(page);
    await dough.locator('input:checked').waitFor();
    expect(await dough.getAttribute('data-outcome')).toBeNull();
    await dough.getByRole('button', { name: 'Check' }).click();
    const feedback = dough.locator('[data-slot=feedback]');
    await feedback.getByRole('link', { name: 'About flour' }).waitFor();
    expect(await feedback.textContent()).toContain('Not right yet.');
    expect(await feedback.textContent()).toContain('Try again.');
    await dough.locator('summary').click();
    // The browser tells of it a moment later.
    await expect.poll(() => draft(page, 'practice#dough')).toContain('"hints":1');
    await reload(page);
    await expect.poll(() => dough.getAttribute('data-outcome')).toBe('wrong');
    expect(await dough.locator('details[open]').count()).toBe(1);
    await dough.getByLabel('Gluten').check();
    await dough.getByRole('button', { name: 'Check' }).click();
    await expect.poll(() => dough.getAttribute('data-outcome')).toBe('right');
    expect(await feedback.textContent()).toContain('this counts 75');
    const answered = await events(page, 'answered');
    expect(answered.map(({ hints, credit }) => [hints, credit])).toEqual([
      [undefined, 0],
      [1, 0.75],
    ]);
  });

  it('does not take back what was earned when a hint is opened later', async () => {
    const page = await learner();
    await open(page, 'modules/practice.html');
    const dough = page.locator('[data-question="practice#dough"]');
    await dough.getByLabel('Gluten').check();
    await dough.getByRole('button', { name: 'Check' }).click();
    await dough.locator('summary').first().click();
    await expect.poll(() => draft(page, 'practice#dough')).toContain('"hints":1');
    await reload(page);
    await expect.poll(() => dough.getAttribute('data-outcome')).toBe('right');
    expect(await dough.locator('details[open]').count()).toBe(1);
    expect(await dough.locator('[data-slot=feedback]').textContent()).not.toContain('this counts');
  });

  it('mixes options where the question says so, always alike for one learner', async () => {
    const orders = new Set<string>();
    for (let i = 0; i < 4; i++) {
      const page = await learner();
      await open(page, 'modules/practice.html');
      const order = JSON.stringify((await layout(page))[1]);
      await reload(page);
      expect(JSON.stringify((await layout(page))[1])).toBe(order);
      orders.add(order);
      await page.context().close();
    }
    expect(orders.size).toBeGreaterThan(1);
  });
});

it('takes answers that are not handed in along in a progress file, and overwrites none', async () => {
  const page = await learner();
  await open(page, 'quizzes/again.html');
  await page.getByLabel('Starch').check();
  await page.getByLabel('Salt').check();
  await open(page, 'progress.html');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const other = await learner();
  await open(other, 'quizzes/again.html');
  await other.getByLabel('Rye').check();
  await other.evaluate(`course.import(${text})`);
  await reload(other);
  await expect.poll(() => other.getByLabel('Starch').isChecked()).toBe(true);
  expect(await other.getByLabel('Rye').isChecked()).toBe(true);
});

it('writes nothing from another tab into a field that is being typed in', async () => {
  const page = await learner();
  await open(page, 'quizzes/timed.html');
  await start(page);
  const tab = await watched(page.context());
  await open(tab, 'quizzes/timed.html');
  const field = tab.locator('.question:not([data-away]) input[type=text]');
  await field.pressSequentially('from here');
  const heard = await tab.evaluateHandle(() => ({
    // The page itself listens longer and has heard of it by then.
    it: new Promise((done) => {
      addEventListener('storage', ({ newValue }) => newValue?.includes('from there') && done(true));
    }),
  }));
  await page.locator('.question:not([data-away]) input[type=text]').fill('from there');
  await page.locator('.question:not([data-away]) input[type=text]').blur();
  await heard.evaluate(({ it }) => it);
  expect(await field.inputValue()).toBe('from here');
});

it('takes no time from a note that nobody could have made', async () => {
  const page = await learner();
  await open(page, 'quizzes/timed.html');
  await start(page);
  await page.locator('.clock').waitFor();
  await page.evaluate(`localStorage.setItem('course:quizzes-fixture:note:time:timed:1',
    JSON.stringify({ at: Date.now() + 1000, value: { until: 1e300, all: 1e300 } }))`);
  await reload(page);
  await expect.poll(() => page.locator('.clock').textContent()).toContain('Time left: 10 min');
});

it('takes the facts of an attempt from scripts, and refuses what is none', async () => {
  const page = await learner();
  await open(page, 'index.html');
  const outcome = await page.evaluate(`(() => {
    const refused = [];
    const answer = { type: 'answered', item: 'sure', question: 'sure#one', attempt: 1, credit: 1, response: { type: 'single', option: 'rye' } };
    const facts = [
      { type: 'began', item: 'sure', attempt: 1, seed: 7 },
      { type: 'began', item: 'sure', attempt: 1, seed: -1 },
      { type: 'began', item: 'sure', attempt: 0, seed: 7 },
      { type: 'began', item: 'sure', attempt: 1, seed: 2 ** 32 },
      { ...answer, confidence: 3, hints: 2 },
      { ...answer, confidence: 4 },
      { ...answer, hints: -1 },
    ];
    return facts.map((fact) => { try { return course.record(fact).type; } catch (error) { return error.name; } });
  })()`);
  expect(outcome).toEqual([
    'began',
    'TypeError',
    'TypeError',
    'TypeError',
    'answered',
    'TypeError',
    'TypeError',
  ]);
});

describe('the result', () => {
  const top = (page: Page) =>
    result(page)
      .locator('h2')
      .evaluate((heading) => Math.round(heading.getBoundingClientRect().top));

  it.each([
    { width: 320, height: 400 },
    { width: 1000, height: 400 },
  ])('begins in sight below the header, however it was asked for: $width', async (viewport) => {
    const page = await learner({ viewport });
    await open(page, 'quizzes/sure.html');
    const inSight = async () => {
      const header = await page
        .locator('body > header')
        .first()
        .evaluate((found) => found.getBoundingClientRect().bottom);
      expect(await top(page)).toBeGreaterThanOrEqual(header);
      expect(await top(page)).toBeLessThan(viewport.height / 2);
    };
    await handIn(page).click();
    const anyway = result(page).getByRole('button', { name: 'Hand in as it is' });
    await anyway.waitFor();
    await inSight();
    await anyway.click();
    await result(page).getByText('You earned 0 of 6 points').waitFor();
    await inSight();
    await result(page).getByRole('button', { name: /^Try/ }).click();
    await page.evaluate('document.querySelector("form[data-quiz] button[type=submit]").click()');
    await anyway.waitFor();
    // The control that was used may be anywhere.
    await page.evaluate('scrollTo(0, 0)');
    await anyway.dispatchEvent('click');
    await result(page).getByText('You earned 0 of 6 points').waitFor();
    await inSight();
  });

  it('says in words what came of each answer, why the points do not add up, and announces itself alone', async () => {
    const page = await learner();
    await open(page, 'quizzes/sure.html');
    expect(await page.locator('form[data-quiz] :is([role=status], [aria-live])').count()).toBe(0);
    await page.getByLabel('Salt').check();
    await page.getByLabel('Certain').first().check();
    await page.getByLabel('Lime').check();
    await page.getByLabel('A guess').last().check();
    await handIn(page).click();
    await result(page).getByText('You earned 0 of 6 points').waitFor();
    expect(await result(page).textContent()).toContain(
      'Taken together, your answers come to 5 points below 0; a result is never less than 0.',
    );
    expect(await page.locator('[data-slot=feedback] p:first-child').allTextContents()).toEqual([
      'Wrong: 6 points lost (certain).',
      'Right: 1 of 3 points (as a guess).',
    ]);
    await page.locator('[data-slot=live]').getByText('Handed in: 0').waitFor();
    // Without one question at a time and without an attempt a link moves the focus, too.
    await result(page).getByRole('link', { name: 'Question 1' }).click();
    expect(await page.evaluate('document.activeElement.dataset.question')).toBe('sure#one');
    await learning.reload(page);
    expect(await result(page).textContent()).toContain('come to 5 points below 0');
  });
});

it('keeps the way on in the second place while the quiz waits for the learner', async () => {
  const page = await learner();
  await open(page, 'quizzes/sure.html');
  const colours = async () => {
    await still(page);
    return page
      .locator('.button.primary:visible')
      .evaluateAll((found) => found.map((button) => getComputedStyle(button).backgroundColor));
  };
  const [quiz, on] = await colours();
  expect(on).toBeDefined();
  expect(on).not.toBe(quiz);
  for (const name of ['Rye', 'Lime']) await page.getByLabel(name).check();
  for (const certain of await page.getByLabel('Certain').all()) await certain.check();
  await handIn(page).click();
  await result(page).getByText('You earned 6 of 6 points').waitFor();
  expect(await colours()).toEqual([quiz]);
});

it('leaves room for the question beside a long list of them on a narrow screen', async () => {
  const page = await learner({ viewport: { width: 320, height: 640 } });
  await open(page, 'quizzes/many.html');
  const list = page.getByRole('navigation', { name: 'Questions' });
  const places = list.getByRole('button');
  expect(await places.count()).toBe(24);
  expect((await list.boundingBox())?.height).toBeLessThan(200);
  await places.last().focus();
  await page.keyboard.press('Enter');
  await list.scrollIntoViewIfNeeded();
  const [around, current] = [await list.boundingBox(), await places.last().boundingBox()];
  expect(current?.y).toBeGreaterThanOrEqual(around?.y ?? Infinity);
  expect((current?.y ?? Infinity) + (current?.height ?? 0)).toBeLessThanOrEqual(
    (around?.y ?? 0) + (around?.height ?? 0) + 1,
  );
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await problems(page)).toEqual([]);
});
