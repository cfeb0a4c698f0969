/** A state of a page as people see it: what axe finds in it, and its picture. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { problems } from './axe.ts';

/** Where to leave a picture of each state, for people to look at. */
export const PICTURES = process.env.PICTURES;

/** Colours and places that are on their way are neither the old nor the new ones. */
export async function still(page: Page): Promise<void> {
  await page.evaluate('Promise.allSettled(document.getAnimations().map((animation) => animation.finished))');
}

/** What is wrong with the page as it is now, once nothing moves; leaves a picture of that name where pictures are asked for. */
export async function look(page: Page, name: string, { fullPage = true } = {}): Promise<string[]> {
  await still(page);
  const found = (await problems(page)).map((problem) => `${name}: ${problem}`);
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name.replaceAll(' ', '-')}.png`), fullPage });
  }
  return found;
}
