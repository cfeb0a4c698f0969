import { parentPort } from 'node:worker_threads';
import { type CompileJob, compileJob } from '../compile/job.ts';
import type { Answer } from '../platform/workers.ts';

/** The program of a compile thread: a job comes in, its result goes out as JSON, ready for the cache. */
parentPort?.on('message', (job: CompileJob) => {
  parentPort?.postMessage(answer(job));
});

function answer(job: CompileJob): Answer<string> {
  try {
    return { result: JSON.stringify(compileJob(job).source) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
