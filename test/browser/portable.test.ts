import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { problems } from './axe.ts';
import { buildPortable, builtPortable } from './built.ts';
import { follow } from './follow.ts';
import { launchProfile, serveFolder, withFolder } from './launch.ts';
import { open as openPage, ready, record, reload } from './learner.ts';
import { sharedChromium, sharedFolder, sharedSite } from './site.ts';

const folder = sharedFolder();
const browser = sharedChromium();
/** The example as one file, and its address on the disk. */
let file: string;
let home: string;

beforeAll(async () => {
  file = await builtPortable('example-course');
  home = pathToFileURL(file).href;
});

interface Opened {
  readonly page: Page;
  /** What went wrong, and what was asked for besides the file. */
  readonly errors: string[];
}

async function open(hash = '', options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser().newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(home) && !/^(data|blob):/.test(address)) errors.push(`asked for ${address}`);
  });
  await page.goto(home + hash);
  if (options.javaScriptEnabled !== false) await page.evaluate('course.ready');
  return { page, errors };
}

/** Goes to a page by its hash, as a link does, and waits until it shows. */
async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((done) => {
        if (location.hash === to) return done();
        const heard = new AbortController();
        heard.signal.addEventListener('abort', () => done());
        // After the page itself has heard of it.
        addEventListener('hashchange', () => heard.abort(), heard);
        location.hash = to;
      }),
    hash,
  );
  await ready(page);
}

/** Waits until a page shows, by its heading. */
async function shows(page: Page, title: string): Promise<void> {
  await expect.poll(() => page.locator('main h1').textContent()).toBe(title);
  await ready(page);
}

