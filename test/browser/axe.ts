/** What axe-core finds on a page: WCAG 2.2 AA and its best practices. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Waits until nothing moves: colours and places that are on their way are neither the old nor the new ones. They set out with
 * the next picture, and what inherits one may set out when that has arrived.
 */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A page in the background is not drawn.
    const drawn = () =>
      new Promise<unknown>((done) =>
        document.hidden ? done(undefined) : requestAnimationFrame(() => requestAnimationFrame(done)),
      );
    const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running');
    await drawn();
    while (moving().length > 0) {
      await Promise.allSettled(moving().map(({ finished }) => finished));
      await drawn();
    }
  });
}

/** What axe finds on the page once nothing moves, and whether it has to be scrolled sideways. */
export async function problems(page: Page): Promise<string[]> {
  await still(page);
  if (await page.evaluate('!window.axe')) await page.evaluate(AXE);
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`,
  )) as AxeResults;
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return undefined;
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(-5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  return [
    ...results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`,
    ),
    ...(wide ? [`has to be scrolled sideways: ${wide.join('; ')}`] : []),
  ];
}

/** Of windows, in CSS pixels: a small phone's and one at a desk. */
export const widths = [320, 1280] as const;

/**
 * What is wrong with a state of the page, in light and in dark; where `PICTURES` names a folder, it gets pictures of them
 * for people to look at.
 */
export async function inspect(page: Page, state: string, { fullPage = true } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await problems(page)).map((problem) => `${state}, ${colorScheme}: ${problem}`));
    const folder = process.env.PICTURES;
    if (!folder) continue;
    const name = `${state.replaceAll(' ', '-')}-${colorScheme}-${page.viewportSize()?.width}.png`;
    await page.screenshot({ path: join(folder, name), fullPage });
  }
  return found;
}
