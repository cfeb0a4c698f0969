import type { Core } from '../core.ts';
import { tidy } from './aside.ts';

/**
 * Forgets everything: from now on keys carry the name of this reset, and what does not is ignored, wherever it is still
 * found; then it is removed. Rejects, and forgets nothing, where neither place takes that name.
 */
export async function reset(core: Core): Promise<void> {
  const { around, local } = core;
  const replica = core.replica;
  // Clocks may have been set back since the last one: a longer name is a later one.
  const next = `${String(around.now()).padStart(16, '0')}-${around.random()}`;
  const reset = next > core.cleared ? next : core.cleared + around.random();
  const key = `since:${reset}:note:profile`;
  const text = JSON.stringify({ at: 0, value: around.random() });
  const here = local.set(key, text) === undefined;
  let failure: unknown;
  const there = await replica?.change([[key, text]], []).then(
    () => true,
    (error: unknown) => {
      failure = error;
      return false;
    },
  );
  // It may have been written all the same, if only reading it failed.
  if (!here && !there) local.remove(key);
  if (!here && !there) throw new Error('The browser does not let progress be deleted.', { cause: failure });
  core.hear(key, text);
  core.put('note:profile', text);
  // What is still found counts no more: the next page tidies up what this one cannot.
  await tidy(core).catch((error: unknown) => console.warn('Coursewright:', error));
}
