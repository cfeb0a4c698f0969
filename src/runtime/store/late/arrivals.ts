import { eventId } from '../../../model/events.ts';
import type { Core } from '../core.ts';
import type { Packed } from '../segment.ts';
import { isPackable } from './keys.ts';
import { pack } from './pack.ts';

/** Takes in what a file held as an entry of its own. What this profile has anyway is not held twice. */
export function take(core: Core, entries: readonly unknown[], from: string): void {
  const events = new Map<string, Packed>();
  for (const entry of entries) {
    if (!isPackable(entry)) continue;
    const id = eventId({ device: String(entry.device), n: entry.n });
    if (!core.own.has(id)) events.set(id, entry);
  }
  if (events.size === 0) return;
  const about = { at: core.around.now(), n: core.highest(), from };
  const key = `${core.since()}arrival:${core.around.random()}`;
  const text = pack([...events.values()], about);
  core.put(key, text);
  core.hear(key, text);
}

/**
 * Takes an arrival back. That it was undone is an entry of its own, which outlives it: whatever place, or other tab,
 * still has the arrival leaves it alone from then on.
 */
export async function undo(core: Core, id: string): Promise<void> {
  const arrival = core.arrivals.get(id);
  if (!arrival) return;
  const since = core.since();
  const key = `${since}undone:${id}:${arrival.n}:${core.highest()}`;
  core.put(key, '1');
  core.hear(key, '1');
  core.local.remove(`${since}arrival:${id}`);
  await core.replica()?.change([[key, '1']], [`${since}arrival:${id}`]);
}
