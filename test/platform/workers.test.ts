import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, type WorkerPool, workerPool } from '../../src/platform/workers.ts';

const script = join(mkdtempSync(join(tmpdir(), 'cw-worker-')), 'worker.mjs');
writeFileSync(
  script,
  `import { parentPort, threadId } from 'node:worker_threads';
   parentPort.on('message', (job) => {
     if (job === 'hang') for (;;);
     if (job === 'starve') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
     if (job === 'stand still') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     if (job === 'throw') return parentPort.postMessage({ error: 'no' });
     if (job === 'crash') throw new Error('crashed');
     if (job === 'exit') process.exit(1);
     if (job === 'hoard') { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); }
     parentPort.postMessage({ result: job + ' in ' + threadId });
   });`,
);

const accept = (value: unknown): Answer<string> => {
  if (typeof value === 'object' && value !== null && 'result' in value)
    return { result: String(value.result) };
  return { error: 'no' };
};

let pool: WorkerPool<string, string> | undefined;
const open = (size: number) => {
  pool = workerPool<string, string>(pathToFileURL(script), accept, size);
  return pool;
};
afterEach(() => pool?.close());

const result = async (outcome: Promise<{ result: string } | { stopped: true }>) => {
  const done = await outcome;
  return 'stopped' in done ? 'stopped' : done.result.replace(/ in .*/, '');
};

describe('a pool of threads', () => {
  it('runs jobs one after the other on the same thread', async () => {
    const threads = open(1);
    const done = await Promise.all(['a', 'b', 'c', 'd'].map((job) => threads.run(job, 30)));
    const names = new Set(
      done.map((outcome) => ('result' in outcome ? outcome.result.replace(/.* in /, '') : 'stopped')),
    );
    expect(names.size).toBe(1);
  });

  it('stops a job that hangs, and goes on', async () => {
    const threads = open(1);
    const jobs = [threads.run('a', 30), threads.run('hang', 0.3), threads.run('b', 30)];
    expect(await Promise.all(jobs.map(result))).toEqual(['a', 'stopped', 'b']);
  });

  it('waits for a job that gets little of the processor, but not for ever', async () => {
    const threads = open(1);
    // A thread that has only just started works as well.
    expect(await result(threads.run('a', 30))).toBe('a');
    expect(await result(threads.run('starve', 2))).toBe('starve');
    expect(await result(threads.run('stand still', 0.3))).toBe('stopped');
  });

  it('stops a job that takes all memory', async () => {
    const threads = open(1);
    expect(await result(threads.run('hoard', 60))).toBe('stopped');
    expect(await result(threads.run('a', 30))).toBe('a');
  });

  it.each(['throw', 'crash', 'exit'])('rejects when the worker itself is broken: %s', async (job) => {
    const threads = open(1);
    await expect(threads.run(job, 30)).rejects.toThrow();
    expect(await result(threads.run('a', 30))).toBe('a');
  });

  it('stops what runs and what waits when it is closed', async () => {
    const threads = open(1);
    const jobs = [threads.run('hang', 60), threads.run('b', 60)];
    await threads.close();
    expect(await Promise.all([...jobs, threads.run('c', 60)].map(result))).toEqual([
      'stopped',
      'stopped',
      'stopped',
    ]);
  });
});
