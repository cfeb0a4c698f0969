import { parentPort } from 'node:worker_threads';
import { type CompileJob, compileJob } from '../compile/job.ts';
import type { Answer } from '../platform/workers.ts';

/** The program of a compile thread: a job comes in, its result goes out as JSON, ready for the cache. */
parentPort?.on('message', (jobs: readonly CompileJob[]) => {
  parentPort?.postMessage(answer(jobs));
});

function answer(jobs: readonly CompileJob[]): Answer<string[]> {
  try {
    return { result: jobs.map((job) => JSON.stringify(compileJob(job))) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
