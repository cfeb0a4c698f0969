import { type Event, eventId, type Fact } from '../../model/events.ts';
import { isFields } from '../../model/fields.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { compareStamps } from '../../path/state.ts';
import type { Arrival, Core, LateStorage, StoragePart, Unread } from './core.ts';
import { localEntries, type Trouble } from './entries.ts';
import { openReplica, type Replica } from './replica.ts';
import { unpack } from './segment.ts';

/** What the store needs from the browser; tests hand in their own. */
export interface Surroundings {
  readonly local: () => Storage;
  readonly database: () => IDBFactory;
  /** To other tabs, for what localStorage cannot tell them. May throw where the browser refuses. */
  readonly channel: (name: string) => BroadcastChannel;
  readonly now: () => number;
  /** A new random name of a few letters and digits. */
  readonly random: () => string;
  /** Runs something after so many milliseconds. */
  readonly later: (run: () => void, delay: number) => void;
  /** What the store rarely needs; rejects when it cannot be loaded. `aloud`: the learner waits for it. */
  readonly late: (aloud: boolean) => Promise<StoragePart>;
}

/**
 * `merged`: events from another tab, a file or the replica. `undone`: events were taken away again, with the file that
 * brought them. `trouble`: where progress is kept has changed.
 */
export type Change = 'recorded' | 'merged' | 'reset' | 'undone' | 'trouble';

export type { Arrival, Trouble, Unread };

/** Counters above this come from damaged or hostile files: following them would leave no room to count on. */
const HIGHEST = 2 ** 39;

/** Notes that say to be later than this many milliseconds are damaged: none could come after them. */
const LATEST = 2 ** 52;

/** Longer than any healthy IndexedDB takes; neither a page nor an answer must wait for a broken one for ever. */
const PATIENCE = 2000;

/** Milliseconds until storage that failed is tried again: twice as long each time, up to the longest. */
const PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/** So many events that stand alone are packed together. */
const LOOSE = 200;

/** What follows from other events, and is due again where it is still true. */
const DERIVED = /^(awarded|finished|done|mastered|routed)$/;

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
  /** Why something lives in this page's memory only; undefined while some place on the disk keeps all of it. */
  trouble(): Trouble | undefined;
  onChange(listener: (change: Change, added: readonly Event[]) => void): void;
  /** Adds what the learner just did. */
  record(fact: Fact): Event;
  /** Adds events that were recorded elsewhere and gives those that are new. */
  merge(events: Iterable<Event>): readonly Event[];
  /** Those of the events that are not here yet. */
  unknown(events: readonly Event[]): readonly Event[];
  /**
   * Adds what a file held, as an arrival that can be undone, and gives the events that are new. Entries that only a
   * newer version can read are kept for it. `from` says to people where it came from.
   */
  take(entries: readonly unknown[], from: string): Promise<readonly Event[]>;
  /** What was taken in and can be undone, the oldest first. */
  arrivals(): readonly Arrival[];
  /** Takes back what an arrival brought and nothing else holds, and what followed from it. */
  undo(id: string): Promise<void>;
  /** What could not be read, and is kept; also what stands in IndexedDB only. */
  unread(): Promise<readonly Unread[]>;
  /** Forgets everything about this course and learner on this device; what could not be read stays. */
  reset(): Promise<void>;
  /** A value kept under a name; undefined when there is none, or none that can be read. */
  note(name: string): unknown;
  /** Keeps a value under a name; undefined removes it. */
  keep(name: string, value: string | number | boolean | object | undefined): void;
  /** Reads again: a page that slept may have missed what other tabs did. */
  refresh(): void;
  /** Another tab wrote to localStorage. `key` is the whole key; null for both: all was removed. */
  heard(key: string | null, value: string | null): void;
}

/**
 * Opens the store of a course: what localStorage holds is there at once, the rest when it is `ready`. `profile` names
 * one of several learners; the first has no name.
 */
