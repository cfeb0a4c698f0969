import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Cache } from '../compile/cache.ts';
import type { CompileJob } from '../compile/job.ts';
import { type CompiledCourse, compileCourse } from '../compile/project.ts';
import type { CompileThreads } from '../compile/threads.ts';
import { describe } from '../lint/describe.ts';
import { lintAndProve } from '../lint/run.ts';
import type { QuestionSource } from '../load/source.ts';
import type { Diagnostic, Finding } from '../model/diagnostic.ts';
import type { CourseFiles } from '../model/files.ts';
import type { OutputFile } from '../model/output.ts';
import { digest } from '../platform/cache-store.ts';
import type { CourseFolder } from '../platform/course-files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { type Answer, workerPool } from '../platform/workers.ts';
import type { Proof } from '../proof/index.ts';
import { digestsOf, outcomes } from '../questions/registry.ts';
import { buildSite } from '../site/build.ts';
import { buildPortable, type Portable, type PortableOptions } from '../site/portable/build.ts';
import { pageQuestions } from '../site/sealed.ts';
import { readAssets } from './assets.ts';
import { readLengths } from './media-length.ts';
import { type BrowserFiles, base64, sha256 } from './site-parts.ts';
import { version } from './version.ts';

/** A course that was read, compiled and checked. */
export interface CheckedCourse {
  readonly folder: CourseFolder;
  readonly loaded: CompiledCourse;
  /** Everything that is wrong with it, as data. */
  readonly findings: readonly Finding[];
  /** The same in words, sorted; of very many of a kind the first. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was proved; undefined where the course could not be read as it was meant. */
  readonly proof: Proof | undefined;
  readonly cache: Cache;
}

/** Reads, compiles and checks a course folder. `progress` hears of the files that are done, as far as that is known. */
export async function checkCourse(
  folder: CourseFolder,
  cache: Cache,
  progress?: (done: number, total: number) => void,
): Promise<CheckedCourse> {
  const loaded = await readCourse(folder, cache, progress, readLengths(folder));
  const { findings, proof } = lintAndProve(loaded, undefined, Date.now());
  return { folder, loaded, findings, diagnostics: describe(findings, loaded.texts), proof, cache };
}

/** Reads and compiles a course, which need not lie on a disk; it is not checked. */
export async function readCourse(
  folder: CourseFiles,
  cache: Cache,
  progress?: (done: number, total: number) => void,
  mediaSeconds?: (path: string) => number | undefined,
): Promise<CompiledCourse> {
  const total = folder.list().filter(({ path }) => /\.(md|yaml)$/.test(path)).length;
  let done = 0;
  const threads = compileThreads((jobs) => {
    done += jobs;
    progress?.(done, total);
  });
  try {
    return await compileCourse(folder, {
      cache,
      digest,
      threads,
      outcomes: outcomesOf,
      digests: digestsOf,
      ...(mediaSeconds && { mediaSeconds }),
    });
  } finally {
    await threads.close();
  }
}

/** Whether a site may not be built from this: errors always stand in the way, warnings when asked to. */
export function isBlocked(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some(({ severity }) => strict || severity === 'error');
}

/** The files of the site of a course without errors, made as they are asked for. */
export function siteOf(
  checked: CheckedCourse,
  browser: BrowserFiles,
  devScript?: string,
): Iterable<OutputFile> {
  const { loaded } = checked;
  return buildSite(loaded, {
    ...surroundings(checked),
    ...browser,
    ...(devScript === undefined ? {} : { devScript }),
  });
}

/** What a site needs besides the course and the files for the browser. */
function surroundings({ folder, loaded, cache }: CheckedCourse) {
  return {
    version,
    asset: readAssets(folder, cache, Date.now()),
    text: (path: string) => new TextDecoder().decode(folder.read(path)),
    transcript: (path: string) => loaded.transcripts.get(path) ?? '',
    sha256,
    base64,
  };
}

/** The same as one file. `browser.portable` is its runtime. */
export function portableOf(
  checked: CheckedCourse,
  browser: BrowserFiles & { readonly portable: string },
  options: PortableOptions,
): Portable {
  const { folder, loaded } = checked;
  const sizes = new Map(folder.list().map(({ path, bytes }) => [path, bytes]));
  return buildPortable(
    loaded,
    { ...surroundings(checked), ...browser, read: folder.read, bytes: (path) => sizes.get(path) ?? 0 },
    options,
  );
}

function outcomesOf(source: QuestionSource): readonly number[] {
  const [question] = pageQuestions('', [source], (html) => html);
  return question === undefined ? [0, 1] : outcomes(question);
}

/** The threads that compile, and what hears of each batch that is done. */
function compileThreads(onDone: (jobs: number) => void): CompileThreads & { close(): Promise<void> } {
  const fromSources = fileURLToPath(import.meta.url).endsWith('.ts');
  const script = fromSources ? 'src/cli/compile-worker.ts' : 'dist/compile-worker.js';
  const pool = workerPool<readonly CompileJob[], readonly string[]>(
    pathToFileURL(join(packageRoot(), script)),
    asAnswer,
    Math.min(4, availableParallelism()),
  );
  return {
    size: pool.size,
    close: pool.close,
    async run(jobs, seconds) {
      const outcome = await pool.run(jobs, seconds);
      onDone(jobs.length);
      return outcome;
    },
  };
}

function asAnswer(value: unknown): Answer<readonly string[]> {
  if (typeof value === 'object' && value !== null) {
    if ('error' in value) return { error: String(value.error) };
    if ('result' in value && Array.isArray(value.result)) return { result: value.result.map(String) };
  }
  return { error: 'A compile thread gave an answer that makes no sense.' };
}
