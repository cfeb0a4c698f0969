import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Course } from '../src/model/course.ts';
import type { Event } from '../src/model/events.ts';
import { launchChromium, serveFolder } from '../test/browser/launch.ts';
import { describeCourse, learnerAt, pathway } from './courses.ts';
import { scratchFolder } from './measure.ts';
import type { ViewTimes } from './view-page.ts';

const ROOT = resolve(import.meta.dirname, '..');
const ROUNDS = 100;
/** What one view of a course of 1,000 modules may take in the browser, in milliseconds. */
const AIM = 2;

/**
 * Prints what the engine costs in Chromium, for a learner half-way: `view` in a bundle made as the runtime is, and
 * recording one event in the very runtime that ships, on a page with nothing else on it (storing, `step`, `view` and
 * telling the page). Baseline: `JSON.parse` of the course's manifest in the same page.
 */
export async function benchView(): Promise<void> {
  const folder = scratchFolder('view');
  mkdirSync(folder);
  await build({
    entryPoints: [join(ROOT, 'bench', 'view-page.ts')],
    outfile: join(folder, 'engine.js'),
    bundle: true,
    format: 'iife',
    minify: true,
    platform: 'browser',
    target: ['chrome111', 'firefox121', 'safari16.4'],
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'runtime.js'), readFileSync(join(ROOT, 'dist', 'browser', 'en', 'runtime.js')));
  writeFileSync(join(folder, 'engine.html'), '<!doctype html><script src="engine.js"></script>');
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><html class="js"><body data-page="other" data-root=""><script src="course.js"></script><script src="runtime.js"></script>',
  );
  const served = await serveFolder(folder);
  const browser = await launchChromium();
  try {
    console.log(`Chromium ${browser.version()}, median of ${ROUNDS} after warming up, a learner half-way\n`);
    for (const modules of [100, 1000, 10_000]) {
      const course = pathway(modules);
      // Walking through the largest course page by page would take longer than the benchmark.
      const events = learnerAt(course, modules > 1000 ? 0.1 : 0.5);
      const times = await measure(browser, served.url, course, events);
      writeFileSync(
        join(folder, 'course.js'),
        `window.coursewright=${JSON.stringify({ course: { ...course, id: `c${modules}` }, site: {} })}`,
      );
      const recorded = await record(browser, served.url, course, events);
      const ms = (time: number) => `${time.toFixed(2).padStart(7)} ms`;
      const missed = modules === 1000 && times.view > AIM ? '  MISSED' : '';
      console.log(
        `${describeCourse(course)}, ${events.length} events\n` +
          `  view                ${ms(times.view)}  ${(times.view / times.parse).toFixed(2)} × parse${modules === 1000 ? `  aim ${AIM} ms${missed}` : ''}\n` +
          `  replay              ${ms(times.replay)}  ${(times.replay / times.parse).toFixed(2)} × parse\n` +
          `  parse the manifest  ${ms(times.parse)}\n` +
          `  record one event    ${ms(recorded)}  ${(recorded / times.parse).toFixed(2)} × parse\n`,
      );
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

type Browser = Awaited<ReturnType<typeof launchChromium>>;

async function measure(
  browser: Browser,
  url: string,
  course: Course,
  events: readonly Event[],
): Promise<ViewTimes> {
  const page = await browser.newPage();
  await page.goto(`${url}engine.html`);
  const times = await page.evaluate<ViewTimes>(
    `measureView(${JSON.stringify(JSON.stringify(course))}, ${JSON.stringify(events)}, ${ROUNDS})`,
  );
  await page.close();
  return times;
}

/** The median milliseconds of `course.record` in the runtime that ships. */
async function record(
  browser: Browser,
  url: string,
  course: Course,
  events: readonly Event[],
): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${url}page.html`);
  const item = course.items.find(({ kind }) => kind === 'module')?.id;
  const time = await page.evaluate<number>(`(async () => {
    await course.ready;
    for (const { device, n, at, ...fact } of ${JSON.stringify(events.slice(0, 200))}) course.record(fact);
    const times = [];
    for (let round = 0; round < ${ROUNDS}; round++) {
      const from = performance.now();
      course.record({ type: 'opened', item: ${JSON.stringify(item)} });
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[${ROUNDS / 2}];
  })()`);
  await page.close();
  return time;
}
