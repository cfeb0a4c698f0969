import { parseEvent } from '../../../model/parse-event.ts';
import type { Core, Unread } from '../core.ts';
import type { Replica } from '../replica.ts';
import { ASIDE, isOld, isReadable, kindOf, unpacked } from './keys.ts';

/** Moves what cannot be read out of the way, where nothing overwrites it. Without room for the copy it stays where it is. */
export async function moveAside(core: Core): Promise<void> {
  const replica = core.replica();
  for (const key of core.unreadable) {
    const text = core.local.get(key);
    const isAside = text === undefined || isReadable(key, text) || asideHere(core, key, text);
    if (replica) await asideThere(replica, [key]);
    if (isAside) core.unreadable.delete(key);
  }
}

/** True when it stands aside. */
function asideHere({ local }: Core, key: string, text: string): boolean {
  const kept =
    local.set(
      placeFor(key, text, (place) => local.get(place)),
      text,
    ) === undefined;
  if (kept) local.remove(key);
  return kept;
}

async function asideThere(replica: Replica, keys: readonly string[]): Promise<void> {
  for (const [key, text] of await replica.get(keys)) {
    if (isReadable(key, text)) continue;
    const places = new Map((await replica.keys()).map((place) => [place, '']));
    const taken = await replica.get([...places.keys()].filter((place) => place.startsWith(ASIDE + key)));
    await replica.change([[placeFor(key, text, (place) => taken.get(place)), text]], [key]);
  }
}

function placeFor(key: string, text: string, get: (place: string) => string | undefined): string {
  let place = ASIDE + key;
  for (let i = 2; ![undefined, text].includes(get(place)); i++) place = `${ASIDE}${key}~${i}`;
  return place;
}

/** Takes back from aside what an older version could not read and this one can, and removes what a reset left. */
export async function tidy(core: Core): Promise<void> {
  const since = core.since();
  const original = (place: string) => place.slice(ASIDE.length).replace(/~\d+$/, '');
  const back = (key: string, text: string) =>
    key.startsWith(ASIDE) && kindOf(since, original(key)) !== undefined && isReadable(original(key), text);
  for (const key of core.local.keys()) {
    const text = core.local.get(key);
    if (text === undefined) continue;
    if (back(key, text)) {
      core.put(original(key).slice(since.length), text);
      core.hear(original(key), text);
      core.local.remove(key);
    } else if (isOld(since, key)) {
      if (isReadable(key, text)) core.local.remove(key);
      else asideHere(core, key, text);
    }
  }
  const replica = core.replica();
  if (!replica) return;
  const keys = await replica.keys();
  for (const [key, text] of await replica.get(keys.filter((key) => key.startsWith(ASIDE)))) {
    if (!back(key, text)) continue;
    await replica.change([[original(key), text]], [key]);
    core.put(original(key).slice(since.length), text);
    core.hear(original(key), text);
  }
  const old = keys.filter((key) => isOld(since, key));
  await asideThere(replica, old);
  await replica.change([], old);
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
  const replica = core.replica();
  if (replica) for (const [key, text] of await replica.get(await replica.keys())) add(key, text);
  return [...found.values()];
}
