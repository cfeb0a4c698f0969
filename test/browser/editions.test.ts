/** The upgrade drill: learners at several stages of edition 1 of the example course meet editions 2 and 3. */
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import { presentName } from '../../src/model/edition-names.ts';
import type { Event } from '../../src/model/events.ts';
import { renamed } from '../../src/path/renamed.ts';
import { replay } from '../../src/path/step.ts';
import { view } from '../../src/path/view.ts';
import { problems } from './axe.ts';
import { first, second, third } from './editions/editions.ts';
import { answer, follow } from './follow.ts';
import { serveFolder } from './launch.ts';
import * as at from './learner.ts';
import { ready, reload, watched } from './learner.ts';
import { shared, sharedChromium, sharedFolder } from './site.ts';

const folder = sharedFolder();
const courses: Course[] = [];

beforeAll(async () => {
  const course = join(folder(), 'course');
  for (const [i, publish] of [first, second, third].entries()) {
    const site = join(folder(), `site${i + 1}`);
    await publish(course, site);
    const script = await readFile(join(site, 'course.js'), 'utf8');
    const window: { coursewright?: { course: Course } } = {};
    runInNewContext(script, { window });
    if (window.coursewright) courses.push(window.coursewright.course);
  }
}, 400_000);

const served = shared(
  () => serveFolder(join(folder(), 'served')),
  (server) => server.close(),
);
const browser = sharedChromium();

/** Puts an edition where the one before it was. */
async function publish(edition: 1 | 2 | 3): Promise<void> {
  await rm(join(folder(), 'served'), { recursive: true, force: true });
  await cp(join(folder(), `site${edition}`), join(folder(), 'served'), { recursive: true });
}

const newLearner = async (): Promise<Page> =>
  watched(await browser().newContext({ reducedMotion: 'reduce' }));

const open = (page: Page, path: string) => at.open(page, served().url + path);

/** Opens the home page of an edition, where what it means is worked out and said. */
async function meet(page: Page, edition: 1 | 2 | 3): Promise<void> {
  await publish(edition);
  await open(page, '');
  await expect.poll(() => page.evaluate(seenEdition)).toBe(true);
  if (process.env.COURSE_SHOTS) await shoot(page, `edition${edition}`);
}

