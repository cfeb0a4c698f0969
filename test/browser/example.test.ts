import { expect, it } from 'vitest';
import { follow } from './follow.ts';
import { sharedChromium, sharedSite } from './site.ts';

const site = sharedSite('example-course');
const browser = sharedChromium();

it.each([
  ['passes every quiz at once', true],
  ['fails every quiz at first', false],
])(
  'leads a learner who %s to the certificate, button by button',
  async (_who, firstTry) => {
    const context = await browser().newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const way = await follow(page, site().url, firstTry);
    expect(errors).toEqual([]);
    // The required pages at least, each on its own.
    expect(new Set(way).size).toBeGreaterThan(15);
    await expect.poll(() => page.evaluate('course.view().finished'), { message: way.join(' → ') }).toBe(true);
    expect(page.url()).toContain('complete.html');
    await expect.poll(() => page.locator('[data-slot=certificate]').isVisible()).toBe(true);
  },
  400_000,
);
