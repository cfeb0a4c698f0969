/** Answers that were kept before the question lost a part of what they name: half an answer would be another one. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/model/events.ts';
import * as learner from '../learner.ts';
import { watched } from '../learner.ts';
import { sharedChromium, sharedSite } from '../site.ts';
import { controlsOf, keyboard } from './hand.ts';
import { plays } from './plays.ts';

const site = sharedSite('test/browser/questions/course');
const browser = sharedChromium();

const TYPES = ['single', 'multiple', 'matching', 'ordering'] as const;
type Type = (typeof TYPES)[number];

const stamp = { device: 'file-x', at: 0 };
const START = { ...stamp, n: 1, type: 'viewed', item: 'start' };

const newPage = async (): Promise<Page> => watched(await browser().newContext());

/** The page of a new learner who has this. */
async function having(path: string, kept: object): Promise<Page> {
  const page = await newPage();
  await learner.open(page, `${site().url}index.html`);
  const file = { format: 'coursewright-progress', version: 1, course: 'all-questions', events: [START] };
  await page.evaluate((contents) => window.course?.import(contents), { ...file, ...kept });
  await learner.open(page, site().url + path);
  return page;
}

const controls = (page: Page) => controlsOf(page.locator('form .question, form.question').first());
const feedback = (page: Page) => page.locator('form [data-slot=feedback]').first().textContent();

/** The same answer with one part that is not there any more. */
function half(response: Response): Response {
  const [gone, ...rest] = ['gone', ...partsOf(response).slice(1)];
  switch (response.type) {
    case 'single':
      return { ...response, option: gone };
    case 'multiple':
      return { ...response, options: [gone, ...rest] };
    case 'order':
      return { ...response, order: [gone, ...rest] };
    case 'fields': {
      const names = Object.keys(response.fields);
      return { ...response, fields: Object.fromEntries([gone, ...rest].map((part, i) => [names[i], part])) };
    }
    case 'text':
      throw new Error('A text has no parts.');
  }
}

function partsOf(response: Response): readonly string[] {
  switch (response.type) {
    case 'single':
      return [response.option];
    case 'multiple':
      return response.options;
    case 'order':
      return response.order;
    case 'fields':
      return Object.values(response.fields);
    case 'text':
      return [];
  }
}

/** A right answer in the quiz, and what stands in the controls before and after it. */
async function answered(type: Type): Promise<{
  key: string;
  response: Response;
  fresh: unknown;
  given: unknown;
}> {
  const play = plays[type];
  if (!play.graded) throw new Error(`${type} is not graded.`);
  const page = await having(`quizzes/${type}-quiz.html`, {});
  const fresh = await controls(page);
  await play.right(keyboard(page), page.locator('form[data-quiz] .question'));
  const given = await controls(page);
  const key = await page.locator('form[data-quiz] .question').getAttribute('data-question');
  if (key === null) throw new Error('no question');
  const draft = () =>
    page.evaluate(
      async (name) => (await window.course?.export())?.drafts?.[name]?.response,
      `draft:${key}:1`,
    );
  await expect.poll(draft).toBeDefined();
  await expect
    .poll(async () => partsOf((await draft()) ?? { type: 'text', text: '' }).length)
    .toBeGreaterThan(0);
  const response = await draft();
  if (!response) throw new Error('no answer');
  return { key, response, fresh, given };
}

describe.each(TYPES)('%s', (type) => {
  it('takes an answer whole or not at all: under way, and handed in', async () => {
    const { key, response, fresh, given } = await answered(type);
    expect(given).not.toEqual(fresh);
    const path = `quizzes/${type}-quiz.html`;
    const item = `${type}-quiz`;

    const draft = (kept: Response) => having(path, { drafts: { [`draft:${key}:1`]: { response: kept } } });
    expect(await controls(await draft(response))).toEqual(given);
    const begun = await draft(half(response));
    await expect.poll(() => feedback(begun)).toContain('has changed since you last worked on it');
    expect(await controls(begun)).toEqual(fresh);

    const handedIn = (kept: Response) =>
      having(path, {
        events: [
          START,
          { ...stamp, n: 2, type: 'answered', item, question: key, attempt: 1, response: kept, credit: 1 },
          {
            ...stamp,
            n: 3,
            type: 'submitted',
            item,
            attempt: 1,
            earned: 1,
            possible: 1,
            credits: { [key]: 1 },
          },
        ],
      });
    const whole = await handedIn(response);
    const outcome = (page: Page) => page.locator('form[data-quiz] .question').getAttribute('data-outcome');
    await expect.poll(() => outcome(whole)).toBe('right');
    expect(await controls(whole)).toEqual(given);
    const other = await handedIn(half(response));
    await expect.poll(() => feedback(other)).toContain('has changed since you handed it in');
    expect(await controls(other)).toEqual(fresh);
    // What was earned is kept, and what stands there now is neither right nor wrong.
    expect(await feedback(other)).toMatch(/^Right: (\d) of \1 point/);
    expect(await outcome(other)).toBeNull();
  });
});

it('is not put in by halves where it was checked on a page', async () => {
  const { response } = await answered('multiple');
  const at = (kept: Response) =>
    having('modules/multiple.html', {
      events: [
        START,
        {
          ...stamp,
          n: 2,
          type: 'answered',
          item: 'multiple',
          question: 'multiple#cereals',
          response: kept,
          credit: 1,
        },
      ],
    });
  const whole = await at(response);
  await expect.poll(() => whole.locator('form.question').getAttribute('data-outcome')).toBe('right');
  expect(await whole.locator('form.question input:checked').count()).toBe(2);
  const other = await at(half(response));
  await expect.poll(() => feedback(other)).toContain('has changed since you last worked on it');
  expect(await other.locator('form.question input:checked').count()).toBe(0);
});

it('that keeps its points after the key was corrected is said to be neither right nor wrong', async () => {
  const { key, fresh } = await answered('single');
  const values = JSON.stringify(fresh).match(/(?<=\[")\w+(?=",false)/g) ?? [];
  expect(values).toHaveLength(3);
  const outcomes = values.map(async (option) => {
    const answer = {
      question: key,
      attempt: 1,
      response: { type: 'single', option },
      answer: 'another',
      credit: 1,
    };
    const page = await having('quizzes/single-quiz.html', {
      events: [
        START,
        { ...stamp, n: 2, type: 'answered', item: 'single-quiz', ...answer },
        {
          ...stamp,
          n: 3,
          type: 'submitted',
          item: 'single-quiz',
          attempt: 1,
          earned: 1,
          possible: 1,
          credits: { [key]: 1 },
        },
      ],
    });
    await expect.poll(() => feedback(page)).toMatch(/^(Right|Kept): 1 of 1 point/);
    const box = page.locator('form[data-quiz] [data-slot=feedback]').first();
    return `${(await feedback(page))?.split(':')[0]} ${await box.getAttribute('data-outcome')}`;
  });
  expect((await Promise.all(outcomes)).sort()).toEqual(['Kept null', 'Kept null', 'Right right']);
});
