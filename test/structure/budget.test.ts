import { expect, it } from 'vitest';
import { browserFiles, learnerLoad, questionLoads, RUNTIME_BUDGET } from '../../src/cli/site-parts.ts';
import { questionTypes } from '../../src/questions/registry.ts';
import { languages } from '../../src/words/registry.ts';

it.each(Object.keys(languages))(
  'holds the scripts of a page with questions of any type in %s to 20 KB of gzip',
  (language) => {
    expect(RUNTIME_BUDGET).toBe(20 * 1024);
    const loads = questionLoads(browserFiles(language));
    expect(loads.map(({ type }) => type)).toEqual(questionTypes);
    expect(loads.filter(({ own, page }) => own === 0 || page > RUNTIME_BUDGET)).toEqual([]);
    expect(learnerLoad(browserFiles(language))).toBe(Math.max(...loads.map(({ page }) => page)));
  },
);
