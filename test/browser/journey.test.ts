import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchProfile, withFolder } from './launch.ts';
import * as at from './learner.ts';
import { ready, record, reload, watched } from './learner.ts';
import { sharedChromium, sharedFolder, sharedSite } from './site.ts';

const site = sharedSite('test/browser/course');
const folder = sharedFolder();
const browser = sharedChromium();

/** A page of a new learner; anything that the browser reports as an error fails the test. */
async function learner(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return watched(await browser().newContext(options));
}

const open = (page: Page, path: string, base = site().url) => at.open(page, base + path);

const introduction = [
  { type: 'viewed', item: 'welcome' },
  { type: 'media', item: 'film', media: 'assets/knead.webm', from: 0, to: 8, duration: 8 },
  { type: 'marked', item: 'tools' },
];
const flour = ['strong', 'kinds'].map((question) => ({
  type: 'answered',
  item: 'flour',
  question: `flour#${question}`,
  response: { type: 'single', option: 'x' },
  credit: 1,
}));
const passed = {
  type: 'submitted',
  item: 'check',
  attempt: 1,
  earned: 3,
  possible: 3,
  credits: { 'check#protein': 1, 'check#cereals': 1 },
};

const status = (page: Page, item: string) =>
  page.locator(`[data-item="${item}"]`).first().getAttribute('data-status');

