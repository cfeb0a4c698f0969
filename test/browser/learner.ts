/** A learner at a page of a course: how tests come to it, and put progress in place. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CourseApi } from '../../src/runtime/api.ts';

declare global {
  interface Window {
    course?: CourseApi;
  }
}

/** A new page of somebody; anything that the browser reports as an error fails the test. */
export async function watched(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.unreachable(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') expect.unreachable(message.text());
  });
  return page;
}

/** Waits until all that is kept was read and the page shows it, with what it loads late. */
export async function ready(page: Page): Promise<void> {
  await page.evaluate('course.ready');
}

/** Goes to an address of a course and waits until the page is ready. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await ready(page);
}

/** Loads the page anew and waits until it is ready. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** Puts progress in place without clicking through all of it; the page shows it when this returns. */
export async function record(page: Page, ...facts: readonly object[]): Promise<void> {
  await page.evaluate(`for (const fact of ${JSON.stringify(facts)}) course.record(fact)`);
  await ready(page);
}
