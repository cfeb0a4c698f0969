import { assemble, type CourseParts } from '../load/assemble.ts';
import { SIZE_LIMITS } from '../load/decode.ts';
import { sourceKind } from '../load/folder.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import { readLock } from '../load/lock.ts';
import { readSource } from '../load/read-source.ts';
import { resolveRef } from '../load/resolve.ts';
import type { SourceFile } from '../load/source.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { CourseFiles } from '../model/files.ts';
import type { Cache } from './cache.ts';
import { type Compiled, type CompileJob, type JobKind, undecodable } from './job.ts';
import { checkPublished } from './published.ts';
import { type CompileThreads, compileAll, type Patience } from './threads.ts';

/** What compiling a course needs from outside. */
export interface CompileTools {
  readonly cache: Cache;
  /** A cryptographic digest in hexadecimal: two texts that an attacker chose must not share one. */
  readonly digest: (data: Uint8Array | string) => string;
  /** Threads for pages that might take too long, and for many pages. Without them everything runs in this one. */
  readonly threads?: CompileThreads;
  readonly outcomes?: CourseParts['outcomes'];
  readonly digests?: CourseParts['digests'];
  readonly mediaSeconds?: CourseParts['mediaSeconds'];
}

/** A course with all that its site needs from compiling. */
export interface CompiledCourse extends LoadedCourse {
  /** The compiled transcripts by path. */
  readonly transcripts: ReadonlyMap<string, string>;
  /** Pages, quizzes and transcripts that were compiled anew, by path; the others came from the cache. */
  readonly compiled: readonly string[];
}

/**
 * Reads and compiles a course folder: every page, quiz and transcript on its own and through the cache, then
 * joined. Never throws on what authors wrote: everything wrong is among the findings.
 */
export async function compileCourse(files: CourseFiles, tools: CompileTools): Promise<CompiledCourse> {
  const texts = new Map<string, SourceFile>();
  const findings: Finding[] = [];
  const compiled: string[] = [];
  const patience: Patience = { stopped: 0 };
  const entries = files.list();
  const readOne = (kind: 'course' | 'lock') => {
    const entry = entries.find(({ path }) => sourceKind(path) === kind);
    if (entry === undefined) return undefined;
    const decoded = readSource(files, entry.path, SIZE_LIMITS[kind]);
    texts.set(entry.path, decoded.file);
    findings.push(...decoded.findings);
    return decoded.ok ? decoded.file : undefined;
  };
  const compile = <Kind extends JobKind>(kind: Kind, paths: readonly string[], limit: number) =>
    compileFiles(kind, paths, limit, files, tools, { texts, compiled, patience, findings });
  const paths = (kind: ReturnType<typeof sourceKind>) =>
    entries.filter(({ path }) => sourceKind(path) === kind).map(({ path }) => path);

  const course = readOne('course');
  const locked = readOne('lock');
  const [glossary] = await compile('glossary', paths('glossary'), SIZE_LIMITS.glossary);
  const pages = await compile('page', paths('module'), SIZE_LIMITS.module);
  const quizzes = await compile('quiz', paths('quiz'), SIZE_LIMITS.quiz);
  const loaded = assemble({
    course,
    ...(locked !== undefined && { lock: readLock(locked) }),
    pages,
    quizzes,
    glossary,
    files: entries,
    refused: files.refused(),
    texts,
    findings,
    ...(tools.outcomes !== undefined && { outcomes: tools.outcomes }),
    ...(tools.digests !== undefined && { digests: tools.digests }),
    ...(tools.mediaSeconds !== undefined && { mediaSeconds: tools.mediaSeconds }),
  });
  const before = findings.length;
  const transcripts = await compile('transcript', transcriptPaths(loaded), SIZE_LIMITS.module);
  return {
    ...loaded,
    transcripts: new Map(transcripts.map(({ file, html }) => [file, html])),
    compiled,
    findings: [
      ...loaded.findings,
      ...findings.slice(before),
      ...checkPublished(loaded, files),
      ...transcripts.flatMap((transcript) => transcript.findings),
    ],
  };
}

/** The files that pages name as transcripts, each once; lint reports those that are not there. */
function transcriptPaths(loaded: LoadedCourse): string[] {
  const paths = new Set<string>();
  for (const source of [...loaded.pages.values(), ...loaded.quizzes.values()]) {
    for (const ref of source.refs) {
      if (ref.kind !== 'transcript') continue;
      const to = resolveRef(loaded, source.file, ref);
      if (to.type === 'asset') paths.add(to.path);
    }
  }
  return [...paths].sort();
}

async function compileFiles<Kind extends JobKind>(
  kind: Kind,
  paths: readonly string[],
  limit: number,
  files: CourseFiles,
  tools: CompileTools,
  sink: {
    readonly texts: Map<string, SourceFile>;
    readonly compiled: string[];
    readonly patience: Patience;
    readonly findings: Finding[];
  },
): Promise<Compiled[Kind][]> {
  const results = new Map<string, Compiled[Kind]>();
  const missing: { readonly key: string; readonly job: CompileJob<Kind> }[] = [];
  for (const path of paths) {
    const decoded = readSource(files, path, limit);
    sink.texts.set(path, decoded.file);
    if (decoded.bytes === undefined || !decoded.ok) {
      results.set(path, undecodable(kind, path, decoded.findings));
      continue;
    }
    sink.findings.push(...decoded.findings);
    const key = `${kind}:${path}:${tools.digest(decoded.bytes)}`;
    const known = tools.cache.get(key);
    if (known === undefined) missing.push({ key, job: { kind, file: decoded.file } });
    else results.set(path, JSON.parse(known));
  }
  const done = await compileAll(
    missing.map(({ job }) => job),
    tools.threads,
    sink.patience,
  );
  missing.forEach(({ key, job }, index) => {
    const result = done[index];
    if (result === undefined) return;
    sink.compiled.push(job.file.path);
    results.set(job.file.path, result.value);
    if (result.json !== undefined) tools.cache.set(key, result.json);
  });
  return paths.flatMap((path) => results.get(path) ?? []);
}