describe('the portable edition in Chromium, from the disk', () => {
  it.each([
    ['passes every quiz at once', true],
    ['fails every quiz at first', false],
  ])('leads a learner who %s to the certificate, and loads nothing besides', async (_who, firstTry) => {
    const { page, errors } = await open();
    const way = await follow(page, home, firstTry);
    expect(errors).toEqual([]);
    expect(new Set(way).size).toBeGreaterThan(15);
    expect(await page.evaluate('course.view().finished'), way.join(' → ')).toBe(true);
    expect(page.url()).toBe(`${home}#/complete`);
    await page.locator('[data-slot=certificate]').waitFor();
    // The badges' pictures come from the file as well.
    const pictures = page.locator('.badge img');
    expect(await pictures.count()).toBeGreaterThan(0);
    for (const picture of await pictures.all())
      await expect
        .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
        .toBeGreaterThan(0);
    await page.context().close();
  });

  it('changes pages as a browser does: title, focus, scroll, back and forward', async () => {
    const { page, errors } = await open();
    await page.getByRole('link', { name: 'Start: Welcome' }).click();
    await shows(page, 'Welcome');
    expect(page.url()).toBe(`${home}#/modules/welcome`);
    expect(await page.title()).toBe('Welcome · Asynchronous by design');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Welcome');
    expect(await page.evaluate('document.body.dataset.page')).toBe('module');
    await page.evaluate('scrollTo(0, 600)');
    // A click of the mouse would scroll to the link first.
    await page.locator('.bar-links a', { hasText: 'Glossary' }).dispatchEvent('click');
    await shows(page, 'Glossary');
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(await page.evaluate('document.body.hasAttribute("data-page-item")')).toBe(false);
    await page.goBack();
    await shows(page, 'Welcome');
    await expect.poll(() => page.evaluate('scrollY')).toBe(600);
    await page.goBack();
    await shows(page, 'Asynchronous by design');
    expect(await page.title()).toBe('Asynchronous by design');
    await page.goForward();
    await page.goForward();
    await shows(page, 'Glossary');
    // Only the page that shows is in the document.
    expect(await page.locator('main h1').count()).toBe(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('scrolls to where a page was left when it is loaded again', async () => {
    const { page } = await open('#/modules/welcome');
    await page.evaluate('scrollTo(0, 500)');
    await page.waitForFunction(() => history.state.top === 500);
    await reload(page);
    await expect.poll(() => page.evaluate('scrollY')).toBe(500);
    await page.context().close();
  });

  it.each([
    ['a page', '#/modules/five-shapes', '#/modules/five-shapes', 'The five shapes'],
    [
      'a page as the web edition names it',
      '#/modules/five-shapes.html',
      '#/modules/five-shapes',
      'The five shapes',
    ],
    ['the home page by its file', '#/index.html', '#/', 'Asynchronous by design'],
    ['nothing that there is', '#/modules/nowhere', '#/modules/nowhere', 'This page does not exist'],
    ['what JavaScript objects inherit', '#/__proto__', '#/__proto__', 'This page does not exist'],
    ['damaged percent encoding', '#/%E0%A4%A', '#/%E0%A4%A', 'This page does not exist'],
    ['markup', '#/<img src=x onerror=alert(1)>', undefined, 'This page does not exist'],
  ])('opens at %s', async (_what, hash, address, title) => {
    const { page, errors } = await open(hash);
    await shows(page, title);
    if (address !== undefined) expect(page.url()).toBe(home + address);
    await page.locator('.brand').click();
    await shows(page, 'Asynchronous by design');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['another version', '"format":1', '"format":2'],
    ['a broken course', '"pathway":"', '"pathway":"__proto__'],
  ])('says that it cannot be used where it holds %s', async (_what, whole, broken) => {
    const text = await readFile(file, 'utf8');
    const damaged = join(folder(), 'damaged.html');
    expect(text).toContain(whole);
    await writeFile(damaged, text.replace(whole, broken));
    const page = await browser().newPage();
    await page.goto(pathToFileURL(damaged).href);
    await page.locator('[data-slot=notice]').getByText('could not be loaded').waitFor();
    await page.close();
  });

  it('goes to a place on a page, from elsewhere and from the page itself', async () => {
    const { page, errors } = await open('#/glossary#c-term-feedback');
    const place = page.locator('[id="c-term-feedback"]');
    await expect
      .poll(() => place.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
      .toBe(true);
    expect(await place.evaluate((element) => element.getClientRects().length)).toBe(1);
    // A term in a text leads there.
    await go(page, '#/modules/welcome');
    await page.locator('main a.term').first().click();
    await page.waitForURL(`${home}#/glossary#c-term-feedback`);
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('c-term-feedback');
    // The same link once more, after the page was scrolled away.
    await page.goBack();
    await shows(page, 'Welcome');
    const contents = page.locator('.on-this-page a').last();
    const target = (await contents.getAttribute('href')) ?? '';
    expect(target).toMatch(/^#\/modules\/welcome#c-/);
    const heading = page.locator(`[id="${target.split('#').at(-1)}"]`);
    const inSight = () =>
      heading.evaluate((element) => scrollY > 0 && element.getBoundingClientRect().top < innerHeight);
    await contents.click();
    await expect.poll(inSight).toBe(true);
    await page.evaluate('scrollTo(0, 0)');
    expect(await inSight()).toBe(false);
    await contents.click();
    await expect.poll(inSight).toBe(true);
    // The page stays the same; so does what was typed on it.
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${home}#/modules/welcome#main`);
    await shows(page, 'Welcome');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('has no id twice on a page, and no reference to one that is not there', async () => {
    const { page } = await open();
    for (const hash of [
      '#/',
      '#/modules/welcome',
      '#/modules/writing-questions',
      '#/quizzes/shapes-check',
      '#/map',
      '#/progress',
    ]) {
      await go(page, hash);
      const wrong = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const named = [...document.querySelectorAll('[for], [aria-labelledby], [aria-describedby]')].flatMap(
          (element) =>
            ['for', 'aria-labelledby', 'aria-describedby'].flatMap(
              (name) => element.getAttribute(name)?.split(' ') ?? [],
            ),
        );
        return [
          ...ids.filter((id, index) => ids.indexOf(id) !== index || id.startsWith('/')),
          ...named.filter((id) => !ids.includes(id)),
        ];
      });
      expect(wrong, hash).toEqual([]);
    }
    await page.context().close();
  });

  it('plays a film that can be sought in, with captions, and counts what was played until the page was left', async () => {
    const { page, errors } = await open('#/modules/welcome');
    const seen = await page.evaluate(async () => {
      const video = document.querySelector('video');
      if (!video) return undefined;
      video.muted = true;
      const [track] = video.textTracks;
      if (track) track.mode = 'showing';
      await video.play();
      video.currentTime = 20;
      await new Promise((done) => video.addEventListener('seeked', done, { once: true }));
      const isShown = () => video.currentTime > 20.5 && (track?.cues?.length ?? 0) > 3;
      if (!isShown())
        await new Promise<void>((done) => {
          video.addEventListener('timeupdate', () => isShown() && done());
        });
      return { at: video.currentTime, cues: track?.cues?.length, source: video.currentSrc.slice(0, 5) };
    });
    expect(seen?.at).toBeGreaterThan(20.5);
    expect(seen?.cues).toBeGreaterThan(3);
    expect(seen?.source).toBe('blob:');
    await page.locator('.brand').click();
    await expect
      .poll(() => page.evaluate(() => window.course?.events().find(({ type }) => type === 'media')))
      .toMatchObject({ type: 'media', media: 'assets/media/welcome.mp4' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('gives downloads the names that their author gave them', async () => {
    const { page, errors } = await open('#/modules/plan-your-course');
    await page.evaluate(() => {
      for (const content of document.querySelectorAll<HTMLElement>('[data-content]')) content.hidden = false;
    });
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.download a').first().click(),
    ]);
    expect(saved.suggestedFilename()).toBe('planning-worksheet.md');
    expect(await readFile(await saved.path(), 'utf8')).toBe(
      await readFile('example-course/assets/downloads/planning-worksheet.md', 'utf8'),
    );
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('keeps what is being typed when the page is left at once', async () => {
    const { page } = await open('#/modules/plan-your-course');
    await page.evaluate(() => {
      for (const content of document.querySelectorAll<HTMLElement>('[data-content]')) content.hidden = false;
    });
    const field = page.locator('main textarea').first();
    await field.fill('A plan in the making');
    await go(page, '#/');
    await go(page, '#/modules/plan-your-course');
    expect(await page.locator('main textarea').first().inputValue()).toBe('A plan in the making');
    await page.context().close();
  });

  it('listens for no page that was left', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const alive = new Set<object>();
      Object.assign(window, { listening: () => alive.size });
      for (const target of [window, document]) {
        const add = target.addEventListener.bind(target);
        target.addEventListener = (
          type: string,
          listener: EventListener,
          options?: AddEventListenerOptions | boolean,
        ) => {
          const entry = {};
          alive.add(entry);
          if (typeof options === 'object')
            options.signal?.addEventListener('abort', () => alive.delete(entry));
          add(type, listener, options);
        };
      }
    });
    await openPage(page, home);
    const round = async () => {
      for (const hash of [
        '#/modules/welcome',
        '#/quizzes/shapes-check',
        '#/modules/writing-questions',
        '#/progress',
        '#/',
      ])
        await go(page, hash);
      return page.evaluate('listening()');
    };
    const before = await round();
    expect(before).toBeGreaterThan(3);
    await round();
    expect(await round()).toBe(before);
    await context.close();
  });

  it('keeps progress when the browser is closed and opened again', async () => {
    await withFolder(async (profile) => {
      const first = await launchProfile(profile);
      const page = await first.context.newPage();
      await openPage(page, `${home}#/modules/welcome`);
      await page.locator('[data-question="welcome#your-doubt"] input').nth(1).check();
      await page.locator('[data-question="welcome#your-doubt"] button[type=submit]').click();
      const events = await page.evaluate('course.events().length');
      expect(events).toBeGreaterThan(1);
      await first.close();
      const second = await launchProfile(profile);
      const again = await second.context.newPage();
      await openPage(again, home);
      expect(await again.evaluate('course.events().length')).toBe(events);
      expect(await again.locator('[data-slot=resume] a').textContent()).toBe('Continue: Welcome');
      await second.close();
    });
  });

  it('is read below each other where no script runs', async () => {
    const { page, errors } = await open('', { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBeGreaterThan(30);
    const first = page.locator('[id="/modules/welcome"] [data-content] p').first();
    expect(await first.textContent()).toContain('You are about to design a course');
    expect(await first.isVisible()).toBe(true);
    const picture = page.locator('[id="/modules/welcome"] img').first();
    expect((await picture.boundingBox())?.height).toBeGreaterThan(50);
    await page.locator('[id="/"] .map a[href="#/modules/choosing-a-shape"]').click();
    await page.waitForURL(`${home}#/modules/choosing-a-shape`);
    const heading = page.locator('[id="/modules/choosing-a-shape"] h1');
    await expect
      .poll(async () => (await heading.boundingBox())?.y)
      .toSatisfy((top) => typeof top === 'number' && top >= 0 && top < 720);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 320],
    ['dark', 320],
  ] as const)('has no accessibility problems in %s at %i px', async (colorScheme, width) => {
    const { page } = await open('', { colorScheme, viewport: { width, height: 800 } });
    for (const hash of [
      '#/',
      '#/map',
      '#/modules/welcome',
      '#/modules/five-shapes',
      '#/quizzes/shapes-check',
      '#/progress',
      '#/complete',
      '#/glossary',
      '#/nowhere',
    ]) {
      await go(page, hash);
      expect(await problems(page), hash).toEqual([]);
    }
    await page.context().close();
  });
});

describe('progress', () => {
  const site = sharedSite('example-course');

  it('moves between the web edition and the portable one, both ways', async () => {
    const web = await browser().newPage();
    const statusOf = (page: Page, item: string) => page.evaluate(`course.view().byId.get('${item}').status`);
    await openPage(web, `${site().url}modules/welcome.html`);
    await record(web, { type: 'viewed', item: 'welcome' });
    const fromWeb = await web.evaluate('course.export()');
    const { page } = await open();
    await page.evaluate((contents) => window.course?.import(contents), fromWeb);
    await expect.poll(() => statusOf(page, 'welcome')).toBe('done');
    await record(page, { type: 'viewed', item: 'what-asynchronous-is' });
    const back = await page.evaluate('course.export()');
    await web.evaluate((contents) => window.course?.import(contents), back);
    await expect.poll(() => statusOf(web, 'what-asynchronous-is')).toBe('done');
    expect(await web.evaluate('course.events().length')).toBe(await page.evaluate('course.events().length'));
    await page.context().close();
    await web.close();
  });

  it('stays in memory from page to page where nothing may be kept', async () => {
    const served = await serveFolder(dirname(file));
    const page = await browser().newPage();
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${served.url}${basename(file)}" width="900" height="700"></iframe>`,
    );
    const frame = page.frames()[1];
    if (!frame) throw new Error('There is no frame.');
    await frame.waitForFunction(() => window.course !== undefined);
    await frame.evaluate('course.ready');
    await expect.poll(() => frame.locator('[data-slot=notice]').textContent()).not.toBe('');
    await frame.getByRole('link', { name: 'Start: Welcome' }).click();
    await frame.waitForFunction(() => document.body.dataset.pageItem === 'welcome');
    await frame.evaluate('course.ready');
    await frame.evaluate("course.record({ type: 'viewed', item: 'welcome' })");
    await frame.locator('.brand').click();
    await frame.waitForFunction(() => document.body.dataset.page === 'home');
    await expect.poll(() => frame.locator('[data-slot=place]').textContent()).toContain('1 of 27');
    await page.close();
    await served.close();
  });
});

describe('files beside it', () => {
  it('stand in a folder of its name and are found from there', async () => {
    await withFolder(async (place) => {
      const small = await buildPortable('example-course', place, ['--inline-up-to', '500KB']);
      expect((await stat(small)).size).toBeLessThan((await stat(file)).size);
      const page = await browser().newPage();
      await openPage(page, `${pathToFileURL(small).href}#/modules/welcome`);
      await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) > 0);
      const video = page.locator('video');
      expect(await video.evaluate((element) => (element as HTMLVideoElement).currentSrc)).toMatch(
        /\/portable-media\/welcome\.[0-9a-f]{10}\.mp4$/,
      );
      await page.close();
    });
  });
});