export function openStore(course: string, around: Surroundings, profile?: string): Store {
  const base = `course:${course}${profile ? `@${profile}` : ''}`;
  const prefix = `${base}:`;
  const local = localEntries(prefix, around.local);
  const channel = openChannel(() => around.channel(prefix));
  const events = new Map<string, Event>();
  /** The names of the events that do not hang on an arrival. */
  const own = new Set<string>();
  const notes = new Map<string, string>();
  const arrivals = new Map<string, Arrival & { readonly ids: Set<string>; readonly text: string }>();
  /** The events of segments, and what arrived or was undone, by the keys of their entries. */
  const known = new Map<string, readonly string[]>();
  const unreadable = new Set<string>();
  /** Between which counters what follows from other events does not count. */
  const ignored: (readonly [from: number, to: number])[] = [];
  /** Entries on the way to the replica, by their keys. */
  const outbox = new Map<string, string>();
  /** Entries that no place has confirmed. */
  const nowhere = new Map<string, string>();
  const listeners: ((change: Change, added: readonly Event[]) => void)[] = [];
  /** The events in order; undefined when one came in since. */
  let sorted: readonly Event[] | undefined;
  let highest = 0;
  /** How many events stand alone in localStorage, and how many may. */
  let loose = 0;
  let mostLoose = LOOSE;
  let packing = false;
  /** Trouble is not told while this may end it. */
  let makingRoom = false;
  let localTrouble: Trouble = 'refused';
  let told: Trouble | undefined;
  let replica: Replica | undefined;
  /** Undefined until it is known. */
  let replicaWorks: boolean | undefined;
  let uniting: Promise<void> | undefined;
  let sending = false;
  let pause = PAUSE;
  let waiting = false;
  /** The name of the last reset, and what the keys of everything since begin with. */
  let cleared = '';
  let since = '';
  /** The random name of this browser profile. */
  let name = '';

  readLocal();
  nameProfile();
  const device = `${name}-${around.random()}`;
  channel?.addEventListener('message', ({ data }) => {
    if (Array.isArray(data)) hear(String(data[0]), String(data[1]));
  });
  const ready = Promise.race([unite(), new Promise<void>((done) => around.later(done, PATIENCE))]);

  const core: Core = {
    around,
    base,
    local,
    arrivals,
    own,
    unreadable,
    replica: () => replica,
    since: () => since,
    cleared: () => cleared,
    highest: () => highest,
    put,
    hear,
    send,
    isIgnored,
    note,
    keep,
  };
  const late = async (aloud: boolean) => (await around.late(aloud))(core);

  return {
    ready,
    trouble,
    note,
    keep,
    events() {
      sorted ??= [...events.values()].sort(compareStamps);
      return sorted;
    },
    onChange: (listener) => void listeners.push(listener),
    record(fact) {
      highest++;
      const event: Event = { ...fact, device, n: highest, at: around.now() };
      adopt([event], own);
      write([event]);
      tell('recorded', [event]);
      if (fact.type !== 'opened' && note('persist') === undefined) void quietly((part) => part.persist());
      return event;
    },
    merge(found) {
      const added = adopt([...found], own);
      write(added);
      if (added.length > 0) tell('merged', added);
      return added;
    },
    unknown: (found) => found.filter((event) => !events.has(eventId(event))),
    async take(entries, from) {
      const before = new Set(events.keys());
      (await late(true)).take(entries, from);
      return [...events].flatMap(([id, event]) => (before.has(id) ? [] : event));
    },
    arrivals: () => [...arrivals.values()].sort((a, b) => a.at - b.at),
    undo: async (id) => (await late(true)).undo(id),
    unread: async () => (await late(true)).unread(),
    reset: async () => (await late(true)).reset(),
    refresh() {
      readLocal();
      void unite();
    },
    heard(key, value) {
      if (key === null) void unite();
      else if (key.startsWith(prefix) && value !== null) hear(key.slice(prefix.length), value);
    },
  };

  function trouble(): Trouble | undefined {
    return replicaWorks === false && nowhere.size > 0 && !makingRoom ? localTrouble : undefined;
  }

  function tell(change: Change, added: readonly Event[]): void {
    for (const listener of listeners) listener(change, added);
  }

  /** Tells whoever listens when there is trouble, or no more. */
  function sayTrouble(): void {
    if (told === trouble()) return;
    told = trouble();
    tell('trouble', []);
  }

  function note(name: string): unknown {
    return parseNote(notes.get(name))?.value;
  }

  function keep(name: string, value: string | number | boolean | object | undefined): void {
    // A clock that was set back must not let what was kept before win.
    const at = Math.max(around.now(), (parseNote(notes.get(name))?.at ?? -1) + 1);
    const text = JSON.stringify({ at, value });
    notes.set(name, text);
    put(`${since}note:${name}`, text);
  }

  /** Another tab wrote an entry. */
  function hear(key: string, text: string): void {
    if (followReset(key)) readLocal();
    const added = takeIn(key, text);
    if (added.length > 0) tell('merged', added);
  }

  /** Whether an entry belongs to a reset that this page did not know of: what was done before it is forgotten then. */
  function followReset(key: string): boolean {
    const reset = /^since:(\d{1,15}-\w+):/.exec(key)?.[1];
    if (!reset || !isLater(reset, cleared)) return false;
    cleared = reset;
    since = `since:${reset}:`;
    // The counter goes on: a name that an exported file carries must not be given again.
    for (const memory of [events, own, notes, arrivals, known, unreadable, outbox, nowhere]) memory.clear();
    ignored.length = 0;
    sorted = undefined;
    tell('reset', []);
    return true;
  }

  /** Takes in an entry that was read or heard of, and gives the events that it brought. */
  function takeIn(key: string, text: string): readonly Event[] {
    if (isKnown(key)) return [];
    const [kind, rest] = partsOf(key);
    if (kind === 'note') adoptNote(rest, text);
    if (kind === 'undone') {
      known.set(key, []);
      undone(rest);
    }
    if (kind === 'event') {
      const event = parseEvent(parse(text));
      if (event && eventId(event) === rest) return adopt([event], own);
      unreadable.add(key);
    }
    if (kind === 'segment' || kind === 'arrival') {
      try {
        const packed = unpack(text).flatMap((value) => parseEvent(value) ?? []);
        const ids = packed.map(eventId);
        known.set(key, ids);
        if (kind === 'segment') return adopt(packed, own);
        if ([...known.keys()].some((other) => other.startsWith(`${since}undone:${rest}:`))) return [];
        const about = parse(text);
        const { at, n, from } = isFields(about) ? about : {};
        const arrival = { id: rest, at: Number(at), n: Number(n), from: String(from), count: ids.length };
        arrivals.set(rest, { ...arrival, ids: new Set(ids), text });
        return adopt(packed);
      } catch {
        unreadable.add(key);
      }
    }
    return [];
  }

  /** Kind and name of an entry; of none that is from before the last reset. */
  function partsOf(key: string): readonly [kind: string, rest: string] {
    const at = key.indexOf(':', since.length);
    return key.startsWith(since) ? [key.slice(since.length, at), key.slice(at + 1)] : ['', ''];
  }

  function isKnown(key: string): boolean {
    return known.has(key) || (key.startsWith(`${since}event:`) && own.has(partsOf(key)[1]));
  }

  /** `undone:<arrival>:<from>:<to>`: what it brought goes, and what followed from other events between these counters. */
  function undone(entry: string): void {
    const [arrival = '', from, to] = entry.split(':');
    arrivals.delete(arrival);
    ignored.push([Number(from), Number(to)]);
    // What follows from now on counts, whatever this page had seen.
    if (Number(to) <= HIGHEST) highest = Math.max(highest, Number(to));
    const { size } = events;
    for (const [id, event] of events) {
      if (isIgnored(event)) own.delete(id);
      if (!own.has(id) && ![...arrivals.values()].some(({ ids }) => ids.has(id))) events.delete(id);
    }
    if (events.size === size) return;
    sorted = undefined;
    tell('undone', []);
  }

  function isIgnored({ type, n }: Event): boolean {
    return DERIVED.test(type) && ignored.some(([from, to]) => n > from && n <= to);
  }

  /** Those of the events that were not known. `holder`: `own` unless they hang on an arrival. */
  function adopt(found: readonly Event[], holder?: Set<string>): readonly Event[] {
    return found.filter((event) => {
      if (holder && isIgnored(event)) return false;
      const id = eventId(event);
      holder?.add(id);
      if (events.has(id)) return false;
      events.set(id, event);
      sorted = undefined;
      if (event.n <= HIGHEST || event.device.startsWith(name)) highest = Math.max(highest, event.n);
      return true;
    });
  }

  function adoptNote(name: string, text: string): void {
    const found = parseNote(text);
    const before = parseNote(notes.get(name));
    // What was written in the same millisecond must win in all tabs alike.
    if (
      found &&
      (!before || found.at > before.at || (found.at === before.at && text > String(notes.get(name))))
    )
      notes.set(name, text);
  }

  /** Takes in what localStorage holds. By their names, what was undone comes before what arrived. */
  function readLocal(): void {
    const keys = local.keys().sort().reverse();
    keys.forEach(followReset);
    loose = keys.filter((key) => partsOf(key)[0] === 'event').length;
    const added = keys.flatMap((key) => (isKnown(key) ? [] : takeIn(key, local.get(key) ?? '')));
    if (added.length > 0) tell('merged', added);
  }

  /** Every profile has a name, under the same key in all tabs: two that make one at once agree on the larger. */
  function nameProfile(): void {
    const kept = note('profile');
    if (typeof kept === 'string' && /^[a-z0-9]{1,20}$/.test(kept)) name = kept;
    else {
      name = around.random();
      adoptNote('profile', JSON.stringify({ at: 0, value: name }));
      put(`${since}note:profile`, String(notes.get('profile')));
    }
  }

  function write(added: readonly Event[]): void {
    for (const event of added) put(`${since}event:${eventId(event)}`, JSON.stringify(event));
    loose += added.length;
    if (loose > mostLoose && !packing) around.later(pack, PAUSE);
  }

  /** Writes an entry to both places; what no place takes is tried again. */
  function put(key: string, text: string): void {
    retryLocal();
    const failure = local.set(key, text);
    outbox.set(key, text);
    nowhere.delete(key);
    if (failure) {
      localTrouble = failure;
      nowhere.set(key, text);
      try {
        // localStorage tells other tabs nothing now.
        channel?.postMessage([key, text]);
      } catch {
        // They read it when they wake.
      }
      if (failure === 'full' && !packing && mostLoose === LOOSE) {
        makingRoom = true;
        pack();
      }
    }
    send();
    sayTrouble();
  }

  function retryLocal(): void {
    for (const [key, text] of nowhere) {
      if (local.set(key, text)) return;
      nowhere.delete(key);
    }
  }

  /** Sends what was recorded in one task to the replica in one transaction. */
  function send(): void {
    if (sending) return;
    sending = true;
    queueMicrotask(() => {
      sending = false;
      if (outbox.size === 0) return;
      if (!replica) {
        if (replicaWorks === false) void unite();
        return;
      }
      const batch = [...outbox];
      outbox.clear();
      patient(replica.change(batch, [])).then(
        () => confirm(batch),
        () => {
          for (const [key, text] of batch)
            if (!outbox.has(key) && key.startsWith(since)) outbox.set(key, text);
          lost();
        },
      );
    });
  }

  function confirm(batch: readonly (readonly [key: string, text: string])[]): void {
    for (const [key, text] of batch) if (nowhere.get(key) === text) nowhere.delete(key);
    replicaWorks = true;
    pause = PAUSE;
    sayTrouble();
  }

  /** The replica failed, or was closed: it is opened again after a pause, and sooner when there is something to write. */
  function lost(): void {
    replica?.close();
    replica = undefined;
    replicaWorks = false;
    sayTrouble();
    if (waiting) return;
    waiting = true;
    around.later(() => {
      waiting = false;
      void unite();
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  /** Waits for IndexedDB: it is said not to work when that takes long, and given up when it takes very long. */
  async function patient<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    around.later(() => {
      if (settled) return;
      replicaWorks = false;
      sayTrouble();
    }, PATIENCE);
    try {
      return await Promise.race([
        work,
        new Promise<never>((_, fail) =>
          around.later(() => fail(new Error('IndexedDB hangs.')), LONGEST_PAUSE),
        ),
      ]);
    } finally {
      settled = true;
    }
  }

  /** Brings both places and this page to the union of what they hold. */
  function unite(): Promise<void> {
    uniting ??= patient(bringTogether())
      .catch(lost)
      .finally(() => {
        uniting = undefined;
        retryLocal();
        sayTrouble();
        if (replica) send();
        if (loose > mostLoose) around.later(pack, PAUSE);
      });
    return uniting;
  }

  async function bringTogether(): Promise<void> {
    if (!replica) {
      const opened = await openReplica(base, around.database, () => {
        if (opened === replica) lost();
      });
      replica = opened;
    }
    const copy = replica;
    const keys = await copy.keys();
    keys.forEach(followReset);
    readLocal();
    const epoch = since;
    const isEntry = (key: string) => /^(event|segment|note|arrival|undone)$/.test(partsOf(key)[0]);
    const there = new Set(keys.filter(isEntry));
    const isWanted = (key: string) =>
      partsOf(key)[0] === 'note' || !isKnown(key) || local.get(key) === undefined;
    const found = await copy.get([...there].filter(isWanted));
    const added = [...there]
      .sort()
      .reverse()
      .flatMap((key) => takeIn(key, found.get(key) ?? ''));
    if (added.length > 0) tell('merged', added);
    if (unreadable.size > 0) await quietly((part) => part.moveAside());
    // A reset while this waited: what was read is of no use.
    if (epoch !== since) return bringTogether();
    nameProfile();

    const here = new Set(local.keys().filter(isEntry));
    const [held, heldThere] = [here, there].map(holding);
    const isMissing = (key: string, set?: Set<string>) => {
      const ids = idsOf(key);
      return !unreadable.has(key) && !(ids.length > 0 && ids.every((id) => set?.has(id)));
    };
    for (const [key, text] of found)
      if (partsOf(key)[0] !== 'note' && !here.has(key) && isMissing(key, held)) local.set(key, text);
    for (const key of here) {
      const text = there.has(key) ? undefined : local.get(key);
      if (text !== undefined && isMissing(key, heldThere) && !outbox.has(key)) outbox.set(key, text);
    }
    for (const [name, text] of notes) {
      const key = `${since}note:${name}`;
      if (local.get(key) !== text) local.set(key, text);
      if (found.get(key) !== text) outbox.set(key, text);
    }
    // Both places may have been emptied while this page was open.
    for (const [id, event] of events)
      if (own.has(id) && !held?.has(id) && !heldThere?.has(id)) write([event]);
    for (const { id, text } of arrivals.values()) {
      const key = `${since}arrival:${id}`;
      if (!here.has(key) && !there.has(key)) put(key, text);
    }
    for (const key of known.keys())
      if (partsOf(key)[0] === 'undone' && !here.has(key) && !there.has(key)) put(key, '1');

    const batch = [...outbox];
    outbox.clear();
    try {
      if (batch.length > 0) await copy.change(batch, []);
    } catch (error) {
      for (const [key, text] of batch) if (!outbox.has(key)) outbox.set(key, text);
      throw error;
    }
    confirm(batch);
    if ([...keys, ...local.keys()].some((key) => !isEntry(key))) void quietly((part) => part.tidy());
  }

  function idsOf(key: string): readonly string[] {
    const [kind, rest] = partsOf(key);
    return kind === 'event' ? [rest] : kind === 'segment' ? (known.get(key) ?? []) : [];
  }

  function holding(keys: ReadonlySet<string>): Set<string> {
    return new Set([...keys].flatMap(idsOf));
  }

  /** Packs the events that stand alone. */
  async function pack(): Promise<void> {
    if (packing) return;
    packing = true;
    around.later(made, PATIENCE);
    await quietly((part) => part.compact());
    packing = false;
    loose = local.keys().filter((key) => partsOf(key)[0] === 'event').length;
    // Where it could not be done it is not tried with every event.
    mostLoose = Math.max(LOOSE, 2 * loose);
    retryLocal();
    made();
  }

  function made(): void {
    makingRoom = false;
    sayTrouble();
  }

  /** Does something that nobody waits for, and that is done another time where it cannot be now. */
  async function quietly(work: (part: LateStorage) => unknown): Promise<void> {
    try {
      await work(await late(false));
    } catch (error) {
      console.warn('Coursewright: storage:', error);
    }
  }
}

/** Resets are ordered by their number, then by their random part. */
function isLater(reset: string, other: string): boolean {
  const order = Number.parseInt(reset, 10) - (Number.parseInt(other, 10) || 0);
  return order > 0 || (order === 0 && reset > other);
}

/** Undefined where the browser has no channel for this page: other tabs then hear less, and lose nothing. */
function openChannel(open: () => BroadcastChannel): BroadcastChannel | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

function parse(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseNote(text: string | undefined): { at: number; value: unknown } | undefined {
  const note = parse(text);
  return isFields(note) && typeof note.at === 'number' && note.at < LATEST
    ? { at: note.at, value: note.value }
    : undefined;
}
