/** Where a learner stands still, hurries, or works in two tabs at once. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCourse } from './built.ts';
import { type Served, serveFolder } from './launch.ts';
import * as learner from './learner.ts';
import { ready, record } from './learner.ts';
import { sharedChromium, sharedFolder } from './site.ts';

const folder = sharedFolder();
const browser = sharedChromium();
const served: Served[] = [];

afterAll(async () => {
  for (const server of served) await server.close();
});

const QUIZ = `questions:
  - id: one
    type: single
    prompt: Which one?
    options:
      - { id: good, text: Good, correct: true, feedback: Yes. }
      - { id: bad, text: Bad, feedback: No. }
`;

/** Builds and serves a small course: pages `a`, `b`, … and a quiz `q`. */
async function site(name: string, pathway: string, quiz = ''): Promise<string> {
  const course = join(folder(), name);
  await mkdir(join(course, 'modules'), { recursive: true });
  await mkdir(join(course, 'quizzes'));
  const yaml = `id: ${name}\ntitle: ${name}\ndescription: A course of a test.\nlanguage: en\n${pathway}\n`;
  await writeFile(join(course, 'course.yaml'), yaml);
  for (const id of ['a', 'b', 'c'])
    if (new RegExp(`\\b${id}\\b`).test(pathway.replaceAll(/id: \w+/g, '')))
      await writeFile(join(course, `modules/${id}.md`), `---\ntitle: M${id}\n---\n\nSome words about it.\n`);
  if (quiz) await writeFile(join(course, 'quizzes/q.yaml'), `title: Q\n${quiz}\n${QUIZ}`);
  const server = await serveFolder(await buildCourse(course, join(folder(), `${name}-out`)));
  served.push(server);
  return server.url;
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await learner.watched(context);
  await learner.open(page, url);
  return page;
}

// biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count.
const shown = (place: Locator): Promise<string> => place.innerText();
const viewed = (item: string) => ({ type: 'viewed', item });
const failed = { type: 'submitted', item: 'q', attempt: 1, earned: 0, possible: 1, credits: { 'q#one': 0 } };

describe('a home page where nothing can be done', () => {
  const pass = 'pass: 100%';
  it.each<[name: string, pathway: string, quiz: string, facts: object[], says: string[], link?: string]>([
    [
      'date',
      'pathway:\n  type: linear\n  items: [a, { item: b, requires: { after: 2090-01-01 } }]',
      '',
      [viewed('a')],
      ['“Mb”', 'still locked', 'January 1, 2090'],
    ],
    [
      'contact',
      'pathway:\n  type: hurdles\n  items: [a, q, b]',
      `${pass}\nattempts: 1\nexhausted: contact`,
      [viewed('a'), failed],
      ['“Mb”', 'ask your instructor'],
      'quizzes/q.html',
    ],
    [
      'contact-last',
      'pathway:\n  type: hurdles\n  items: [a, q]',
      `${pass}\nattempts: 1\nexhausted: contact`,
      [viewed('a'), failed],
      ['ask your instructor'],
      'quizzes/q.html',
    ],
    [
      'end',
      'complete: { passed: q }\npathway:\n  type: linear\n  items: [a, { item: q, optional: true }]',
      `${pass}\nattempts: 1\nexhausted: contact`,
      [viewed('a'), failed],
      ['The course is finished when you have passed'],
      'quizzes/q.html',
    ],
    [
      'hidden',
      'pathway:\n  type: linear\n  items: [{ item: a, when: { after: 2090-01-01 } }, { item: b, requires: { after: 2091-01-01 } }]',
      '',
      [],
      ['“Mb”', 'January 1, 2091'],
    ],
  ])('says what the course waits for: %s', async (name, pathway, quiz, facts, says, link) => {
    const url = await site(name, pathway, quiz);
    const context = await browser().newContext({ locale: 'en-US', timezoneId: 'UTC' });
    const page = await open(context, `${url}index.html`);
    await record(page, ...facts);
    const place = page.locator('.hero-actions');
    for (const text of says) await expect.poll(() => shown(place)).toContain(text);
    expect(await shown(place)).not.toContain('Start');
    if (link)
      await expect.poll(() => place.locator('a:visible').first().getAttribute('href')).toContain(link);
  });

  it('leads to the failed quiz that the end of the course asks for', async () => {
    const url = await site(
      'again',
      'complete: { passed: q }\npathway:\n  type: linear\n  items: [{ item: q, optional: true }, a]',
      pass,
    );
    const context = await browser().newContext();
    const page = await open(context, `${url}index.html`);
    await record(page, failed, viewed('a'));
    await expect.poll(() => shown(page.locator('.hero-actions'))).toBe('Continue: Q');
    const end = await open(context, `${url}modules/a.html`);
    await expect.poll(() => end.locator('[data-slot=next]').textContent()).toContain('Q');
  });
});

