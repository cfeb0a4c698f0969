/** Courses whose sites stand on one origin, as on GitHub Pages: nothing of one is ever read or touched by another. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { buildCourse } from './built.ts';
import { kept } from './kept.ts';
import { serveFolder } from './launch.ts';
import * as learner from './learner.ts';
import { ready, record } from './learner.ts';
import { shared, sharedChromium, sharedFolder } from './site.ts';

/** Where each course stands: below another one, beside it under a name that begins alike, and in a sub-path of somebody else. */
const PLACES = { a: 'a', 'a/b': 'a/b', 'a.b': 'a.b', ab: 'somebody/course' } as const;
type Id = keyof typeof PLACES;
const IDS = ['a', 'a/b', 'a.b', 'ab'] as const satisfies readonly Id[];

const folder = sharedFolder();
const served = shared(
  async () => {
    const origin = join(folder(), 'origin');
    const built = await Promise.all(IDS.map(async (id) => ({ id, site: await make(id) })));
    // In order: one of them moves in below another.
    for (const { id, site } of built) {
      const place = join(origin, PLACES[id]);
      await mkdir(dirname(place), { recursive: true });
      await rename(site, place);
    }
    return serveFolder(origin, '/');
  },
  (server) => server.close(),
);
const browser = sharedChromium();
let context: BrowserContext;

beforeEach(async () => {
  context = await browser().newContext();
});

/** Builds the site of a course whose names are those of all others: only its own id tells them apart. */
async function make(id: Id): Promise<string> {
  const name = id.replace('/', '-below-');
  const course = join(folder(), name);
  await mkdir(join(course, 'modules'), { recursive: true });
  await writeFile(
    join(course, 'course.yaml'),
    `id: ${id}\ntitle: Course ${id}\ndescription: A course of a test.\nlanguage: en\npathway:\n  type: random-access\n  items: [one, two]\n`,
  );
  for (const module of ['one', 'two'])
    await writeFile(
      join(course, `modules/${module}.md`),
      `---\ntitle: Page ${module}\n---\n\nSome words about it.\n`,
    );
  return buildCourse(course, join(folder(), `${name}-out`));
}

async function open(id: Id, path = 'progress.html', page?: Page): Promise<Page> {
  const opened = page ?? (await context.newPage());
  await learner.open(opened, `${served().url}${PLACES[id]}/${path}`);
  return opened;
}

const viewed = (item: string) => ({ type: 'viewed', item });
const events = (page: Page): Promise<string[]> =>
  page.evaluate('course.events().map((event) => event.type + " " + (event.item ?? ""))');
const people = (page: Page) => page.locator('[data-slot=learners]');

/** Waits for the page that comes in place of this one. */
async function reloaded(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
  await ready(page);
}

/** In each course, Ada saw the first page, and Ben, who came after her, the second; their pages stay open. */
async function everywhere(): Promise<Map<Id, Page>> {
  const pages = new Map<Id, Page>();
  for (const id of IDS) {
    const page = await open(id);
    await record(page, viewed('one'));
    await people(page).getByRole('button', { name: 'Add a learner' }).click();
    await people(page).getByLabel('Your own name or handle').fill(`Ada (${id})`);
    await people(page).getByLabel('Name or handle of the new learner').fill(`Ben (${id})`);
    await reloaded(page, () => people(page).getByRole('button', { name: 'Add and switch' }).click());
    await record(page, viewed('two'));
    pages.set(id, page);
  }
  return pages;
}

/** The part of what is kept that belongs to a course, or all the rest. */
function of(id: Id, all: ReadonlyMap<string, string>, isOwn = true): [string, string][] {
  return [...all].filter(([key]) => (/^\w+ course:([^@:]*)[@:]/.exec(key)?.[1] === id) === isOwn);
}

