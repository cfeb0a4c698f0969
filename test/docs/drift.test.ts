import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PAGES } from '../../scripts/docs.ts';

test.each(Object.entries(PAGES))('%s is what `npm run docs` writes', async (path, make) => {
  const committed = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(committed).toBe(await make());
});
