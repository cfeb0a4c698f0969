import type { StoragePart } from '../core.ts';
import { list, take, undo } from './arrivals.ts';
import { unread } from './aside.ts';
import { compact } from './compaction.ts';
import { mend } from './mend.ts';
import { persist } from './persist.ts';
import { forgetRemoved } from './removed-notes.ts';
import { reset } from './reset.ts';

/** Of two tabs that pack at the same time one waits for the next time, where the browser lets them agree. */
function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  return locks
    .request(`${name} packing`, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    .then(() => {});
}

export const storagePart: StoragePart = (core) => ({
  compact: () =>
    alone(core.base, async () => {
      await compact(core);
      await forgetRemoved(core);
    }),
  mend: () => mend(core),
  take: (entries, from, notes) => take(core, entries, from, notes),
  arrivals: () => list(core),
  undo: (id, follows) => undo(core, id, follows),
  unread: () => unread(core),
  reset: () => reset(core),
  persist: () => persist(core),
});
