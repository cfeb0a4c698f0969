import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type CompileJob, compileJob } from '../../src/compile/job.ts';
import { type Answer, workerPool } from '../../src/platform/workers.ts';

const script = pathToFileURL(resolve(import.meta.dirname, '../../src/cli/compile-worker.ts'));
const accept = (value: unknown): Answer<string[]> =>
  typeof value === 'object' && value !== null && 'result' in value && Array.isArray(value.result)
    ? { result: value.result.map(String) }
    : { error: JSON.stringify(value) };
const pool = workerPool<readonly CompileJob[], string[]>(script, accept, 1);
afterAll(() => pool.close());

const page = (text: string): CompileJob<'page'> => ({ kind: 'page', file: { path: 'modules/a.md', text } });

describe('the compile thread', () => {
  it('gives what this thread would give', async () => {
    const job = page('# A\n\n*b* $x$\n\n:::note\nc\n:::\n');
    const outcome = await pool.run([job, job], 60);
    const json = JSON.stringify(await compileJob(job));
    expect(outcome).toEqual({ result: [json, json] });
  });

  it.each([
    ['*_', '*_'.repeat(20_000)],
    ['a list without end', '- a\n'.repeat(60_000)],
    ['links that never close', '[a]('.repeat(20_000)],
  ])('can be stopped: %s', async (_, text) => {
    // Seconds would pass without a thread; a tenth shows the same.
    expect(await pool.run([page(text)], 0.1)).toEqual({ stopped: true });
  });
});
