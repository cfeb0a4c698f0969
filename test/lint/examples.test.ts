import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/registry.ts';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { BROKEN, fixtureNames, readFolder } from '../fixtures/harness/disk.ts';
import { expectedIn } from '../fixtures/harness/expected.ts';
import { diagnose } from '../fixtures/harness/load.ts';
import { GENERATED } from './generated.ts';

/** Rules whose bad example is a sentence, and that no fixture can show either: what shows them instead. */
const ELSEWHERE: readonly string[] = [
  ...Object.keys(GENERATED),
  'file/refused', // limits.test.ts
  'markdown/too-slow', // needs threads: test/compile
  'path/not-proved', // verdicts.test.ts
];

describe('the rules', () => {
  it('have unique ids that name a group', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: its good example has no findings',
    async (_, rule) => {
      expect(await found(rule.id, rule.examples.good)).toEqual([]);
    },
  );

  const shown = rules.flatMap((rule) =>
    typeof rule.examples.bad === 'string' ? [] : [[rule.id, rule.examples.bad] as const],
  );
  it.each(shown)('%s: its bad example has that finding and no other', async (id, bad) => {
    expect([...new Set(await found(id, bad))]).toEqual([id]);
  });

  it('are shown by a fixture where an example cannot show them', () => {
    const inFixtures = new Set(
      fixtureNames().flatMap((name) => expectedIn(readFolder(BROKEN + name)).map((each) => each.rule)),
    );
    const unseen = rules.filter((rule) => typeof rule.examples.bad === 'string' && !inFixtures.has(rule.id));
    expect(unseen.map((rule) => rule.id).sort()).toEqual([...ELSEWHERE].sort());
  });
});

async function found(rule: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const about = rule.startsWith('assessment/') ? 'quality' : 'anything';
  const diagnostics = await diagnose(completeCourse(files), about);
  return diagnostics.map((diagnostic) => diagnostic.rule);
}
