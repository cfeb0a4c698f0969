import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { type AssetFacts, assetFacts } from '../compile/assets.ts';
import type { Cache } from '../compile/cache.ts';
import type { CourseFolder } from '../platform/course-files.ts';

/** Videos may be larger than memory, so files are read in pieces; the first one holds an image's dimensions. */
const PIECE = 1024 * 1024;

/** A file of this size is not read again while its size and time of change are the same; smaller ones always are. */
export const LARGE = 1024 * 1024;

/** Clocks and file systems are coarse: a file that changed this shortly before it was read may change unseen. */
const RACY_MS = 3000;

/** Gives the facts of course files, each read once. `now` is the clock in milliseconds. */
export function readAssets(folder: CourseFolder, cache: Cache, now: number): (path: string) => AssetFacts {
  const entries = new Map(folder.list().map((entry) => [entry.path, entry]));
  return (path) => {
    const entry = entries.get(path);
    if (entry === undefined) throw new Error(`${path} is not a file of the course`);
    if (entry.bytes < LARGE) return readFacts(path, folder.locate(path));
    const key = `asset:${path}:${entry.bytes}:${entry.modified}`;
    const known = cache.get(key);
    if (known !== undefined) return JSON.parse(known);
    const facts = readFacts(path, folder.locate(path));
    if (now - entry.modified > RACY_MS) cache.set(key, JSON.stringify(facts));
    return facts;
  };
}

function readFacts(path: string, place: string): AssetFacts {
  const hash = createHash('sha256');
  const file = openSync(place, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    let head: Buffer | undefined;
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
      head ??= Buffer.from(piece.subarray(0, read));
    }
    const digest = hash.digest('hex');
    return assetFacts(path, head ?? Buffer.alloc(0), () => digest);
  } finally {
    closeSync(file);
  }
}
