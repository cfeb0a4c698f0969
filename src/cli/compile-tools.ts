import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AssetFacts, assetFacts } from '../compile/assets.ts';
import { type Cache, memoryCache } from '../compile/cache.ts';
import type { CompileJob } from '../compile/job.ts';
import type { CompileTools } from '../compile/project.ts';
import { cacheFolder, digest, openCacheStore, toolFingerprint } from '../platform/cache-store.ts';
import type { CourseFolder } from '../platform/course-files.ts';
import { packageRoot } from '../platform/package-root.ts';
import { type Answer, workerPool } from '../platform/workers.ts';
import { version } from './version.ts';

/** Everything that compiling a folder needs, with its effects. */
export interface OpenTools {
  readonly tools: CompileTools & { readonly cache: Cache };
  /** The facts of a listed file; each file is read once. */
  asset(path: string): AssetFacts;
  /** Writes the cache to the disk. Call it when the work is done. */
  save(): void;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Opens cache and threads for a course folder. The threads start when a page needs them.
 *
 * @param remember false for `--no-cache`: nothing is read from the disk or written to it
 */
export function openTools(folder: CourseFolder, remember: boolean): OpenTools {
  const place = remember ? cacheFolder() : undefined;
  const store =
    place === undefined ? undefined : openCacheStore(folder.root, place, toolFingerprint(version));
  const cache = store ?? memoryCache();
  const pool = workerPool<readonly CompileJob[], readonly string[]>(
    workerScript(),
    accept,
    Math.min(4, Math.max(1, availableParallelism())),
  );
  return {
    tools: { cache, digest, threads: pool },
    asset: assetReader(folder, cache),
    save: () => store?.save(),
    close: () => pool.close(),
  };
}

/** A larger file is not read again when its size and time say that it is the same. */
const LARGE = 1024 * 1024;

/** Clocks and file systems are coarse: a file that changed this shortly before it was read may change unseen. */
const RACY_MILLISECONDS = 3000;

function assetReader(folder: CourseFolder, cache: Cache): (path: string) => AssetFacts {
  const entries = new Map(folder.list().map((entry) => [entry.path, entry]));
  const known = new Map<string, AssetFacts>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const entry = entries.get(path);
    const key = entry === undefined ? undefined : `asset:${path}:${entry.bytes}:${entry.modified}`;
    const isLarge = entry !== undefined && entry.bytes >= LARGE;
    const stored = isLarge && key !== undefined ? cache.get(key) : undefined;
    const facts: AssetFacts =
      stored === undefined ? assetFacts(path, folder.read(path), digest) : JSON.parse(stored);
    known.set(path, facts);
    const settled = entry !== undefined && Date.now() - entry.modified > RACY_MILLISECONDS;
    if (isLarge && settled && key !== undefined && stored === undefined)
      cache.set(key, JSON.stringify(facts));
    return facts;
  };
}

/** The bundled thread program, or its source when the tool runs from sources. */
function workerScript(): URL {
  const root = packageRoot();
  const source = join(root, 'src', 'cli', 'compile-worker.ts');
  const bundled = join(root, 'dist', 'compile-worker.js');
  const fromSource = import.meta.url.endsWith('.ts') && existsSync(source);
  return pathToFileURL(fromSource ? source : bundled);
}

function accept(value: unknown): Answer<readonly string[]> {
  if (typeof value === 'object' && value !== null) {
    if ('error' in value && typeof value.error === 'string') return { error: value.error };
    if ('result' in value && isTexts(value.result)) return { result: value.result };
  }
  return { error: 'A compile thread gave an answer of an unknown kind.' };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