it('after a failed attempt every page says what comes first: the review, and help that has just appeared', async () => {
  const url = await site(
    'help',
    'pathway:\n  type: hurdles\n  items: [a, { item: b, when: { failed: q } }, q, c]',
    'pass: 100%\nreview: [a]',
  );
  const context = await browser().newContext();
  const quiz = await open(context, `${url}quizzes/q.html`);
  const state = (id: string) => quiz.locator(`[data-slot=sidebar] [data-item="${id}"] [data-state]`);
  const ways = (page: Page) => page.locator('[data-slot=next] a.button').allTextContents();
  await record(quiz, viewed('a'), failed);
  await expect.poll(() => ways(quiz)).toEqual(['Go through it again: Ma', 'Still open: Mb']);
  await expect.poll(() => shown(state('a'))).toBe('Go through again');
  await expect.poll(() => shown(state('q'))).toMatch(/^Not passed/);

  const help = await open(context, `${url}modules/b.html`);
  await expect.poll(() => ways(help)).toEqual(['Go through it again: Ma']);
  expect(await shown(help.locator('[data-slot=next]'))).not.toContain('locked');
  await help.locator('[data-slot=next] a.button').click();
  await help.waitForURL('**/a.html');
  await ready(help);
  await help.getByRole('button', { name: 'I have gone through it again' }).click();
  await expect.poll(() => ways(help)).toEqual(['Back to “Q”']);

  const home = await open(context, `${url}index.html`);
  const entry = (id: string) => shown(home.locator(`.map [data-item="${id}"]`));
  await expect.poll(() => entry('a')).toContain('Done');
  await record(home, { ...failed, attempt: 2 });
  await expect.poll(() => entry('a')).toContain('Go through again');
  await expect.poll(() => entry('q')).toContain('Go through “Ma” again before the next attempt at “Q”');
});

describe('a choice', () => {
  const PATHWAY = `pathway:
  type: linear
  items:
    - { type: dynamic-branching, id: d, title: Ways, choose: 1, options: [{ id: o1, title: O1, items: [a] }, { id: o2, title: O2, items: [b] }] }
    - c`;
  let url: string;
  beforeAll(async () => {
    url = await site('choice', PATHWAY);
  });

  it('is made once by a double click, which goes nowhere else', async () => {
    const context = await browser().newContext();
    const page = await open(context, `${url}modules/a.html`);
    const box = await page.getByRole('button', { name: 'Take “O1”' }).boundingBox();
    if (!box) throw new Error('no button');
    // A link where the button was, as a longer page would have one.
    await page.evaluate(`{
      const trap = document.createElement('a');
      Object.assign(trap, { id: 'trap', href: '../index.html', textContent: 'x' });
      Object.assign(trap.style, { position: 'fixed', inset: 0, zIndex: -1 });
      document.querySelector('[data-content]').before(trap);
      document.addEventListener('course:change', () => { trap.style.zIndex = 999; });
      addEventListener('click', (event) => {
        if (event.detail === 2) window.second = { on: event.target.id, leads: !event.defaultPrevented };
      }, true);
    }`);
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(`course.view().byId.get('d').chosen.includes('o1')`);
    await page.waitForFunction('window.second');
    expect(await page.evaluate('second')).toEqual({ on: 'trap', leads: false });
    expect(page.url()).toContain('modules/a.html');
    // A click of its own goes where it leads.
    await page.locator('#trap').click();
    await page.waitForURL('**/index.html');
  });

  it('that two tabs made differently counts once, and the other is told', async () => {
    const context = await browser().newContext();
    const first = await open(context, `${url}modules/a.html`);
    const second = await open(context, `${url}modules/b.html`);
    const event = (device: string, n: number, option: string, item: string) => [
      { type: 'chose', section: 'd', option, device, n, at: 0 },
      { type: 'opened', item, device, n: n + 1, at: 0 },
    ];
    // What each tab wrote before it heard of the other.
    await first.evaluate(
      `course.import({ format: 'coursewright-progress', version: 1, course: 'choice', events: ${JSON.stringify([...event('x-1', 5, 'o2', 'b'), ...event('x-2', 6, 'o1', 'a')])} })`,
    );
    await second.waitForFunction(`course.view().byId.get('d').chosen.length === 1`);
    for (const page of [first, second])
      await expect.poll(() => page.evaluate(`course.view().byId.get('d').chosen`)).toEqual(['o2']);
    const told = first.locator('[data-slot=gate]');
    for (const text of ['you chose O2', 'does not count'])
      await expect.poll(() => told.textContent()).toContain(text);
    await expect.poll(() => first.locator('[data-content]').isVisible()).toBe(true);
    await expect.poll(() => second.locator('[data-slot=gate]').isHidden()).toBe(true);
  });
});

