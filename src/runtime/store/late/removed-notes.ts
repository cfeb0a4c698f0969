import type { Core } from '../core.ts';
import { parseNote } from '../notes.ts';

/** Milliseconds after which no tab is expected to wake that knows an older value: 30 days. */
const LONG = 30 * 24 * 60 * 60 * 1000;

/**
 * Forgets which notes were removed, long ago: what says so keeps an older value from coming back, out of a tab that
 * slept. Both places must say it, so that neither has an older one.
 */
export async function forgetRemoved(core: Core): Promise<void> {
  const { around, local, notes, replica, since } = core;
  const removed = [...notes].flatMap(([name, text]): [key: string, text: string, name: string][] => {
    const note = parseNote(text);
    const isLongGone = note && note.value === undefined && note.at < around.now() - LONG;
    const key = `${since}note:${name}`;
    return isLongGone && local.get(key) === text ? [[key, text, name]] : [];
  });
  if (!replica || removed.length === 0) return;
  const there = await replica.get(removed.map(([key]) => key));
  const gone = removed.filter(([key, text, name]) => there.get(key) === text && notes.get(name) === text);
  await replica.change(
    [],
    gone.map(([key]) => key),
  );
  for (const [key, , name] of gone) {
    local.remove(key);
    notes.delete(name);
  }
}
