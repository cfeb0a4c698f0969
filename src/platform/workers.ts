import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { errorCode } from '../model/error-code.ts';

/** What became of a job: its result, or the news that it had to be stopped (too slow, out of memory). */
export type Outcome<Result> = { readonly result: Result } | { readonly stopped: true };

/** Threads that run one kind of job, each thread one job at a time. They start with their first job. */
export interface WorkerPool<Job, Result> {
  /**
   * Runs a job, and stops its thread when it takes longer than `seconds` of work: on a busy machine, which leaves this process
   * little of the processor, that may be up to ten times as long by the clock. Rejects only when the worker is broken.
   */
  run(job: Job, seconds: number): Promise<Outcome<Result>>;
  /** Ends all threads; jobs that still run or wait are stopped. */
  close(): Promise<void>;
  readonly size: number;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly seconds: number;
  readonly done: (outcome: Outcome<Result>) => void;
  readonly fail: (error: unknown) => void;
}

/** A worker answers each message with one of these. */
export type Answer<Result> = { readonly result: Result } | { readonly error: string };

/** Megabytes of heap that a job may use before its thread is ended. */
const HEAP = { old: 1024, young: 64 };

/** By the clock a job may take so many times its seconds, where the processor is busy with other things. */
const PATIENCE = 10;

/** Seconds that this process has had of the processor: at least as many as any of its threads. */
function work(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Makes a pool.
 *
 * @param script the worker's program: it answers each `message` with an `Answer`
 * @param accept checks and types what came back from the thread
 * @param size how many threads at most; default one for each core but the first, at least one
 */
export function workerPool<Job, Result>(
  script: URL,
  accept: (value: unknown) => Answer<Result>,
  size: number = Math.max(1, Math.min(4, availableParallelism() - 1)),
): WorkerPool<Job, Result> {
  const queue: Waiting<Job, Result>[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  const start = (): Worker => {
    const worker = thread(script);
    // A pool that nobody closed must not keep the process alive.
    worker.unref();
    all.add(worker);
    return worker;
  };

  const next = (): void => {
    if (queue.length === 0 || closed) return;
    const worker = idle.pop() ?? (all.size < size ? start() : undefined);
    const waiting = worker === undefined ? undefined : queue.shift();
    if (worker === undefined || waiting === undefined) return;
    begin(worker, waiting);
  };

  const begin = (worker: Worker, { job, seconds, done, fail }: Waiting<Job, Result>): void => {
    worker.ref();
    let settled = false;
    const end = (keep: boolean): boolean => {
      if (settled) return false;
      settled = true;
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (keep) {
        worker.unref();
        idle.push(worker);
      } else {
        all.delete(worker);
        // Errors of a thread that is being ended concern nobody.
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      return true;
    };
    const worked = work();
    const started = performance.now() / 1000;
    const check = () => {
      const left = Math.min(
        worked + seconds - work(),
        started + seconds * PATIENCE - performance.now() / 1000,
      );
      if (left > 0) {
        timer = setTimeout(check, Math.max(left, 0.05) * 1000);
        return;
      }
      if (end(false)) done({ stopped: true });
      next();
    };
    let timer = setTimeout(check, seconds * 1000);
    const onMessage = (message: unknown): void => {
      if (!end(true)) return;
      const answer = accept(message);
      if ('error' in answer) fail(new Error(answer.error));
      else done({ result: answer.result });
      next();
    };
    const onError = (error: unknown): void => {
      if (!end(false)) return;
      if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') done({ stopped: true });
      else fail(error);
      next();
    };
    const onExit = (): void => {
      if (!end(false)) return;
      if (closed) done({ stopped: true });
      else fail(new Error('A compile thread ended before its job was done.'));
      next();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  };

  return {
    size,
    run: (job, seconds) =>
      new Promise((done, fail) => {
        if (closed) {
          done({ stopped: true });
          return;
        }
        queue.push({ job, seconds, done, fail });
        next();
      }),
    close: async () => {
      closed = true;
      for (const { done } of queue.splice(0)) done({ stopped: true });
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function thread(script: URL): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: HEAP.old, maxYoungGenerationSizeMb: HEAP.young };
  if (!script.pathname.endsWith('.ts')) return new Worker(script, { resourceLimits });
  // From sources, as in tests: Node 20 reads no TypeScript, and a thread does not inherit its parent's loader.
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const program = `import(${JSON.stringify(loader)}).then(({ tsImport }) => tsImport(${JSON.stringify(script.href)}, ${JSON.stringify(script.href)}))`;
  return new Worker(program, { eval: true, resourceLimits });
}
