import { type Event, eventId, type Fact } from '../../model/events.ts';
import { isFields } from '../../model/fields.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { compareStamps } from '../../path/state.ts';
import { localEntries } from './entries.ts';
import { openReplica, type Replica } from './replica.ts';

/** What the store needs from the browser; tests hand in their own. */
export interface Surroundings {
  readonly local: () => Storage;
  readonly database: () => IDBFactory;
  /** To other tabs, for what localStorage cannot tell them. May throw where the browser refuses. */
  readonly channel: (name: string) => BroadcastChannel;
  readonly now: () => number;
  /** A new random name of a few letters and digits. */
  readonly random: () => string;
}

/** `merged`: events from another tab, a file or the replica. `trouble`: where they are kept has changed. */
export type Change = 'recorded' | 'merged' | 'reset' | 'trouble';

/** `refused`: the browser keeps nothing for this page. `full`: it has no room left. */
export type Trouble = 'refused' | 'full';

const EVENT = 'event:';
const ASIDE = 'aside:';
const NOTE = 'note:';
const RESET = 'reset';

/** Counters above this come from damaged or hostile files: following them would leave no room to count on. */
const HIGHEST = 2 ** 39;

/** Longer than any healthy IndexedDB takes to open; a page must not wait for a broken one for ever. */
const PATIENCE = 2000;

/**
 * A learner's progress in one course: a grow-only set of events, each under a key of its own in
 * localStorage and again in IndexedDB, so that tabs cannot overwrite each other and a killed browser loses
 * nothing. Every page load names its events with a device id of its own (`profile-page`): two tabs that
 * write at the same moment never use the same name. Notes (drafts, settings) are last-write-wins values.
 */
export interface Store {
  /** Settles when the replica was read, or given up: before that the set may not be complete. */
  readonly ready: Promise<void>;
  /** All events in the order of a merge: by counter, then by device. */
  events(): readonly Event[];
  /** Why progress lives in this page's memory only; undefined while some place on the disk keeps it. */
  trouble(): Trouble | undefined;
  onChange(listener: (change: Change, added: readonly Event[]) => void): void;
  /** Adds what the learner just did. */
  record(fact: Fact): Event;
  /** Adds events that were recorded elsewhere and gives those that are new. */
  merge(events: Iterable<Event>): readonly Event[];
  /** Those of the events that are not here yet. */
  unknown(events: readonly Event[]): readonly Event[];
  /** Forgets everything about this course on this device; what was moved aside stays. */
  reset(): Promise<void>;
  /** A value kept under a name; undefined when there is none, or none that can be read. */
  note(name: string): unknown;
  /** Keeps a value under a name; undefined removes it. */
  keep(name: string, value: string | number | boolean | object | undefined): void;
  /** Reads localStorage again: a page that slept may have missed events of other tabs, and a reset. */
  refresh(): void;
  /** Another tab wrote to localStorage. `key` is the whole key. */
  heard(key: string | null, value: string | null): void;
}

