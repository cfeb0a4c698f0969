import { expect, it } from 'vitest';
import { browserFiles, learnerLoad, RUNTIME_BUDGET } from '../../src/cli/site-parts.ts';
import { languages } from '../../src/words/registry.ts';

it.each(Object.keys(languages))(
  'holds the scripts of a page with a quiz in %s to 20 KB of gzip',
  (language) => {
    expect(RUNTIME_BUDGET).toBe(20 * 1024);
    expect(learnerLoad(browserFiles(language))).toBeLessThanOrEqual(RUNTIME_BUDGET);
  },
);
