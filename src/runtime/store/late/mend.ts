import { profileOf } from '../../../model/events.ts';
import type { Core } from '../core.ts';
import { addThere, isFree, moveAside, tidy } from './aside.ts';
import { ASIDE, kindOf } from './keys.ts';

/**
 * Brings both places and the page to the union of what they hold: one of them may have been out of order, or emptied
 * while the page was open. What a place holds in a segment is not written to it again one by one.
 */
export async function mend(core: Core): Promise<void> {
  const { local, outbox } = core;
  const replica = core.replica;
  await moveAside(core);
  await tidy(core);
  const since = core.since;
  const isKept = (key: string) => key.startsWith(ASIDE) || kindOf(since, key) !== undefined;
  const there = new Set(((await replica?.keys()) ?? []).filter(isKept));
  const wanted = [...there].filter((key) => kindOf(since, key) === 'note' || local.get(key) === undefined);
  const found = (await replica?.get(wanted)) ?? new Map<string, string>();
  if (since !== core.since) return;
  core.nameProfile();
  sayNames(core);

  const idsOf = (key: string): Iterable<string> => {
    const kind = kindOf(since, key);
    if (kind === 'event') return [key.slice(since.length + kind.length + 1)];
    return kind === 'segment' ? (core.known.get(key)?.keys() ?? []) : [];
  };
  const here = new Set(local.keys().filter(isKept));
  const [held, heldThere] = [here, there].map((keys) => new Set([...keys].flatMap((key) => [...idsOf(key)])));
  const isMissing = (key: string, ids = new Set<string>()) => {
    const own = [...idsOf(key)];
    return !core.unreadable.has(key) && !(own.length > 0 && own.every((id) => ids.has(id)));
  };
  for (const [key, text] of found)
    if (kindOf(since, key) !== 'note' && !here.has(key) && isMissing(key, held) && isFree(core, key, text))
      local.set(key, text);
  // Not in the outbox: what waits there is written over what stands in the replica by then.
  const missing = new Map<string, string>();
  for (const key of here) {
    const text = there.has(key) ? undefined : local.get(key);
    if (text !== undefined && !outbox.has(key) && isMissing(key, heldThere)) missing.set(key, text);
  }
  for (const [name, text] of core.notes) {
    const key = `${since}note:${name}`;
    if (local.get(key) !== text) local.set(key, text);
    if (found.get(key) !== text) outbox.set(key, text);
  }
  const isNowhere = (key: string) => !here.has(key) && !there.has(key);
  for (const [id, event] of core.events)
    if (core.own.has(id) && !held?.has(id) && !heldThere?.has(id)) core.write(event);
  for (const [key, text] of core.arrivals) if (isNowhere(key)) core.put(key.slice(since.length), text);
  for (const key of core.known.keys())
    if (kindOf(since, key) === 'undone' && isNowhere(key))
      core.put(key.slice(since.length), [...core.dropped].join(' '));
  const batch = [...missing, ...outbox];
  if (batch.length === 0 || !replica) return;
  await addThere(replica, batch);
  for (const [key, text] of batch) if (outbox.get(key) === text) outbox.delete(key);
  core.confirm(batch);
}

/** Says that what tabs did under names of their own, before they agreed on one, is of one browser profile. */
function sayNames({ events, name, own, record }: Core): void {
  const names = new Set<string>();
  for (const [id, event] of events) if (own.has(id)) names.add(profileOf(event));
  for (const event of events.values())
    if (event.type === 'aliased' && profileOf(event) === name) names.delete(event.profile);
  for (const profile of names) if (profile !== name) record({ type: 'aliased', profile });
}
