import { createHash } from 'node:crypto';
import type { Cache } from '../../compile/cache.ts';
import type { CourseFolder } from '../../platform/course-files.ts';
import { type FileStamp, stampFolder } from '../../platform/stamp.ts';
import { LARGE } from '../assets.ts';
import type { BuildSummary } from './summary.ts';

/** A build that found nothing wrong: what it was made from, what it made, and how that looked on the disk. */
interface Remembered {
  readonly inputs: string;
  readonly site: readonly FileStamp[];
  readonly summary: BuildSummary;
}

/**
 * A digest of all that a site is made from besides the tool, whose version the cache looks after: paths and
 * bytes of the course's files. Large ones count by size and time of change, as their facts do.
 */
export function inputsDigest(folder: CourseFolder): string {
  const hash = createHash('sha256');
  const add = (text: string) => hash.update(`${Buffer.byteLength(text)}:${text}\n`);
  const unreadable = new Set(folder.refused().map(({ path }) => path));
  for (const { path, bytes, modified } of folder.list()) {
    add(path);
    if (bytes >= LARGE || unreadable.has(path)) add(`${bytes} ${modified}`);
    else add(createHash('sha256').update(folder.read(path)).digest('hex'));
  }
  for (const { path, reason } of folder.refused()) add(`${path} ${reason}`);
  return hash.digest('hex');
}

/** The summary of the last build into `site`, when it was made from the same inputs and nobody touched it since. */
export function lastBuild(cache: Cache, site: string, inputs: string): BuildSummary | undefined {
  const text = cache.get(`built:${site}`);
  if (text === undefined) return undefined;
  const last: Remembered = JSON.parse(text);
  if (last.inputs !== inputs) return undefined;
  return JSON.stringify(stampFolder(site)) === JSON.stringify(last.site) ? last.summary : undefined;
}

/** Remembers a build that found nothing wrong. */
export function rememberBuild(cache: Cache, site: string, inputs: string, summary: BuildSummary): void {
  const remembered: Remembered = { inputs, site: stampFolder(site), summary };
  const text = JSON.stringify(remembered);
  if (cache.get(`built:${site}`) !== text) cache.set(`built:${site}`, text);
}
