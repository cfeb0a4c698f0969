/** A course in German, from its first page to the certificate, in German words only; and one in a language without words. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problems } from './axe.ts';
import { buildCourse } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

const COURSE = 'test/browser/kurs';

/** Where to leave a picture of each state, for people to look at. */
const PICTURES = process.env.PICTURES;

let folder: string;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coursewright-german-'));
  served = await serveFolder(await buildCourse(COURSE, folder));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(page: Page, path: string, base = served.url): Promise<void> {
  await page.goto(base + path);
  await page.evaluate('course.ready');
}

async function follow(page: Page, link: string, item: string): Promise<void> {
  await page.locator('[data-slot=next]').getByRole('link', { name: link }).click();
  await page.waitForURL(`**/${item}.html`);
  await page.evaluate('course.ready');
}

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? '';

/** English words that no German text holds. */
const ENGLISH =
  /(?<!\p{L})(?:the|this|your|you|page|next|previous|finish|locked|done|course|answer|attempts?|points|question|score|quizzes|show|of|to)(?!\p{L})/iu;

/** Everything that is seen or read out on the page. */
function everything(page: Page): Promise<string> {
  return page.evaluate(`
    [document.title, document.body.innerText,
      ...[...document.querySelectorAll('[aria-label]')].map((found) => found.getAttribute('aria-label')),
      document.querySelector('[data-slot=live]')?.textContent,
    ].join('\\n')`);
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

it.each(looks)('$colorScheme at $width px: a German course is German to its end', async (look) => {
  const context = await browser.newContext({
    colorScheme: look.colorScheme,
    viewport: { width: look.width, height: 900 },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.unreachable(String(error)));
  const found: string[] = [];
  const check = async (state: string) => {
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().map((animation) => animation.finished))',
    );
    found.push(...(await problems(page)).map((problem) => `${state}: ${problem}`));
    const english = (await everything(page)).split('\n').filter((line) => ENGLISH.test(line));
    found.push(...english.map((line) => `${state}, in English: ${line}`));
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      const path = join(PICTURES, `de-${state}-${look.colorScheme}-${look.width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  };

  await open(page, 'index.html');
  expect(await text(page, '[data-slot=resume]')).toBe('Beginnen: Willkommen in der Backstube');
  expect(await text(page, '#map')).toBe('Kursübersicht');
  await check('home');

  await open(page, 'modules/wasser.html');
  const gate = await text(page, '[data-slot=gate]');
  expect(gate).toContain('Diese Seite ist noch gesperrt');
  expect(gate).toContain('Schließen Sie zuerst Willkommen in der Backstube ab.');
  await check('gate');

  await open(page, 'modules/willkommen.html');
  expect(await text(page, '.callout-title')).toBe('Hinweis');
  await check('module');
  await follow(page, 'Weiter: Mehltypenbezeichnungen', 'mehl');
  await page.getByLabel('Type 405').check();
  await page.getByRole('button', { name: 'Antwort prüfen' }).click();
  expect(await text(page, '.feedback')).toContain('Noch nicht richtig.');
  await check('practice');
  await page.getByLabel('Type 1050').check();
  await page.getByRole('button', { name: 'Antwort prüfen' }).click();
  expect(await text(page, '.feedback')).toContain('Richtig.');
  await page.waitForFunction(
    `document.querySelector('[data-slot=live]').textContent.includes('Jetzt offen: Grundlagenprüfung')`,
  );

  await follow(page, 'Weiter: Grundlagenprüfung', 'pruefung');
  await page.getByLabel('Stärke').check();
  await page.getByRole('button', { name: 'Antworten abgeben' }).click();
  expect(await text(page, '[data-slot=quiz-result]')).toContain('1 Frage ist noch nicht beantwortet');
  await page.getByRole('button', { name: 'So abgeben' }).click();
  const failed = (await text(page, '[data-slot=quiz-result]')).replaceAll('\u202f', ' ');
  expect(failed).toContain('Nicht bestanden');
  expect(failed).toContain('Sie haben 0 von 3 Punkten erreicht: 0 %.');
  expect(failed).toContain('Noch 2 Versuche.');
  expect((await text(page, '[data-slot=quiz-status]')).replaceAll('\u202f', ' ')).toMatch(
    /Bestanden ab\s*80 %\s*Versuche\s*Noch 2 von 3/,
  );
  await check('quiz-failed');
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  for (const option of ['Klebereiweiß', 'Roggen', 'Hafer']) await page.getByLabel(option).check();
  await page.getByRole('button', { name: 'Antworten abgeben' }).click();
  expect((await text(page, '[data-slot=quiz-result]')).replaceAll('\u202f', ' ')).toContain(
    'Sie haben 3 von 3 Punkten erreicht: 100 %.',
  );
  await check('quiz-passed');

  await open(page, 'complete.html');
  expect(await text(page, '[data-slot=certificate-gate]')).toContain('Sie erhalten das Zertifikat, wenn');
  await check('certificate-gate');

  await open(page, 'modules/wasser.html');
  await follow(page, 'Weiter: Sauerteigführungsverfahren', 'zugabe');
  await open(page, 'progress.html');
  expect(await text(page, '.meter-label')).toBe('4 von 4 erledigt');
  expect(await text(page, '[data-slot=transfer]')).toContain('Als Datei speichern');
  await page.getByRole('button', { name: 'Fortschritt löschen' }).click();
  await check('progress');

  await open(page, 'complete.html');
  await page.getByLabel('Name auf dem Zertifikat').fill('Käthe Müller');
  const sheet = await text(page, '.certificate');
  expect(sheet).toContain('Käthe Müller');
  expect(sheet).toMatch(/\d+\. \p{L}+ \d{4}/u);
  await check('certificate');

  expect(found).toEqual([]);
  await context.close();
});

it('marks English words in a course whose language has none, and dates them in English', async () => {
  const dutch = join(folder, 'dutch');
  cpSync(resolve(COURSE), dutch, { recursive: true });
  const yaml = readFileSync(join(dutch, 'course.yaml'), 'utf8').replace('language: de', 'language: nl');
  writeFileSync(join(dutch, 'course.yaml'), yaml);
  const site = await serveFolder(await buildCourse(dutch, join(folder, 'built')));
  const page = await browser.newPage();
  await open(page, 'modules/wasser.html', site.url);
  expect(await page.evaluate('document.documentElement.lang')).toBe('nl');
  const gate = page.locator('[data-slot=gate]');
  expect(await gate.getAttribute('lang')).toBe('en');
  expect(await gate.textContent()).toContain('This page is still locked');
  expect(await gate.locator('li a').first().getAttribute('lang')).toBe('nl');
  expect(await page.locator('[data-slot=sidebar] [data-state]').first().getAttribute('lang')).toBe('en');
  // The course's own texts are in its own language, whatever is around them.
  for (const own of ['h1', '[data-content]', '[data-slot=sidebar] [data-title]'])
    expect(await page.evaluate(`document.querySelector('${own}').closest('[lang]').lang`)).toBe('nl');
  expect(await problems(page)).toEqual([]);
  await page.close();
  await site.close();
});
