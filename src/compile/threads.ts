import { type Compiled, type CompileJob, compileJob, type JobKind, stoppedJob } from './job.ts';
import { DEADLINE_SECONDS, isSuspicious } from './markdown/limits.ts';

/** Other threads, which can be stopped; `src/platform/workers.ts` makes them. */
export interface CompileThreads {
  readonly size: number;
  /** Compiles files in order and gives their results as JSON, or says that they were stopped. */
  run(
    jobs: readonly CompileJob[],
    seconds: number,
  ): Promise<{ readonly result: readonly string[] } | { readonly stopped: true }>;
}

/** From so many files on, starting threads costs less than it saves. */
const MANY = 250;
/** Files that a thread gets at once: few enough that all threads end together. */
const BATCH = 25;
/** Ordinary files take milliseconds; a batch that takes this long has a starved or broken thread. */
const BATCH_SECONDS = 30;

/** How many files of one run had to be stopped: shared by all its calls, and grows. */
export interface Patience {
  stopped: number;
}

export type Done<Kind extends JobKind> = {
  readonly value: Compiled[Kind];
  /** Its JSON; undefined for a job that was stopped, which is no fact about its text. */
  readonly json: string | undefined;
};

/**
 * Compiles files, in their order. Those that could take long are compiled where they can be stopped; many
 * are shared among threads; few ordinary ones are compiled here, since nothing is faster. Without threads all
 * are.
 */
export async function compileAll<Kind extends JobKind>(
  jobs: readonly CompileJob<Kind>[],
  threads: CompileThreads | undefined,
  patience: Patience,
): Promise<Done<Kind>[]> {
  if (threads === undefined) return inOrder(jobs, here);
  const results = new Map<CompileJob<Kind>, Done<Kind>>();
  const slow = jobs.filter((job) => isSuspicious(job.file.text));
  const plain = jobs.filter((job) => !isSuspicious(job.file.text));
  if (plain.length < MANY) for (const job of plain) results.set(job, await here(job));
  else await inBatches(plain, threads, results);
  await oneByOne(slow, threads, results, patience);
  return inOrder(jobs, async (job) => results.get(job) ?? here(job));
}

/** One after the other: they share one thread. */
async function inOrder<Job, Result>(
  jobs: readonly Job[],
  run: (job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const job of jobs) results.push(await run(job));
  return results;
}

async function here<Kind extends JobKind>(job: CompileJob<Kind>): Promise<Done<Kind>> {
  const value = await compileJob(job);
  return { value, json: JSON.stringify(value) };
}

function read<Kind extends JobKind>(json: string): Done<Kind> {
  const value: Compiled[Kind] = JSON.parse(json);
  return { value, json };
}

/** After so many files that had to be stopped, suspicious ones are no longer tried: a run stays below ten seconds. */
const MOST_STOPPED = 10;

/** What a stopped batch leaves undone is compiled here: only the clock says that ordinary files were slow. */
async function inBatches<Kind extends JobKind>(
  jobs: readonly CompileJob<Kind>[],
  threads: CompileThreads,
  results: Map<CompileJob<Kind>, Done<Kind>>,
): Promise<void> {
  const batches: CompileJob<Kind>[][] = [];
  for (let i = 0; i < jobs.length; i += BATCH) batches.push(jobs.slice(i, i + BATCH));
  await Promise.all(
    batches.map(async (batch) => {
      const outcome = await threads.run(batch, BATCH_SECONDS);
      if ('stopped' in outcome) return;
      batch.forEach((job, index) => {
        const json = outcome.result[index];
        if (json !== undefined) results.set(job, read(json));
      });
    }),
  );
}

const NOT_TRIED = { stopped: true } as const;

/**
 * Each with the deadline. Each file that was stopped halves the time of the next ones, so that a folder full of hostile
 * pages does not take minutes.
 */
async function oneByOne<Kind extends JobKind>(
  jobs: readonly CompileJob<Kind>[],
  threads: CompileThreads,
  results: Map<CompileJob<Kind>, Done<Kind>>,
  patience: Patience,
): Promise<void> {
  const waiting = [...jobs];
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { stopped } = patience;
      const seconds = stopped >= MOST_STOPPED ? 0 : Math.max(0.5, DEADLINE_SECONDS / 2 ** stopped);
      const outcome = seconds === 0 ? NOT_TRIED : await threads.run([job], seconds);
      const json = 'stopped' in outcome ? undefined : outcome.result[0];
      if (json !== undefined) {
        results.set(job, read(json));
        continue;
      }
      patience.stopped++;
      results.set(job, { value: stoppedJob(job, seconds), json: undefined });
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads.size, waiting.length) }, lane));
}
