import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { type AssetFacts, assetFacts } from '../compile/assets.ts';
import type { Cache } from '../compile/cache.ts';
import type { CourseFolder } from '../platform/course-files.ts';

/** Videos may be larger than memory, so files are read in pieces; the first one holds an image's dimensions. */
const PIECE = 1024 * 1024;

/** Gives the facts of course files: from the cache while size and time of change are the same, else from the bytes. */
export function readAssets(folder: CourseFolder, cache: Cache): (path: string) => AssetFacts {
  const entries = new Map(folder.list().map((entry) => [entry.path, entry]));
  return (path) => {
    const entry = entries.get(path);
    if (entry === undefined) throw new Error(`${path} is not a file of the course`);
    const key = `asset:${path}:${entry.bytes}:${entry.modified}`;
    const known = cache.get(key);
    if (known !== undefined) return JSON.parse(known);
    const facts = readFacts(path, folder.locate(path));
    cache.set(key, JSON.stringify(facts));
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