describe('a learner’s way through the course', () => {
  for (const place of ['a sub-path', 'the disk'] as const) {
    it(`is kept when the browser is closed and opened again, from ${place}`, async () => {
      const base = place === 'the disk' ? `${pathToFileURL(site().folder).href}/` : site().url;
      await withFolder(async (profile) => {
        const first = await launchProfile(profile);
        const page = await watched(first.context);
        await open(page, 'index.html', base);
        await expect.poll(() => page.locator('[data-slot=resume] a').textContent()).toBe('Start: Welcome');
        await record(page, ...introduction);

        await open(page, 'modules/flour.html', base);
        const strong = page.locator('[data-question="flour#strong"]');
        await strong.getByLabel('Cake flour').check();
        await strong.getByRole('button', { name: 'Check' }).click();
        await expect.poll(() => strong.getAttribute('data-outcome')).toBe('wrong');
        await expect.poll(() => strong.textContent()).toContain('It has the least protein.');
        await expect
          .poll(() => strong.locator('[data-slot=feedback]').textContent())
          .toContain('Not right yet');
        await expect.poll(() => status(page, 'check')).toBe('locked');

        await strong.getByLabel('Bread flour').check();
        await expect.poll(() => strong.getAttribute('data-outcome')).toBeNull();
        await strong.getByRole('button', { name: 'Check' }).click();
        await expect.poll(() => strong.getAttribute('data-outcome')).toBe('right');
        const kinds = page.locator('[data-question="flour#kinds"]');
        for (const name of ['Rye', 'Spelt']) await kinds.getByLabel(name).check();
        await kinds.getByRole('button', { name: 'Check' }).click();
        await expect.poll(() => status(page, 'check')).toBe('open');
        await expect
          .poll(() => page.locator('[data-slot=live]').textContent())
          .toContain('Now open: Basics check');
        await first.close();

        const second = await launchProfile(profile);
        const again = await watched(second.context);
        await open(again, 'modules/flour.html', base);
        await expect
          .poll(() => again.locator('[data-question="flour#strong"]').getAttribute('data-outcome'))
          .toBe('right');
        await expect.poll(() => again.getByLabel('Bread flour').isChecked()).toBe(true);
        await open(again, 'index.html', base);
        await expect
          .poll(() => again.locator('[data-slot=resume] a').textContent())
          .toBe('Continue: Basics check');
        await expect.poll(() => again.locator('[data-slot=place]').textContent()).toContain('4 of 8 done');
        await expect.poll(() => status(again, 'water')).toBe('locked');
        await expect
          .poll(() => again.locator('.map [data-item=water] [data-reason]').textContent())
          .toContain('Pass “Basics check” with 80');
        await second.close();
      });
    });
  }

  it('is told why a page is locked and what opens it, and sees it open without a reload', async () => {
    const page = await learner();
    await open(page, 'modules/water.html');
    const gate = page.locator('[data-slot=gate]');
    await expect.poll(() => gate.isVisible()).toBe(true);
    await expect.poll(() => gate.textContent()).toContain('Finish Introduction first.');
    expect(await page.locator('[data-content]').isHidden()).toBe(true);
    await expect.poll(() => gate.locator('a.button').getAttribute('href')).toBe('../modules/welcome.html');

    const other = await watched(page.context());
    await open(other, 'index.html');
    await record(other, ...introduction, ...flour, passed);
    await page.locator('[data-content]').waitFor({ state: 'visible' });
    await expect.poll(() => gate.isHidden()).toBe(true);
    // Nobody's focus was moved.
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
  });

  it('goes on from the end of a page', async () => {
    const page = await learner();
    await open(page, 'modules/welcome.html');
    await expect.poll(() => status(page, 'film')).toBe('locked');
    await page.getByRole('link', { name: 'Continue: The film' }).click();
    await page.waitForURL('**/film.html');
    await ready(page);
    await expect.poll(() => page.locator('[data-content]').isVisible()).toBe(true);
    await expect.poll(() => page.locator('[data-slot=next]').textContent()).toContain('Watch 80');
  });

  it('has the page not done by looking at it alone', async () => {
    const page = await learner();
    await open(page, 'modules/welcome.html');
    await reload(page);
    expect(await page.evaluate('course.view().byId.get("welcome").status')).toBe('open');
  });

  it('marks a page as done, and keeps the focus on the way on', async () => {
    const page = await learner();
    await open(page, 'index.html');
    await record(page, ...introduction.slice(0, 2));
    await open(page, 'modules/tools.html');
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.waitForFunction(`document.activeElement.textContent === 'Continue: Flour'`);
  });

  it('is asked which way to take, and nothing is chosen by a link', async () => {
    const page = await learner();
    await open(page, 'index.html');
    await record(page, ...introduction, ...flour, passed);
    await open(page, 'modules/water.html');
    const next = page.locator('[data-slot=next]');
    await expect.poll(() => next.locator('.button').allTextContents()).toEqual(['Sourdough', 'Yeast']);
    await next.getByRole('link', { name: 'Yeast' }).click();
    await page.waitForURL('**/first-loaf.html');
    await ready(page);
    await expect
      .poll(() => page.locator('[data-slot=gate]').textContent())
      .toContain('You take 1 of these 2');
    await expect.poll(() => page.evaluate('course.view().byId.get("starter").status')).toBe('open');
    await page.getByRole('button', { name: 'Take “Yeast”' }).click();
    await expect.poll(() => page.locator('[data-content]').isVisible()).toBe(true);
    await expect.poll(() => page.evaluate('course.view().byId.get("starter").status')).toBe('locked');
    await page.getByRole('link', { name: 'Continue: The end' }).click();
    await page.waitForURL('**/last.html');
    await ready(page);
    await page.getByRole('button', { name: 'Finish this page' }).click();
    await page.getByRole('link', { name: 'To the completion page' }).click();
    await page.waitForURL('**/complete.html');
    await page.getByLabel('Name on the certificate').fill('Ada Lovelace');
    await expect.poll(() => page.locator('.certificate-name').textContent()).toBe('Ada Lovelace');
    await expect.poll(() => page.locator('.badges').textContent()).toContain('Miller');
    await page.reload();
    await expect.poll(() => page.locator('.certificate-name').textContent()).toBe('Ada Lovelace');
    await expect.poll(() => page.locator('[data-fill=date]').textContent()).toMatch(/\d{4}/);
  });
});

