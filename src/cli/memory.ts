import { type Cache, memoryCache } from '../compile/cache.ts';
import { cacheFolder, openCacheStore, toolFingerprint } from '../platform/cache-store.ts';
import { version } from './version.ts';

/** What a command keeps from one run to the next. */
export interface Memory {
  readonly cache: Cache;
  /** Writes what is new to the disk, where there is a place for it. */
  save(): void;
}

/** The memory of a course: on the disk, or, without `keep`, for this process only. */
export function openMemory(root: string, keep: boolean): Memory {
  const place = keep ? cacheFolder() : undefined;
  if (place === undefined) return { cache: memoryCache(), save: () => undefined };
  const store = openCacheStore(root, place, toolFingerprint(version));
  return { cache: store, save: () => store.save() };
}
