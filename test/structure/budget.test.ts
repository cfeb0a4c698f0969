import { expect, it } from 'vitest';
import { browserFiles, learnerLoad, RUNTIME_BUDGET } from '../../src/cli/site-parts.ts';

it('holds the scripts of a page with a quiz to 20 KB of gzip', () => {
  expect(RUNTIME_BUDGET).toBe(20 * 1024);
  expect(learnerLoad(browserFiles())).toBeLessThanOrEqual(RUNTIME_BUDGET);
});
