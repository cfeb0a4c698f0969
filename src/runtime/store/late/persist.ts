import type { Core } from '../core.ts';

/**
 * Asks the browser once to keep progress when disk space gets short, where that asks nobody: Firefox asks the learner,
 * who has a button for it. Kept as the note `persist`: whether the browser promised it.
 */
export async function persist({ keep, note }: Core): Promise<void> {
  if (note('persist') !== undefined) return;
  // Before the answer is there, so that it is asked once.
  keep('persist', false);
  const storage = globalThis.navigator?.storage;
  if (storage && (await (CSS.supports('-moz-appearance', 'none') ? storage.persisted() : storage.persist())))
    keep('persist', true);
}
