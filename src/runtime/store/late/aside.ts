import { shortDigest } from '../../../model/digest.ts';
import { parseEvent } from '../../../model/parse-event.ts';
import type { Core, Unread } from '../core.ts';
import type { Replica } from '../replica.ts';
import { ASIDE, isOld, isReadable, kindOf, unpacked } from './keys.ts';

/** Whether nothing else stands in localStorage under a key; false where that cannot be seen. */
export function isFree({ around, base }: Core, key: string, text: string): boolean {
  try {
    return [null, text].includes(around.local().getItem(`${base}:${key}`));
  } catch {
    return false;
  }
}

/** Moves what cannot be read out of the way, where nothing overwrites it. Without room for the copy it stays where it is. */
export async function moveAside(core: Core): Promise<void> {
  const replica = core.replica;
  for (const key of core.unreadable) {
    const text = core.local.get(key);
    const isAside = text === undefined || isReadable(key, text) || asideHere(core, key, text);
    if (replica) await asideThere(replica, [key]);
    if (isAside) core.unreadable.delete(key);
  }
}

/** True when it stands aside. */
function asideHere(core: Core, key: string, text: string): boolean {
  const { local } = core;
  const place = placeOf(key, text);
  const kept = isFree(core, place, text) && local.set(place, text) === undefined;
  if (kept) local.remove(key);
  return kept;
}

/** In one transaction, so that what is removed is what was read. What can be read is left, or `removed`, too. */
async function asideThere(replica: Replica, keys: readonly string[], removed = false): Promise<void> {
  await replica.work('readwrite', (store) => {
    for (const key of keys) {
      whenRead(store, key, (text) => {
        if (text === undefined) return;
        if (!isReadable(key, text)) keepAside(store, key, text);
        else if (removed) store.delete(key);
      });
    }
  });
}

/** Moves a text aside, where nothing else stands. */
function keepAside(store: IDBObjectStore, key: string, text: string): void {
  const place = placeOf(key, text);
  whenRead(store, place, (other) => {
    if (other !== undefined && other !== text) return;
    store.put(text, place);
    store.delete(key);
  });
}

/** Writes to the replica what does not stand there; notes over older ones. */
export function addThere(replica: Replica, batch: readonly (readonly [string, string])[]): Promise<void> {
  return replica.work('readwrite', (store) => {
    for (const [key, text] of batch) {
      if (/(^|:)note:/.test(key)) store.put(text, key);
      else
        whenRead(store, key, (other) => {
          if (other === undefined) store.put(text, key);
        });
    }
  });
}

/** Goes on within the transaction. */
function whenRead(store: IDBObjectStore, key: string, use: (text: string | undefined) => void): void {
  const asked = store.get(key);
  asked.onsuccess = () => use(asked.result === undefined ? undefined : String(asked.result));
}

/** Each text has a place of its own: processes that have yet to hear of each other may meet different damage under one key. */
function placeOf(key: string, text: string): string {
  return `${ASIDE}${key}~${shortDigest(text)}`;
}

/** Takes back from aside what an older version could not read and this one can, and removes what a reset left. */
export async function tidy(core: Core): Promise<void> {
  const since = core.since;
  const original = (place: string) => place.slice(ASIDE.length).replace(/~\w+$/, '');
  const back = (key: string, text: string) =>
    key.startsWith(ASIDE) && kindOf(since, original(key)) !== undefined && isReadable(original(key), text);
  for (const key of core.local.keys()) {
    const text = core.local.get(key);
    if (text === undefined) continue;
    if (back(key, text)) {
      if (!isFree(core, original(key), text)) continue;
      core.put(original(key).slice(since.length), text);
      core.hear(original(key), text);
      core.local.remove(key);
    } else if (isOld(since, key)) {
      if (isReadable(key, text)) core.local.remove(key);
      else asideHere(core, key, text);
    }
  }
  const replica = core.replica;
  if (!replica) return;
  const keys = await replica.keys();
  for (const [key, text] of await replica.get(keys.filter((key) => key.startsWith(ASIDE)))) {
    if (!back(key, text)) continue;
    await addThere(replica, [[original(key), text]]);
    if ((await replica.get([original(key)])).get(original(key)) !== text) continue;
    await replica.change([], [key]);
    core.put(original(key).slice(since.length), text);
    core.hear(original(key), text);
  }
  const old = keys.filter((key) => isOld(since, key));
  await asideThere(replica, old, true);
}

/** Everything that this version cannot read, in either place. */
export async function unread(core: Core): Promise<readonly Unread[]> {
  // The two places may hold different texts under the same key.
  const found = new Map<string, Unread>();
  const keep = (key: string, text: string) => found.set(JSON.stringify([key, text]), { key, text });
  const add = (key: string, text: string) => {
    if (key.startsWith(ASIDE) || !isReadable(key, text)) keep(key.replace(ASIDE, ''), text);
    else if (/(^|:)(segment|arrival):/.test(key))
      unpacked(text)?.forEach((value, i) => {
        if (!parseEvent(value)) keep(`${key}#${i}`, JSON.stringify(value));
      });
  };
  for (const key of core.local.keys()) {
    const text = core.local.get(key);
    if (text !== undefined) add(key, text);
  }
  const replica = core.replica;
  if (replica) for (const [key, text] of await replica.get(await replica.keys())) add(key, text);
  return [...found.values()];
}