it('a page that slept through a reset forgets as well when it wakes', async () => {
  const url = await site('sleep', 'pathway:\n  type: linear\n  items: [a, b]');
  const context = await browser().newContext();
  const asleep = await context.newPage();
  // Asleep, a page hears nothing.
  await asleep.addInitScript(() => {
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
    BroadcastChannel.prototype.addEventListener = () => {};
  });
  await asleep.goto(`${url}index.html`);
  await record(asleep, viewed('a'));
  const wake = () => asleep.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  const cleared = () => asleep.evaluate('course.view().cleared');
  await wake();

  const awake = await open(context, `${url}progress.html`);
  await awake.getByRole('button', { name: 'Delete my progress' }).click();
  await awake.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await awake.getByText('Your progress is deleted.').waitFor();
  await expect.poll(cleared).toBe(1);
  await wake();
  await expect.poll(cleared).toBe(0);
  await record(asleep, viewed('a'));
  await wake();
  await expect.poll(cleared).toBe(1);
});

it('nothing is handed in behind a gate', async () => {
  const url = await site('locked', 'pathway:\n  type: linear\n  items: [q, a]', 'pass: 100%');
  const context = await browser().newContext();
  const page = await open(context, `${url}quizzes/q.html`);
  await page.getByLabel('Good').check();
  await page.evaluate(`(() => {
    document.querySelector('[data-content]').hidden = true;
    document.querySelector('form[data-quiz]').requestSubmit();
  })()`);
  await ready(page);
  expect(await page.evaluate(`course.events().some((event) => event.type === 'submitted')`)).toBe(false);
});

it('an import by keyboard keeps the focus', async () => {
  const url = await site('focus', 'pathway:\n  type: linear\n  items: [a, b]');
  const context = await browser().newContext();
  const page = await open(context, `${url}progress.html`);
  const events = [{ ...viewed('a'), device: 'y', n: 1, at: 0 }];
  const file = JSON.stringify({ format: 'coursewright-progress', version: 1, course: 'focus', events });
  const choose = () =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  const focused = () => page.evaluate('document.activeElement.textContent');
  await choose();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect.poll(focused).toBe('Add progress from a file');
  await choose();
  await page.getByRole('button', { name: 'Add it' }).press('Enter');
  // What came of it is known a moment later.
  await expect.poll(focused).toContain('added');
});

it('a course can be taken with the keyboard alone: quiz, review, choice, certificate', async () => {
  const url = await site(
    'keys',
    `certificate: { title: Certificate, issuer: Somebody }
pathway:
  type: hurdles
  items:
    - a
    - q
    - { type: dynamic-branching, id: d, title: Ways, choose: 1, options: [{ id: o1, title: O1, items: [b] }, { id: o2, title: O2, items: [c] }] }`,
    'pass: 100%\nreview: [a]',
  );
  const context = await browser().newContext();
  const page = await open(context, `${url}index.html`);
  /** Tabs to a control by what it says, from where the focus is, and presses a key on it. */
  const press = async (says: string, key = 'Enter') => {
    await page.locator('a, button, label').filter({ hasText: says, visible: true }).first().waitFor();
    for (let i = 0; i < 60; i++) {
      const text = await page.evaluate(`(() => { const e = document.activeElement;
        return e.matches('a, button, input') ? (e.closest('label') ?? e).textContent.trim() : ''; })()`);
      if (typeof text === 'string' && text.includes(says)) {
        await page.keyboard.press(key);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`No way to “${says}” by keyboard on ${page.url()}`);
  };
  const arrive = async (path: string) => {
    await page.waitForURL(`**/${path}*`);
    await ready(page);
  };
  await press('Start: Ma');
  await arrive('a.html');
  await press('Continue: Q');
  await arrive('q.html');
  // The arrow goes from the first option to the second: the wrong one.
  await press('Good', 'ArrowDown');
  await press('Hand in answers');
  await page.locator('[data-slot=quiz-result] h2').waitFor();
  await press('Ma');
  await arrive('a.html');
  await press('I have gone through it again');
  await press('Back to “Q”');
  await arrive('q.html');
  await press('Try again');
  await press('Good', 'Space');
  await press('Hand in answers');
  await press('O1');
  await arrive('b.html');
  await press('Take “O1”');
  await press('Finish this page');
  await press('To the completion page');
  await arrive('complete.html');
  for (let i = 0; i < 60 && !(await page.evaluate(`document.activeElement.name === 'name'`)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.type('Ada Lovelace');
  await expect.poll(() => page.locator('[data-fill=name]').textContent()).toBe('Ada Lovelace');
});
