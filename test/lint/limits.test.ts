import { createHash } from 'node:crypto';
import { expect, describe as group, it } from 'vitest';
import { memoryCache } from '../../src/compile/cache.ts';
import { compileCourse } from '../../src/compile/project.ts';
import { describe } from '../../src/lint/describe.ts';
import { lint } from '../../src/lint/run.ts';
import { type CourseFolder, completeCourse } from '../fixtures/harness/complete.ts';
import { memoryFiles } from '../fixtures/harness/memory.ts';
import { GENERATED } from './generated.ts';

async function diagnose(
  folder: CourseFolder,
  refused: ReturnType<ReturnType<typeof memoryFiles>['refused']> = [],
) {
  const loaded = await compileCourse(
    { ...memoryFiles(completeCourse(folder)), refused: () => refused },
    { cache: memoryCache(), digest: (data) => createHash('sha256').update(data).digest('hex') },
  );
  return describe(lint(loaded), loaded.texts);
}

group('what is too much to write down', () => {
  it.each(Object.entries(GENERATED))('%s', async (rule, make) => {
    const found = await diagnose(make());
    expect(new Set(found.map((each) => each.rule))).toContain(rule);
    for (const each of found) expect(each.message.length).toBeLessThan(1000);
  });

  it.each([
    'link-outside',
    'link-dangling',
    'link-to-folder',
    'not-a-file',
    'folder',
    'unreadable',
    'vanished',
  ] as const)('file/refused: %s', async (reason) => {
    const [only, ...others] = await diagnose({}, [{ path: 'assets/elsewhere', reason }]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ rule: 'file/refused', severity: 'error', file: 'assets/elsewhere' });
  });
});
