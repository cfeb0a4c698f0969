/** The bundles that pages load grade in a browser exactly as the same code does in Node. */
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserFile } from '../../src/cli/site-parts.ts';
import { grade, kinds } from '../../src/questions/registry.ts';
import { launchChromium } from '../browser/launch.ts';
import { fromYaml } from './arbitrary/compiled.ts';
import { kindsWritten } from './arbitrary/kinds.ts';
import { responsesTo } from './arbitrary/responses.ts';
import { asQuiz, samplesOf } from './arbitrary/written.ts';

/** As in `properties.test.ts`. */
const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 3000);
const QUESTIONS = Math.min(100, Math.ceil(RUNS / 30));

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});

afterAll(() => browser.close());

it.each(kinds)(`$type: ${RUNS} responses earn the same in Chromium`, async ({ type, graded, late }) => {
  const { questions } = await fromYaml(asQuiz(samplesOf(type, graded, kindsWritten[type], QUESTIONS)));
  await page.goto('about:blank');
  await page.addScriptTag({ content: browserFile(`en/questions-${type}.js`) });
  if (late) await page.addScriptTag({ content: browserFile(`en/late-${late}.js`) });
  // Of what the runtime lends to a widget, grading needs no more than the late bundle of its type.
  await page.evaluate(
    `widget = window.coursewrightQuestions[${JSON.stringify(type)}](new Proxy({}, {
      get: (_, name) => name === 'late' ? (late) => window.coursewrightLate?.[late]?.() : () => {},
    }))`,
  );
  let compared = 0;
  for (const question of questions) {
    const responses = fc.sample(responsesTo(question), {
      numRuns: Math.ceil(RUNS / QUESTIONS),
      seed: Number(question.id.slice(1)),
    });
    // As JSON: a lone surrogate would not come through to the browser otherwise.
    const texts = responses.map((response) => JSON.stringify(response));
    const here = texts.map((text) => JSON.stringify(grade(question, JSON.parse(text)) ?? null));
    const there = await page.evaluate(
      `((question, texts) => texts.map((text) => JSON.stringify(widget.grade(question, JSON.parse(text)) ?? null)))(
        ${JSON.stringify(question)}, ${JSON.stringify(texts)})`,
    );
    expect(there).toEqual(here);
    compared += responses.length;
  }
  expect(compared).toBeGreaterThanOrEqual(RUNS);
});