let shots = 0;
async function shoot(page: Page, name: string): Promise<void> {
  for (const [size, width] of [
    ['wide', 1200],
    ['narrow', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({
      path: join(process.env.COURSE_SHOTS ?? folder(), `${++shots}-${name}-${size}.png`),
    });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** Is the note of this edition there? */
function seenEdition(): boolean {
  const id = window.coursewright?.course.id;
  const note = JSON.parse(localStorage.getItem(`course:${id}:note:edition`) ?? '{}');
  return String(note.value)
    .split(' ')
    .includes(window.coursewright?.site.edition ?? '');
}

interface Standing {
  readonly done: readonly string[];
  readonly passed: readonly string[];
  readonly badges: readonly string[];
  readonly finished: boolean;
  readonly best: Readonly<Record<string, number>>;
}

const standing = (page: Page): Promise<Standing> =>
  page.evaluate(() => {
    const found = window.course?.view();
    const items = found?.items ?? [];
    const kinds = new Map(window.coursewright?.course.items.map(({ id, kind }) => [id, kind]));
    return {
      done: items.filter(({ id, cleared }) => cleared && kinds.get(id) !== 'section').map(({ id }) => id),
      passed: items.filter(({ quiz }) => quiz?.passed).map(({ id }) => id),
      badges: found?.badges ?? [],
      finished: found?.finished ?? false,
      best: Object.fromEntries(
        items.flatMap(({ id, quiz }) => (quiz?.best === undefined ? [] : [[id, quiz.best]])),
      ),
    };
  });

const events = (page: Page) => page.evaluate(() => window.course?.events() ?? []) as Promise<Event[]>;

/** Everything that somebody had is there, under the names of another edition, but for what it has no more. */
function expectKept(before: Standing, after: Standing, course: Course, gone: readonly string[] = []): void {
  const items = new Set(course.items.map(({ id }) => id));
  const now = new Map(Object.entries(course.renamed ?? {}));
  const name = (id: string) => presentName(id, (each) => items.has(each), now);
  const kept = (ids: readonly string[]) => ids.map(name).filter((id) => !gone.includes(id));
  expect(after.done).toEqual(expect.arrayContaining(kept(before.done)));
  expect(after.passed).toEqual(expect.arrayContaining(kept(before.passed)));
  expect(after.badges).toEqual(
    expect.arrayContaining(before.badges.map((id) => now.get(`badge:${id}`)?.slice('badge:'.length) ?? id)),
  );
  if (before.finished) expect(after.finished).toBe(true);
  for (const [id, best] of Object.entries(before.best))
    expect(after.best[name(id)]).toBeGreaterThanOrEqual(best);
}

/** The page agrees with the engine in Node on the events that it exports. */
async function expectReplayed(page: Page, course: Course | undefined): Promise<void> {
  if (!course) throw new Error('This edition was not built.');
  // In one look: what is recorded in between would be in one of the two only.
  const [recorded, shown] = await page.evaluate(() => [
    window.course?.events() ?? [],
    window.course
      ?.view()
      .items.map(({ id, status, quiz }) => [id, status, quiz?.best ?? -1, quiz?.passed ?? false]),
  ]);
  const found = view(
    course,
    replay(
      course,
      (recorded as Event[]).map((event) => renamed(course, event)),
    ),
    Date.now(),
  );
  expect(shown).toEqual(
    found.items.map(({ id, status, quiz }) => [id, status, quiz?.best ?? -1, quiz?.passed ?? false]),
  );
}

const news = (page: Page) => page.locator('[data-news]');
const question = (page: Page, id: string) => page.locator(`[data-question$="#${id}"]`);

/** Ticks or chooses by the words of the options. */
async function choose(page: Page, id: string, ...options: readonly string[]): Promise<void> {
  for (const text of options) await question(page, id).locator('label.option', { hasText: text }).click();
}

/** Has the answer checked, and waits until the page says what came of it. */
async function checked(page: Page, id: string): Promise<void> {
  await question(page, id).getByRole('button', { name: 'Check' }).click();
  await question(page, id).and(page.locator('[data-outcome]')).waitFor();
}

describe.sequential('three editions of the example course', () => {
  it('keeps what somebody has who has just begun', async () => {
    await publish(1);
    const page = await newLearner();
    await open(page, 'modules/welcome.html');
    await choose(page, 'your-doubt', 'Presence can be designed');
    await question(page, 'your-doubt').getByRole('button', { name: 'Check' }).click();
    await choose(page, 'starting-point', 'I teach in a room');
    await page.evaluate('dispatchEvent(new Event("pagehide"))');
    expect(await news(page).count()).toBe(0);
    const before = await standing(page);
    await meet(page, 2);
    expectKept(before, await standing(page), courses[1] as Course);
    await expectReplayed(page, courses[1]);
    await expect
      .poll(() => news(page).textContent())
      .toContain('1 question that you answered asks something else now');
    // It is asked afresh, and says why; what was earned stays. Another draft on the page is where it was.
    await open(page, 'modules/welcome.html');
    const doubt = question(page, 'your-doubt');
    await expect
      .poll(() => doubt.locator('[data-slot=feedback]').textContent())
      .toContain('has changed since');
    await expect.poll(() => doubt.locator('input:checked').count()).toBe(0);
    await expect.poll(() => question(page, 'starting-point').locator('input:checked').count()).toBe(1);
    await choose(page, 'your-doubt', 'Presence can be designed');
    await doubt.getByRole('button', { name: 'Check' }).click();
    await expect.poll(() => doubt.locator('[data-slot=feedback]').textContent()).toContain('Right.');
    await reload(page);
    await expect.poll(() => doubt.locator('[data-slot=feedback]').textContent()).toContain('Right.');
    await meet(page, 3);
    expectKept(before, await standing(page), courses[2] as Course);
  }, 240_000);

  it('regrades, follows names, keeps drafts and passes of somebody in the middle', async () => {
    await publish(1);
    const page = await newLearner();
    // Fails every quiz first; what is right by the true key was wrong by the one of that day.
    await follow(page, served().url, false, {
      until: 'video-worth-watching',
      wrong: {
        'shapes-check': ['safety'],
        'toolbox-check': ['kind-nudge'],
      },
    });
    await follow(page, served().url, true, { until: 'video-check' });
    await open(page, 'quizzes/video-check.html');
    await answer(page, false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await choose(page, 'which-video', 'How to hold the bow of a violin');
    await choose(page, 'redundancy', 'Drop the narration');
    await page.evaluate('dispatchEvent(new Event("pagehide"))');
    const before = await standing(page);
    expect(before.passed).toEqual(
      expect.arrayContaining(['shapes-check', 'learning-check', 'toolbox-check']),
    );
    expect(before.best).toMatchObject({ 'shapes-check': 0.9, 'toolbox-check': 0.9 });
    const told = (await events(page)).length;

    await meet(page, 2);
    const second = await standing(page);
    expectKept(before, second, courses[1] as Course);
    await expectReplayed(page, courses[1]);
    expect(second.best).toMatchObject({ 'shapes-quiz': 1, 'toolbox-check': 0.9 });
    const text = (await news(page).textContent()) ?? '';
    expect(text).toContain('What you finished stays finished.');
    expect(text).toContain('1 page is new:Two questions before you draw');
    expect(text).toMatch(
      /The answer key of a question in Shapes check was corrected\. Your result is now 100.% instead of 90.%\./,
    );
    // The practice question with the wrong key was answered by that key: nothing to gain, and nothing to lose.
    expect(text).not.toContain('Choosing a shape');
    expect(await problems(page)).toEqual([]);
    // Nothing is dropped, nothing twice.
    const regradings = (await events(page)).filter(({ type }) => type === 'regraded').length;
    expect((await events(page)).length).toBeGreaterThanOrEqual(told + regradings);
    await reload(page);
    expect((await events(page)).filter(({ type }) => type === 'regraded').length).toBe(regradings);

    // The result page says it, too, and the pass by the lower mark stays one.
    await open(page, 'quizzes/shapes-quiz.html');
    const result = page.locator('[data-slot=quiz-result]');
    await expect.poll(() => result.textContent()).toContain('An answer key was corrected since');
    await expect.poll(() => result.locator('h2').textContent()).toBe('Passed');
    if (process.env.COURSE_SHOTS) await shoot(page, 'shapes-quiz');
    await open(page, 'quizzes/toolbox-check.html');
    await expect.poll(() => result.textContent()).toContain('You passed by the pass mark of that day');

    // The notice was said once; on the home page it stays until it is closed.
    expect(await news(page).count()).toBe(0);
    await open(page, '');
    await news(page).getByRole('button', { name: 'Close' }).click();
    await news(page).waitFor({ state: 'detached' });
    await reload(page);
    expect(await news(page).count()).toBe(0);

    await meet(page, 3);
    expectKept(before, await standing(page), courses[2] as Course, ['live-blended-hybrid']);
    await expectReplayed(page, courses[2]);
    const third = (await news(page).textContent()) ?? '';
    expect(third).toContain('Presence without a cohort');
    expect(third).not.toContain('Two questions before you draw');
    expect(third).not.toContain('asks something else');
    expect(third).toContain('1 page that you had opened is no longer part of the course');
    // The draft went along with its quiz; of the question that changed it says so.
    await open(page, 'quizzes/film-check.html');
    await expect.poll(() => question(page, 'redundancy').locator('input:checked').count()).toBe(1);
    await expect
      .poll(() => question(page, 'which-video').locator('[data-slot=feedback]').textContent())
      .toContain('has changed since');
    if (process.env.COURSE_SHOTS) await shoot(page, 'film-check');
    await answer(page, true);
    await expect.poll(() => result.locator('h2').textContent()).toBe('Passed');
    await reload(page);
    await expect.poll(() => result.locator('h2').textContent()).toBe('Passed');
  }, 400_000);

  it('lets somebody go on whom a wrong key held back', async () => {
    await publish(1);
    const page = await newLearner();
    await follow(page, served().url, true, { until: 'choosing-a-shape' });
    await choose(page, 'mixed-levels', 'Random access');
    await checked(page, 'mixed-levels');
    await follow(page, served().url, true, {
      until: 'shapes-check',
      wrong: { 'choosing-a-shape': ['mixed-levels'] },
    });
    // Five points of ten, six by the true key: the pass mark.
    await choose(page, 'playlist', 'Linear autoplay');
    await choose(page, 'safety', 'Linear with hurdles');
    await choose(page, 'reference', 'Random access with a quiz at the end');
    await choose(page, 'both-needed', 'Static branching');
    await choose(page, 'true-of-dynamic', 'The learner finishes one path', 'A score can decide');
    await choose(page, 'nesting', 'Shapes nest');
    await page.getByRole('button', { name: 'Hand in answers' }).click();
    await page.getByRole('button', { name: 'Hand in as it is' }).click();
    await expect.poll(() => page.locator('[data-slot=quiz-result] h2').textContent()).toBe('Not passed');
    const before = await standing(page);
    expect(before.best['shapes-check']).toBeCloseTo(0.5);
    await publish(2);
    // Straight to the page itself, by a bookmark.
    await open(page, 'quizzes/shapes-quiz.html');
    await expect.poll(() => page.locator('[data-slot=quiz-result] h2').textContent()).toBe('Passed');
    await expect.poll(() => news(page).textContent()).toMatch(/Your result is now 60.% instead of 50.%/);
    await expect
      .poll(() => news(page).textContent())
      .toContain(
        'The answer key of 1 question in Choosing a shape was corrected. Your answers count more now.',
      );
    expectKept(before, await standing(page), courses[1] as Course);
    expect((await standing(page)).passed).toContain('shapes-quiz');
    if (process.env.COURSE_SHOTS) await shoot(page, 'held-back');
  }, 240_000);

  it('leaves the end of the course reached, with its certificate', async () => {
    await publish(1);
    const page = await newLearner();
    await follow(page, served().url, true);
    const before = await standing(page);
    expect(before.finished).toBe(true);
    for (const edition of [2, 3] as const) {
      await meet(page, edition);
      const now = await standing(page);
      expectKept(before, now, courses[edition - 1] as Course, ['live-blended-hybrid']);
      await expectReplayed(page, courses[edition - 1]);
      await expect
        .poll(() => news(page).textContent())
        .toContain('You have finished this course, and that stays so.');
      await open(page, 'complete.html');
      await expect.poll(() => page.locator('[data-slot=certificate]').isVisible()).toBe(true);
    }
  }, 400_000);

  it('says nothing to somebody new', async () => {
    await publish(3);
    const page = await newLearner();
    await open(page, '');
    await page.locator('[data-slot=resume] a.button').click();
    await page.waitForURL('**/modules/*');
    await ready(page);
    await expect.poll(() => page.evaluate(seenEdition)).toBe(true);
    expect(await news(page).count()).toBe(0);
  });

  it('keeps what a tab of the edition before does, while the new one is open beside it', async () => {
    await publish(1);
    const old = await newLearner();
    await open(old, 'modules/five-shapes.html?');
    await open(old, 'modules/welcome.html');
    await old
      .getByRole('button', { name: 'Finish this page' })
      .or(old.locator('[data-slot=next] a').first())
      .first()
      .waitFor();
    await publish(2);
    const page = await old.context().newPage();
    await open(page, '');
    await expect.poll(() => page.evaluate(seenEdition)).toBe(true);
    // The old tab names things as it knows them.
    await old.evaluate(() => {
      window.course?.record({ type: 'opened', item: 'five-shapes' });
      window.course?.record({ type: 'viewed', item: 'five-shapes' });
    });
    await expect
      .poll(() => page.evaluate(() => window.course?.view().byId.get('the-five-shapes')?.status))
      .toBe('done');
    // The new one's facts are nothing to the old one, and it goes on.
    await page.evaluate(() => {
      window.course?.record({ type: 'opened', item: 'two-questions' });
      window.course?.record({ type: 'regraded', item: 'shapes-quiz', credits: { 'shapes-quiz#safety': 1 } });
    });
    await expect
      .poll(() => old.evaluate(() => window.course?.events().some(({ type }) => type === 'regraded')))
      .toBe(true);
    await expect
      .poll(() => old.evaluate(() => window.course?.view().byId.get('five-shapes')?.status))
      .toBe('done');
    await old.evaluate(() => window.course?.record({ type: 'opened', item: 'choosing-a-shape' }));
    await expect
      .poll(() => events(page))
      .toContainEqual(expect.objectContaining({ type: 'opened', item: 'choosing-a-shape' }));
    expect(await news(page).count()).toBe(0);
  }, 240_000);
});
