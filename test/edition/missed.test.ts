import { describe, expect, it } from 'vitest';
import { diff } from '../../src/edition/diff.ts';
import { editionText } from '../../src/edition/file.ts';
import { isLossy, ofVerdict } from '../../src/edition/gist.ts';
import { nextLock } from '../../src/edition/lock.ts';
import type { Edition } from '../../src/model/edition.ts';
import { diagnose } from '../fixtures/harness/load.ts';
import { BREAD, changed, type Files, published } from './published.ts';

/** The lock after each of these editions was locked. */
async function lockedAfter(...editions: readonly Files[]): Promise<Edition> {
  let lock: Edition | undefined;
  for (const files of editions) {
    const { edition, ...carried } = await published(files);
    lock = nextLock(lock, edition, carried);
  }
  if (!lock) throw new Error('There is no edition.');
  return lock;
}

/** What `validate` and `course diff` say of sources after that lock. */
async function saidAfter(lock: Edition, files: Files) {
  const now = await published(files);
  const compared = diff({ edition: lock, renamed: new Map(), retired: new Set() }, now);
  const found = await diagnose({ ...files, 'course-lock.json': editionText(lock) });
  return {
    rules: found.filter(({ rule, severity }) => rule.startsWith('edition/') && severity === 'error'),
    isLossy: isLossy(compared),
    missing: ofVerdict(compared, 'missing').map(({ name, inBank, likely }) => [
      inBank ?? name,
      likely?.sure ? likely.to : undefined,
    ]),
    next: nextLock(lock, now.edition, now),
  };
}

const LEAF = 'The leaf of the tea shrub is picked by hand, and only the youngest two leaves with the bud.\n';
const OXIDISE = `
:::question{#oxidise}
What browns a leaf that lies in the air?

- [x] Oxygen
- [ ] Sunlight
:::
`;
const tea = (items: string, renamed: string): string =>
  `id: tea\ntitle: Tea\n${renamed}pathway: { type: linear, items: [${items}] }\n`;
const ONE: Files = { 'course.yaml': tea('leaf', ''), 'modules/leaf.md': `# Leaf\n\n${LEAF}${OXIDISE}` };
const SPLIT: Files = {
  'course.yaml': tea('plant, picking', 'renamed: { leaf: plant, plant#oxidise: picking#oxidise }\n'),
  'modules/plant.md': `# Leaf\n\n${LEAF}`,
  'modules/picking.md': `# Picking\n\nA basket, a hill and patience: a day gives five pounds of tea.\n${OXIDISE}`,
};
const back = (more: string): Files => ({
  'course.yaml': tea('leaf, picking', `renamed: { plant: leaf, plant#oxidise: picking#oxidise${more} }\n`),
  'modules/leaf.md': SPLIT['modules/plant.md'] ?? '',
  'modules/picking.md': SPLIT['modules/picking.md'] ?? '',
});

describe('a page that gets an earlier name of its own back', () => {
  it('is told of before the lock is written: a question of that name does not lead on any more', async () => {
    const lock = await lockedAfter(ONE, SPLIT);
    const { rules, missing, isLossy: loses } = await saidAfter(lock, back(''));
    expect(rules.map(({ rule }) => rule)).toEqual(['edition/missing']);
    expect(rules[0]?.help).toContain('`leaf#oxidise: picking#oxidise`');
    expect(missing).toEqual([['leaf#oxidise', 'picking#oxidise']]);
    expect(loses).toBe(true);
  });

  it('keeps everything with that line, now and after the lock', async () => {
    const files = back(', leaf#oxidise: picking#oxidise');
    const first = await saidAfter(await lockedAfter(ONE, SPLIT), files);
    expect(first.rules).toEqual([]);
    expect(first.isLossy).toBe(false);
    const again = await saidAfter(first.next, files);
    expect(again.rules).toEqual([]);
    expect(again.isLossy).toBe(false);
  });
});

describe('a bank that is renamed together with one of its questions', () => {
  const both = (renamed: string): Files => {
    const files = changed(BREAD, {
      'course.yaml': [['pathway:', `${renamed}pathway:`]],
      'quizzes/final.yaml': [['from: pool', 'from: tank']],
      'quizzes/pool.yaml': null,
    });
    return {
      ...files,
      'quizzes/tank.yaml': (BREAD['quizzes/pool.yaml'] ?? '').replace('id: crust', 'id: shine'),
    };
  };

  it('is told of with that question by its name in the bank, each with the line that keeps it', async () => {
    const { missing, rules } = await saidAfter(await lockedAfter(BREAD), both(''));
    expect(missing).toEqual([
      ['pool#crust', 'tank#shine'],
      ['pool', 'tank'],
    ]);
    expect(rules.map(({ help }) => /`renamed: (\{.*?\})`/.exec(help ?? '')?.[1]).sort()).toEqual([
      '{ pool#crust: tank#shine }',
      '{ pool: tank }',
    ]);
  });

  it('is told of by that question alone once the bank is written down', async () => {
    const { missing, rules } = await saidAfter(await lockedAfter(BREAD), both('renamed: { pool: tank }\n'));
    expect(missing).toEqual([['pool#crust', 'tank#shine']]);
    expect(rules.map(({ rule }) => rule)).toEqual(['edition/missing']);
  });

  it('keeps everything with both lines', async () => {
    const { rules, isLossy: loses } = await saidAfter(
      await lockedAfter(BREAD),
      both('renamed: { pool: tank, pool#crust: tank#shine }\n'),
    );
    expect(rules).toEqual([]);
    expect(loses).toBe(false);
  });
});