it.each(['a', 'a/b'] as const)('what happens in %s stays there', async (id) => {
  const pages = await everywhere();
  const page = pages.get(id);
  if (!page) throw new Error('not open');
  const others = IDS.filter((other) => other !== id);
  const begun = await kept(page);
  expect(IDS.map((one) => of(one, begun).length > 0)).toEqual(IDS.map(() => true));
  expect(of('a', begun).length + of('a', begun, false).length).toBe(begun.size);

  /** Does something in this course; nothing of the others changes, neither what is kept nor what their pages show. */
  const does = async (what: string, act: () => Promise<unknown>): Promise<Map<string, string>> => {
    const shown = await Promise.all(others.map((other) => events(pages.get(other) ?? page)));
    // One behind others draws once a second, and a click waits for that.
    await page.bringToFront();
    await act();
    const after = await kept(page);
    expect(of(id, after, false), what).toEqual(of(id, begun, false));
    expect(await Promise.all(others.map((other) => events(pages.get(other) ?? page))), what).toEqual(shown);
    return after;
  };

  await does('packing', async () => {
    await record(page, ...Array.from({ length: 250 }, () => viewed('two')));
    await expect
      .poll(async () => of(id, await kept(page)).filter(([key]) => key.includes(':segment:')))
      .not.toEqual([]);
  });

  const file = await page.evaluate<{ course: string; events: unknown[] }>('course.export()');
  expect(file.course).toBe(id);
  expect(file.events.length).toBe((await events(page)).length);
  const text = JSON.stringify(file);
  for (const other of others)
    expect(
      await (pages.get(other) ?? page).evaluate(`course.import(${text}).then(() => 'taken', String)`),
    ).toContain('course.import: course');
  const brought = { ...file, events: [{ ...viewed('one'), device: 'elsewhere-x', n: 1, at: 1 }] };
  await does('adding a file', () => page.evaluate(`course.import(${JSON.stringify(brought)})`));
  expect(await events(page)).toContain('viewed one');
  await does('undoing that', async () => {
    await page.getByRole('button', { name: /^Undo what was added/ }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => events(page)).not.toContain('viewed one');
  });

  await does('renaming', async () => {
    await people(page).getByRole('button', { name: 'Rename' }).click();
    await people(page).getByLabel('Your own name').fill('Bea');
    await page.keyboard.press('Enter');
    await page.getByText('The name is now Bea.').waitFor();
  });
  const here = await people(page).textContent();
  for (const other of others) expect(here).not.toContain(`(${other})`);
  await does('switching', () =>
    reloaded(page, () =>
      people(page)
        .getByRole('button', { name: `Switch to Ada (${id})` })
        .click(),
    ),
  );
  expect(await events(page)).toContain('viewed one');
  const reset = await does('deleting all of it', async () => {
    await page.getByRole('button', { name: 'Delete my progress' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('Your progress is deleted.').waitFor();
  });
  await expect.poll(() => events(page)).toEqual([]);
  expect(of(id, reset).filter(([key]) => /@\w+:segment:/.test(key))).not.toEqual([]);
  await does('removing a learner', async () => {
    await people(page).getByRole('button', { name: 'Remove' }).click();
    await reloaded(page, () => page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click());
  });
  expect(await events(page)).toContain('viewed two');

  // What the others have is there for whoever opens them next, too.
  for (const other of others) {
    const shown = await open(other, 'modules/one.html');
    expect((await events(shown)).filter((event) => event.startsWith('viewed'))).toEqual(['viewed two']);
    // The databases are asked who it is after the page is ready.
    await shown.locator('[data-slot=learner]').getByText(`Ben (${other})`).waitFor();
    await shown.close();
  }
});

it('each course finds its own again where localStorage was lost', async () => {
  const pages = await everywhere();
  const [page] = pages.values();
  if (!page) throw new Error('not open');
  await kept(page);
  await page.goto(`${served().url}a/404.html`);
  for (const other of pages.values()) if (other !== page) await other.close();
  await page.evaluate('localStorage.clear()');
  for (const id of IDS) {
    await open(id, 'modules/one.html', page);
    const chooser = page.getByRole('dialog', { name: 'Who is learning?' });
    await chooser.waitFor();
    expect(await chooser.getByRole('button').allTextContents()).toEqual([`Ada (${id})`, `Ben (${id})`]);
    await reloaded(page, () => chooser.getByRole('button', { name: 'Ada' }).click());
    expect((await events(page)).filter((event) => event.startsWith('viewed'))).toEqual(['viewed one']);
  }
});
