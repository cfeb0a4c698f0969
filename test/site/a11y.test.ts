import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CourseFiles } from '../../src/model/files.ts';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { inspect, widths } from '../browser/axe.ts';
import { serveFolder } from '../browser/launch.ts';
import { shared, sharedChromium, sharedFolder } from '../browser/site.ts';
import { browserParts, siteOf, writeSite } from './course.ts';
import { richCourse } from './rich-course.ts';

/** One page of each type and of each layout that differs. */
const COURSES: readonly { name: string; files: () => CourseFiles; pages: readonly string[] }[] = [
  {
    name: 'a course with everything',
    files: () => richCourse,
    pages: [
      'index.html',
      'map.html',
      'modules/intro.html',
      'modules/basics/second.html',
      'quizzes/check.html',
      'progress.html',
      'complete.html',
      'glossary.html',
      '404.html',
    ],
  },
  {
    name: 'the example course',
    files: () => openCourseFolder(resolve(import.meta.dirname, '../../example-course')),
    pages: [
      'index.html',
      'map.html',
      'modules/welcome.html',
      'modules/five-shapes.html',
      'quizzes/final-quiz.html',
      'glossary.html',
    ],
  },
];

describe.each(COURSES)('$name', ({ files, pages }) => {
  const folder = sharedFolder();
  const served = shared(
    () => {
      const course = files();
      writeSite(siteOf(course, browserParts()), folder(), course);
      return serveFolder(folder());
    },
    (server) => server.close(),
  );
  const browser = sharedChromium();

  describe.each(widths)('at %d px, in light and dark', (width) => {
    it.each(pages)('%s', async (path) => {
      const context = await browser().newContext({
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(served().url + path);
      expect(await inspect(page, path)).toEqual([]);
      await showEverything(page);
      expect(await inspect(page, `${path}, all of it`)).toEqual([]);
      expect(errors).toEqual([]);
    });
  });

  it('prints the certificate on one landscape page', async () => {
    const page = await browser().newPage();
    await page.goto(`${served().url}complete.html`);
    await showEverything(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width = 0, height = 0] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
  });

  it('follows its own policy, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser().newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Refused/.test(message.text())) complaints.push(message.text());
      });
      for (const path of pages) await page.goto(served().url + path);
      expect(complaints).toEqual([]);
    }
  });
});

/** What a locked or unfinished page keeps back: content behind the gate, details, the certificate, the drawer. */
async function showEverything(page: Page): Promise<void> {
  // What the page loads late would hide it again.
  await page.evaluate('window.course?.ready');
  await page.evaluate(() => {
    for (const gate of document.querySelectorAll<HTMLElement>('[data-slot="gate"]')) gate.hidden = true;
    for (const part of document.querySelectorAll<HTMLElement>('[data-content], [data-slot="certificate"]'))
      part.hidden = false;
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const name of document.querySelectorAll('[data-fill="name"]'))
      name.textContent = 'Wolfeschlegelsteinhausenbergerdorff';
    for (const outcome of ['right', 'wrong', 'partly']) {
      const option = document.querySelector<HTMLElement>('.option:not([data-outcome])');
      if (option === null) continue;
      option.dataset.outcome = outcome;
      const feedback = option.nextElementSibling;
      if (feedback instanceof HTMLElement) {
        feedback.dataset.outcome = outcome;
        feedback.hidden = false;
        feedback.textContent = 'What the author says about this choice.';
      }
    }
  });
}