/** Opens the store of a course: what localStorage holds is there at once, the rest when it is `ready`. */
export function openStore(course: string, around: Surroundings): Store {
  const prefix = `course:${course}:`;
  const local = localEntries(prefix, around.local);
  const channel = openChannel(() => around.channel(prefix));
  const events = new Map<string, Event>();
  const notes = new Map<string, string>();
  const listeners: ((change: Change, added: readonly Event[]) => void)[] = [];
  /** The events in order; undefined when one came in since. */
  let sorted: readonly Event[] | undefined;
  let highest = 0;
  let localTrouble: Trouble | undefined = local ? undefined : 'refused';
  let replica: Replica | undefined;
  /** Undefined until it is known. */
  let replicaWorks: boolean | undefined;
  /** The last reset that this page knows of. */
  let cleared = local?.get(RESET);

  readLocal();
  const device = `${profile()}-${around.random()}`;
  channel?.addEventListener('message', ({ data }) => hear(data));
  const ready = readReplica();

  return {
    ready,
    trouble,
    merge,
    reset,
    note,
    keep,
    heard,
    events() {
      sorted ??= [...events.values()].sort(compareStamps);
      return sorted;
    },
    onChange: (listener) => void listeners.push(listener),
    record(fact) {
      const event: Event = { ...fact, device, n: highest + 1, at: around.now() };
      adopt(event);
      write([event]);
      tell('recorded', [event]);
      return event;
    },
    unknown: (found) => found.filter((event) => !events.has(eventId(event))),
    refresh() {
      const reset = local?.get(RESET);
      if (reset !== undefined) hearReset(reset);
      const added = readLocal();
      if (added.length > 0) tell('merged', added);
    },
  };

  function trouble(): Trouble | undefined {
    return replicaWorks === false ? localTrouble : undefined;
  }

  function tell(change: Change, added: readonly Event[]): void {
    for (const listener of listeners) listener(change, added);
  }

  function merge(found: Iterable<Event>): readonly Event[] {
    const added = [...found].filter(adopt);
    if (added.length > 0) {
      write(added);
      tell('merged', added);
    }
    return added;
  }

  async function reset(): Promise<void> {
    forget();
    for (const key of local?.keys() ?? []) {
      if (!key.startsWith(ASIDE)) local?.remove(key);
    }
    if (replica)
      await replica.remove([...(await replica.all()).keys()].filter((key) => !key.startsWith(ASIDE)));
    const name = `${around.now()}-${around.random()}`;
    local?.set(RESET, name);
    channel?.postMessage(RESET + name);
    hearReset(name);
  }

  function note(name: string): unknown {
    return parseNote(notes.get(name))?.value;
  }

  function keep(name: string, value: string | number | boolean | object | undefined): void {
    const text = JSON.stringify({ at: around.now(), value });
    notes.set(name, text);
    put([[NOTE + name, text]]);
  }

  function heard(key: string | null, value: string | null): void {
    if (key === null || value === null || !key.startsWith(prefix)) return;
    const rest = key.slice(prefix.length);
    if (rest === RESET) hearReset(value);
    else if (rest.startsWith(NOTE)) notes.set(rest.slice(NOTE.length), value);
    else if (rest.startsWith(EVENT)) hear(value);
  }

  function hear(data: unknown): void {
    if (typeof data !== 'string') return;
    if (data.startsWith(RESET)) {
      hearReset(data.slice(RESET.length));
      return;
    }
    const event = readEvent(data);
    if (event && adopt(event)) tell('merged', [event]);
  }

  /** Each reset counts once, whichever way it is heard of: what was done since stays. */
  function hearReset(name: string): void {
    if (name === cleared) return;
    cleared = name;
    forget();
    tell('reset', []);
  }

  /** The counter goes on: a name that an exported file carries must not be given again. */
  function forget(): void {
    events.clear();
    sorted = undefined;
    notes.clear();
  }

  /** True when the event was not known. */
  function adopt(event: Event): boolean {
    const id = eventId(event);
    if (events.has(id)) return false;
    events.set(id, event);
    sorted = undefined;
    if (event.n <= HIGHEST) highest = Math.max(highest, event.n);
    return true;
  }

  function readLocal(): readonly Event[] {
    const added: Event[] = [];
    for (const key of local?.keys() ?? []) {
      const value = local?.get(key);
      if (value === undefined) continue;
      if (key.startsWith(NOTE)) adoptNote(key.slice(NOTE.length), value);
      const event = eventAt(key, value);
      if (!event) continue;
      // What an older edition could not read and this one can comes back from aside.
      if (key.startsWith(ASIDE) && setLocal(EVENT + eventId(event), value)) local?.remove(key);
      if (adopt(event)) added.push(event);
    }
    return added;
  }

  /** The event of an entry. One that cannot be read is moved aside, where nothing overwrites it. */
  function eventAt(key: string, value: string): Event | undefined {
    const aside = key.startsWith(ASIDE);
    const name = aside ? key.slice(ASIDE.length) : key;
    if (!name.startsWith(EVENT)) return undefined;
    const event = readEvent(value);
    if (event && EVENT + eventId(event) === name.replace(/~\d+$/, aside ? '' : '$&')) return event;
    if (!aside) moveAside(key, value);
    return undefined;
  }

  function moveAside(key: string, value: string): void {
    let place = ASIDE + key;
    for (let i = 2; ![undefined, value].includes(local?.get(place)); i++) place = `${ASIDE}${key}~${i}`;
    // Without room for the copy it stays where it is: it is ignored there, and kept.
    if (setLocal(place, value)) local?.remove(key);
  }

  function adoptNote(name: string, text: string): boolean {
    const known = parseNote(notes.get(name));
    const found = parseNote(text);
    if (!found || (known && known.at >= found.at)) return false;
    notes.set(name, text);
    return true;
  }

  function profile(): string {
    const kept = note('profile');
    if (typeof kept === 'string' && /^[a-z0-9]{1,20}$/.test(kept)) return kept;
    const made = around.random();
    keep('profile', made);
    return made;
  }

  async function readReplica(): Promise<void> {
    const opening = openReplica(`course:${course}`, around.database)
      .then(async (opened) => {
        const found = await opened?.all();
        if (!opened || !found) return replicaIs(false);
        replica = opened;
        await unite(opened, found);
        replicaIs(true);
      })
      // It opened but cannot be used: the notice says so if localStorage fails as well.
      .catch(() => replicaIs(false));
    const patience = new Promise<void>((done) => setTimeout(done, PATIENCE));
    await Promise.race([opening, patience]);
    if (replicaWorks === undefined) replicaIs(false);
  }

  function replicaIs(working: boolean): void {
    const before = trouble();
    replicaWorks = working;
    if (trouble() !== before) tell('trouble', []);
  }

  /** Brings both places to the union of what they hold. */
  async function unite(copy: Replica, found: ReadonlyMap<string, string>): Promise<void> {
    const added: Event[] = [];
    for (const [key, value] of found) {
      if (key.startsWith(NOTE) && adoptNote(key.slice(NOTE.length), value)) setLocal(key, value);
      if (!key.startsWith(EVENT)) continue;
      const event = readEvent(value);
      if (event && EVENT + eventId(event) === key) {
        if (adopt(event)) added.push(event);
      } else {
        await copy.put([[ASIDE + key, value]]);
        await copy.remove([key]);
      }
    }
    for (const event of added) setLocal(EVENT + eventId(event), JSON.stringify(event));
    const missing: [string, string][] = [];
    for (const [id, event] of events) {
      if (!found.has(EVENT + id)) missing.push([EVENT + id, JSON.stringify(event)]);
    }
    for (const [name, text] of notes) {
      if (found.get(NOTE + name) !== text) missing.push([NOTE + name, text]);
    }
    if (missing.length > 0) await copy.put(missing);
    if (added.length > 0) tell('merged', added);
  }

  function write(added: readonly Event[]): void {
    put(added.map((event) => [EVENT + eventId(event), JSON.stringify(event)]));
  }

  function put(entries: readonly (readonly [key: string, value: string])[]): void {
    for (const [key, value] of entries) {
      if (!setLocal(key, value) && key.startsWith(EVENT)) channel?.postMessage(value);
    }
    replica?.put(entries).catch(() => replicaIs(false));
  }

  /** True when it was written. */
  function setLocal(key: string, value: string): boolean {
    const before = trouble();
    const failure = local ? local.set(key, value) : 'refused';
    if (failure) localTrouble = failure;
    if (trouble() !== before) tell('trouble', []);
    return failure === undefined;
  }
}

/** Undefined where the browser has no channel for this page: other tabs then hear less, and lose nothing. */
function openChannel(open: () => BroadcastChannel): BroadcastChannel | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

function readEvent(text: string): Event | undefined {
  try {
    return parseEvent(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function parseNote(text: string | undefined): { at: number; value: unknown } | undefined {
  if (text === undefined) return undefined;
  try {
    const note: unknown = JSON.parse(text);
    return isFields(note) && typeof note.at === 'number' ? { at: note.at, value: note.value } : undefined;
  } catch {
    return undefined;
  }
}