describe('a quiz', () => {
  it('keeps a draft, warns of open questions, grades, sends back to review, and takes another attempt', async () => {
    const page = await learner();
    await open(page, 'index.html');
    await record(page, ...introduction, ...flour);
    await open(page, 'quizzes/check.html');
    await page.getByLabel('Starch').check();
    await reload(page);
    await expect.poll(() => page.getByLabel('Starch').isChecked()).toBe(true);
    expect(
      await page.evaluate(
        `course.events().some((event) => event.type === 'answered' && event.item === 'check')`,
      ),
    ).toBe(false);

    await page.getByRole('button', { name: 'Hand in answers' }).click();
    const result = page.locator('[data-slot=quiz-result]');
    await expect.poll(() => result.textContent()).toContain('1 question has no answer yet');
    await expect.poll(() => result.evaluate((element) => element === document.activeElement)).toBe(true);
    await result.getByRole('button', { name: 'Hand in as it is' }).click();
    await expect.poll(() => result.textContent()).toContain('Not passed');
    await expect.poll(() => result.textContent()).toContain('You earned 0 of 3 points');
    await expect
      .poll(() => page.locator('[data-question="check#protein"]').textContent())
      .toContain('Starch does not stretch.');
    await expect.poll(() => page.locator('[data-slot=quiz-status]').textContent()).toContain('2 of 3 left');
    expect(await result.getByRole('button', { name: 'Try again' }).count()).toBe(0);

    await result.getByRole('link', { name: 'Flour' }).click();
    await page.waitForURL('**/flour.html?quiz=check');
    await ready(page);
    const gate = page.locator('[data-slot=gate]');
    await expect.poll(() => gate.textContent()).toContain('Before attempt 2 of Basics check');
    expect(await page.locator('[data-slot=next] a[data-go]').count()).toBe(0);
    // Neither the way back nor leaving the page otherwise counts.
    await gate.getByRole('link', { name: 'Basics check' }).click();
    await page.waitForURL('**/check.html');
    await ready(page);
    expect(await result.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('button', { name: 'I have gone through it again' }).click();
    await expect.poll(() => gate.isHidden()).toBe(true);
    await page.getByRole('link', { name: 'Back to “Basics check”' }).click();
    await page.waitForURL('**/check.html');
    await ready(page);
    await result.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.getByLabel('Starch').isChecked()).toBe(false);
    await expect
      .poll(() => page.getByLabel('Starch').evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.getByLabel('Gluten').check();
    for (const name of ['Rye', 'Oats']) await page.getByLabel(name).check();
    await page.getByRole('button', { name: 'Hand in answers' }).click();
    await expect.poll(() => result.textContent()).toContain('Passed');
    await expect.poll(() => page.locator('[data-slot=next] a.button').textContent()).toBe('Continue: Water');
    await reload(page);
    await expect.poll(() => result.textContent()).toContain('You earned 3 of 3 points');
    await expect.poll(() => page.getByLabel('Gluten').isDisabled()).toBe(true);
  });
});

describe('media', () => {
  it('counts what was played, goes on by itself, and resumes where it was left', async () => {
    const page = await learner();
    // Until the countdown is over a slow machine may not have come to what stops it.
    await page.addInitScript(() => {
      const every = window.setInterval;
      window.setInterval = ((run: TimerHandler, delay?: number) =>
        every(run, delay === 1000 ? 60_000 : delay)) as typeof window.setInterval;
    });
    await open(page, 'index.html');
    await record(page, { type: 'viewed', item: 'welcome' });
    await open(page, 'modules/film.html');
    const play = (from: number, to: number) =>
      page.evaluate(
        async ([start = 0, end = 0]) => {
          const video = document.querySelector('video');
          if (!video) throw new Error('no video');
          video.muted = true;
          if (Math.abs(video.currentTime - start) > 0.5) {
            video.currentTime = start;
            await new Promise((done) => video.addEventListener('seeked', done, { once: true }));
          }
          video.playbackRate = 4;
          await video.play();
          while (video.currentTime < end && !video.ended) await new Promise((done) => setTimeout(done, 30));
          video.pause();
        },
        [from, to],
      );
    // Skipping to the end is not watching.
    await play(6.5, 99);
    await page.waitForFunction(`course.events().some((event) => event.type === 'media' && event.to > 7)`);
    expect(await page.evaluate('course.view().byId.get("film").status')).toBe('open');
    await play(0, 4.5);
    await reload(page);
    await page.waitForFunction('document.querySelector("video").currentTime > 4');
    expect(await page.locator('.autoplay-countdown').isHidden()).toBe(true);
    await play(4, 99);
    await expect.poll(() => page.evaluate('course.view().byId.get("film").status')).toBe('done');
    const countdown = page.locator('.autoplay-countdown');
    await expect.poll(() => countdown.textContent()).toContain('“Tools” starts in');
    await countdown.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => countdown.isHidden()).toBe(true);
    expect(page.url()).toContain('film.html');
    await play(7, 99);
    await countdown.getByRole('button', { name: 'Start now' }).click();
    await page.waitForURL('**/tools.html');
  });

  it('does not go on by itself where less motion is asked for, unless it is turned on', async () => {
    const page = await learner({ reducedMotion: 'reduce' });
    await open(page, 'index.html');
    await record(page, { type: 'viewed', item: 'welcome' });
    await open(page, 'modules/tools.html');
    expect(await page.locator('[data-slot=next]').isHidden()).toBe(true);
    await open(page, 'modules/film.html');
    const toggle = page.getByLabel('Go on to the next page by itself');
    await expect.poll(() => toggle.isChecked()).toBe(false);
    await record(page, ...introduction.slice(1, 2));
    expect(await page.locator('.autoplay-countdown').isHidden()).toBe(true);
    await toggle.check();
    await reload(page);
    await expect.poll(() => toggle.isChecked()).toBe(true);
  });

  it('asks nobody else for anything before a click on a foreign video', async () => {
    const page = await learner();
    const foreign: string[] = [];
    await page.route('**', (route) => {
      const url = route.request().url();
      if (url.startsWith(site().url)) return route.continue();
      foreign.push(url);
      return route.abort();
    });
    await open(page, 'index.html');
    await record(page, ...introduction.slice(0, 2));
    page.removeAllListeners('console');
    await open(page, 'modules/tools.html');
    const play = page.getByRole('button', { name: 'Play “A tour” from YouTube' });
    await play.waitFor();
    expect(foreign).toEqual([]);
    await play.click();
    await page.locator('iframe[title="A tour"]').waitFor();
    await expect
      .poll(() => foreign)
      .toEqual([expect.stringMatching(/^https:\/\/www\.youtube-nocookie\.com\/embed\//)]);
  });
});

describe('progress as a file', () => {
  it('is saved, added to another device after a preview, and deleted after a question', async () => {
    const page = await learner({ acceptDownloads: true });
    await open(page, 'index.html');
    await record(page, ...introduction, ...flour, passed);
    await open(page, 'progress.html');
    await expect.poll(() => page.locator('[data-slot=report]').textContent()).toContain('Miller');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^browser-fixture-progress-\d{4}-\d\d-\d\d\.json$/);
    const file = join(folder(), 'progress.json');
    await download.saveAs(file);

    const other = await learner();
    await open(other, 'modules/welcome.html');
    await open(other, 'progress.html');
    await other.locator('input[type=file]').setInputFiles(file);
    const transfer = other.locator('[data-slot=transfer]');
    await transfer.getByText(/^With this you would have 5 of 8 steps done/).waitFor();
    expect(await other.evaluate('course.view().cleared')).toBe(0);
    await transfer.getByRole('button', { name: 'Add it' }).click();
    await expect.poll(() => other.evaluate('course.view().cleared')).toBe(5);
    await other.locator('input[type=file]').setInputFiles(file);
    await transfer.getByText('Everything in it is here already').waitFor();

    await transfer.getByRole('button', { name: 'Delete my progress' }).click();
    const dialog = other.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await other.evaluate('course.view().cleared')).toBe(5);
    await transfer.getByRole('button', { name: 'Delete my progress' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await transfer.getByText('Your progress is deleted.').waitFor();
    await reload(other);
    await expect.poll(() => other.evaluate('course.view().cleared')).toBe(0);
  });

  const bad: [name: string, text: string, says: string][] = [
    ['no JSON', 'hello', 'it is not JSON'],
    ['other JSON', '[1]', 'not a progress file of a course'],
    ['a newer version', '{"format":"coursewright-progress","version":2}', 'made by a newer version'],
    [
      'another course',
      '{"format":"coursewright-progress","version":1,"course":"tea","events":[]}',
      'another course: “tea”',
    ],
    [
      'hostile entries',
      '{"format":"coursewright-progress","version":1,"course":"browser-fixture","events":[null,{"type":"opened"},{"__proto__":1}]}',
      '3 entries in it cannot be read',
    ],
  ];
  it.each(bad)('refuses %s in words', async (_name, text, says) => {
    const page = await learner();
    await open(page, 'progress.html');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.locator('[data-slot=transfer]').getByText(says).waitFor();
  });
});

it('says that progress is not kept where storage is refused, and offers it as a file', async () => {
  const page = await learner();
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  await open(page, 'modules/welcome.html');
  const notice = page.locator('[data-slot=notice]');
  await notice.getByText('does not let the course keep your progress').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Save my progress' }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('browser-fixture');
  // No lock can open then: the page says so, and opens all the same.
  await open(page, 'quizzes/check.html');
  const gate = page.locator('[data-slot=gate]');
  await gate.getByText('keeps nothing of what you do on other pages').waitFor();
  expect(await gate.locator('h2').textContent()).toBe('This browser does not keep what opens this page');
  await gate.getByRole('button', { name: 'Show it anyway' }).click();
  await page.locator('[data-content] form[data-quiz]').waitFor({ state: 'visible' });
  await open(page, 'progress.html');
  await notice.getByText('does not let the course keep your progress').waitFor();
  await page.locator('[data-slot=transfer] button').first().waitFor();
  const said = await page.locator('main').textContent();
  for (const untrue of ['kept in this browser', 'it may delete it', 'has promised'])
    expect(said).not.toContain(untrue);
});

it('opens what a date opens while somebody looks on', async () => {
  const page = await learner();
  await page.clock.install({ time: '2029-12-31T23:40:00Z' });
  await open(page, 'index.html');
  await record(page, ...introduction, ...flour, passed, { type: 'viewed', item: 'water' });
  await record(page, { type: 'viewed', item: 'starter' }, { type: 'viewed', item: 'last' });
  await open(page, 'modules/surprise.html');
  await expect.poll(() => page.locator('[data-slot=gate]').textContent()).toContain('2030');
  // The clock goes on between these lines, too: not by so much on any machine.
  await page.clock.fastForward('10:00');
  expect(await page.locator('[data-content]').isHidden()).toBe(true);
  await page.clock.fastForward('10:01');
  await page.locator('[data-content]').waitFor({ state: 'visible' });
});

describe('window.course', () => {
  it('tells of every change, takes facts, and refuses what is none', async () => {
    const page = await learner();
    await open(page, 'index.html');
    const outcome = await page.evaluate(`(async () => {
      const seen = [];
      document.addEventListener('course:change', (event) => seen.push(event.detail.view.cleared));
      course.record({ type: 'viewed', item: 'welcome' });
      const refused = [];
      for (const fact of [{ type: 'explode' }, null, { type: 'opened', item: '' }, { type: 'media', item: 'x', from: 1 }]) {
        try { course.record(fact); } catch (error) { refused.push(error.name); }
      }
      const file = await course.export();
      const again = await course.import(file);
      const other = await course.import(new Blob([JSON.stringify({ ...file, course: 'tea' })])).catch((error) => error.message);
      return { seen, refused, again, other, format: file.format };
    })()`);
    expect(outcome).toEqual({
      seen: [1],
      refused: ['TypeError', 'TypeError', 'TypeError', 'TypeError'],
      again: { added: 0, skipped: 0 },
      other: 'course.import: course',
      format: 'coursewright-progress',
    });
  });

  it('survives hostile entries in storage', async () => {
    const page = await learner();
    await open(page, 'index.html');
    await page.evaluate(() => {
      const prefix = 'course:browser-fixture:';
      const hostile = [
        '',
        'null',
        '[]',
        '{"at":1e999,"value":{}}',
        '{"at":5,"value":"<img src=x onerror=alert(1)>"}',
        '"x"',
      ];
      const names = [
        'event:a:1',
        'note:autoplay',
        'note:learner',
        'note:draft:check#protein:1',
        'note:profile',
        'aside:event:a:1',
        'reset',
      ];
      for (const [i, name] of names.entries())
        localStorage.setItem(prefix + name, hostile[i % hostile.length] ?? '');
    });
    for (const path of [
      'index.html',
      'modules/welcome.html',
      'quizzes/check.html',
      'progress.html',
      'complete.html',
    ]) {
      await open(page, path);
      await expect.poll(() => page.locator('[data-slot=progress]').textContent()).toContain('0 of 8 done');
    }
  });
});
