import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Result } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseFiles } from '../../src/model/files.ts';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { launchChromium, type Served, serveFolder, withFolder } from '../browser/launch.ts';
import { browserParts, siteOf, writeSite } from './course.ts';
import { richCourse } from './rich-course.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

const LOOKS = (['light', 'dark'] as const).flatMap((scheme) =>
  [320, 1280].map((width) => ({ scheme, width })),
);

describe.each(COURSES)('$name', ({ files, pages }) => {
  let browser: Browser;
  let served: Served;
  let release: () => void;

  beforeAll(async () => {
    browser = await launchChromium();
    await new Promise<void>((ready, failed) => {
      withFolder(async (folder) => {
        const course = files();
        writeSite(siteOf(course, browserParts()), folder, course);
        served = await serveFolder(folder);
        await new Promise<void>((done) => {
          release = done;
          ready();
        });
      }).catch(failed);
    });
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    release?.();
  });

  describe.each(LOOKS)('$scheme at $width px', ({ scheme, width }) => {
    it.each(pages)('%s', async (path) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      try {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await page.goto(served.url + path);
        expect(errors).toEqual([]);
        expect(await sidewaysScroll(page)).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await showEverything(page);
        expect(await sidewaysScroll(page)).toEqual([]);
        expect(await violations(page)).toEqual([]);
      } finally {
        await context.close();
      }
    });
  });

  it('prints the certificate on one landscape page', async () => {
    const page = await browser.newPage();
    await page.goto(`${served.url}complete.html`);
    await showEverything(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width = 0, height = 0] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    await page.close();
  });

  it('follows its own policy, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Refused/.test(message.text())) complaints.push(message.text());
      });
      for (const path of pages) await page.goto(served.url + path);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});

/** What a locked or unfinished page keeps back: content behind the gate, details, the certificate, the drawer. */
async function showEverything(page: Page): Promise<void> {
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

/** Elements that make the page itself scroll sideways. */
function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(-5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found: Result[] = await page.evaluate(
    async (tags) =>
      (
        await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
          runOnly: { type: 'tag', values: tags },
        })
      ).violations,
    TAGS,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 300) ?? ''}`),
  );
}
