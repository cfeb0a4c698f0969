import { parentPort } from 'node:worker_threads';
import { type CompileJob, compileJob } from '../compile/job.ts';
import type { Answer } from '../platform/workers.ts';

/** The program of a compile thread: a job comes in, its result goes out as JSON, ready for the cache. */
parentPort?.on('message', async (jobs: readonly CompileJob[]) => {
  parentPort?.postMessage(await answer(jobs));
});

async function answer(jobs: readonly CompileJob[]): Promise<Answer<string[]>> {
  try {
    const result: string[] = [];
    for (const job of jobs) result.push(JSON.stringify(await compileJob(job)));
    return { result };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
