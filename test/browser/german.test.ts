/** A course in German, from its first page to the certificate, in German words only; and one in a language without words. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inspect, problems, widths } from './axe.ts';
import { buildCourse } from './built.ts';
import { serveFolder } from './launch.ts';
import * as learner from './learner.ts';
import { ready, watched } from './learner.ts';
import { sharedChromium, sharedFolder, sharedSite } from './site.ts';

const COURSE = 'test/browser/kurs';

const site = sharedSite(COURSE);
const folder = sharedFolder();
const browser = sharedChromium();

const open = (page: Page, path: string, base = site().url) => learner.open(page, base + path);

async function follow(page: Page, link: string, item: string): Promise<void> {
  await page.locator('[data-slot=next]').getByRole('link', { name: link }).click();
  await page.waitForURL(`**/${item}.html`);
  await ready(page);
}

/** The text of a place, with the same space before every unit. */
const text = async (page: Page, selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? '').replaceAll('\u202f', ' ');

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

it.each(widths)('at %d px, in light and dark: a German course is German to its end', async (width) => {
  const context = await browser().newContext({ viewport: { width, height: 900 } });
  const page = await watched(context);
  const found: string[] = [];
  const check = async (state: string) => {
    found.push(...(await inspect(page, `de-${state}`)));
    const english = (await everything(page)).split('\n').filter((line) => ENGLISH.test(line));
    found.push(...english.map((line) => `${state}, in English: ${line}`));
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
  };
  const says = async (selector: string, ...texts: (string | RegExp)[]) => {
    for (const each of texts) await expect.poll(() => text(page, selector)).toMatch(each);
  };

  await open(page, 'index.html');
  await expect.poll(() => text(page, '[data-slot=resume]')).toBe('Beginnen: Willkommen in der Backstube');
  await expect.poll(() => text(page, '#map')).toBe('Kursübersicht');
  await check('home');

  await open(page, 'modules/wasser.html');
  await says(
    '[data-slot=gate]',
    'Diese Seite ist noch gesperrt',
    'Schließen Sie zuerst Willkommen in der Backstube ab.',
  );
  await check('gate');

  await open(page, 'modules/willkommen.html');
  await expect.poll(() => text(page, '.callout-title')).toBe('Hinweis');
  await check('module');
  await follow(page, 'Weiter: Mehltypenbezeichnungen', 'mehl');
  await page.getByLabel('Type 405').check();
  await page.getByRole('button', { name: 'Antwort prüfen' }).click();
  await says('.feedback', 'Noch nicht richtig.');
  await check('practice');
  await page.getByLabel('Type 1050').check();
  await page.getByRole('button', { name: 'Antwort prüfen' }).click();
  await says('.feedback', 'Richtig.');
  await says('[data-slot=live]', 'Jetzt offen: Grundlagenprüfung');

  await follow(page, 'Weiter: Grundlagenprüfung', 'pruefung');
  await page.getByLabel('Stärke').check();
  await page.getByRole('button', { name: 'Antworten abgeben' }).click();
  await says('[data-slot=quiz-result]', '1 Frage ist noch nicht beantwortet');
  await page.getByRole('button', { name: 'So abgeben' }).click();
  await says(
    '[data-slot=quiz-result]',
    'Nicht bestanden',
    'Sie haben 0 von 3 Punkten erreicht: 0 %.',
    'Noch 2 Versuche.',
  );
  await says('[data-slot=quiz-status]', /Bestanden ab\s*80 %\s*Versuche\s*Noch 2 von 3/);
  await check('quiz-failed');
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  for (const option of ['Klebereiweiß', 'Roggen', 'Hafer']) await page.getByLabel(option).check();
  await page.getByRole('button', { name: 'Antworten abgeben' }).click();
  await says('[data-slot=quiz-result]', 'Sie haben 3 von 3 Punkten erreicht: 100 %.');
  await check('quiz-passed');

  await open(page, 'complete.html');
  await says('[data-slot=certificate-gate]', 'Sie erhalten das Zertifikat, wenn');
  await check('certificate-gate');

  await open(page, 'modules/wasser.html');
  await follow(page, 'Weiter: Sauerteigführungsverfahren', 'zugabe');
  await open(page, 'progress.html');
  await expect.poll(() => text(page, '.meter-label')).toBe('4 von 4 erledigt');
  await says('[data-slot=transfer]', 'Als Datei speichern');
  await page.getByRole('button', { name: 'Fortschritt löschen' }).click();
  await page.getByRole('dialog').waitFor();
  await check('progress');

  await open(page, 'complete.html');
  await page.getByLabel('Name auf dem Zertifikat').fill('Käthe Müller');
  await says('.certificate', 'Käthe Müller', /\d+\. \p{L}+ \d{4}/u);
  await check('certificate');

  expect(found).toEqual([]);
});

it('marks English words in a course whose language has none, and dates them in English', async () => {
  const dutch = join(folder(), 'dutch');
  await cp(resolve(COURSE), dutch, { recursive: true });
  const yaml = await readFile(join(dutch, 'course.yaml'), 'utf8');
  await writeFile(join(dutch, 'course.yaml'), yaml.replace('language: de', 'language: nl'));
  const served = await serveFolder(await buildCourse(dutch, join(folder(), 'built')));
  const page = await browser().newPage();
  await open(page, 'modules/wasser.html', served.url);
  await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('nl');
  const gate = page.locator('[data-slot=gate]');
  await expect.poll(() => gate.getAttribute('lang')).toBe('en');
  await expect.poll(() => gate.textContent()).toContain('This page is still locked');
  await expect.poll(() => gate.locator('li a').first().getAttribute('lang')).toBe('nl');
  await expect
    .poll(() => page.locator('[data-slot=sidebar] [data-state]').first().getAttribute('lang'))
    .toBe('en');
  // The course's own texts are in its own language, whatever is around them.
  for (const own of ['h1', '[data-content]', '[data-slot=sidebar] [data-title]'])
    await expect
      .poll(() => page.evaluate(`document.querySelector('${own}').closest('[lang]').lang`))
      .toBe('nl');
  expect(await problems(page)).toEqual([]);
  await served.close();
});
