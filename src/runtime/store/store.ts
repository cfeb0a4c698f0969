import { type Event, eventId, type Fact } from '../../model/events.ts';
import { isFields } from '../../model/fields.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { compareStamps } from '../../path/state.ts';
import type { Arrival, Core, LateStorage, StoragePart, Unread } from './core.ts';
import { attempt, localEntries, type Trouble } from './entries.ts';
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

/** Longer than a healthy IndexedDB takes: neither a page nor a notice waits longer. After the longest it is given up. */
const PATIENCE = 2000;
const LONGEST_PATIENCE = 10_000;

/** Milliseconds until storage that failed is tried again: twice as long each time. */
const PAUSE = 1000;

/** So many events that stand alone are packed together. */
const LOOSE = 200;

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
  /** Those of the events that are not here yet. */
  unknown(events: readonly Event[]): readonly Event[];
  /**
   * Adds what a file held, as an arrival that can be undone, and gives the events that are new. Entries that only a
   * newer version can read are kept for it. `from` says to people where it came from.
   */
  take(entries: readonly unknown[], from: string): Promise<readonly Event[]>;
  /** What was taken in and can be undone, the oldest first. */
  arrivals(): Promise<readonly Arrival[]>;
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
  const channel = attempt(() => around.channel(prefix));
  const events = new Map<string, Event>();
  /** The names of the events that do not hang on an arrival. */
  const own = new Set<string>();
  const notes = new Map<string, string>();
  /** The texts of what arrived, by the keys of the entries. */
  const arrivals = new Map<string, string>();
  /** Which events the entries of many hold, by their keys; of what was undone, none. */
  const known = new Map<string, ReadonlySet<string>>();
  const unreadable = new Set<string>();
  /** Events that followed from what was undone. */
  const dropped = new Set<string>();
  /** Entries on the way to the replica, by their keys. */
  const outbox = new Map<string, string>();
  /** Entries that no place has confirmed. */
  const nowhere = new Map<string, string>();
  const listeners: ((change: Change, added: readonly Event[]) => void)[] = [];
  /** The events in order; undefined when one came in since. */
  let sorted: readonly Event[] | undefined;
  let highest = 0;
  /** How many events stand alone, and how many may. */
  let loose = 0;
  let mostLoose = LOOSE;
  /** Trouble is not told while this may end it; where localStorage is full it is tried once. */
  let packing = false;
  let tried = false;
  let localTrouble: Trouble = 'refused';
  let told: Trouble | undefined;
  let replica: Replica | undefined;
  /** Undefined until it is known. */
  let replicaWorks: boolean | undefined;
  let uniting: Promise<void> | undefined;
  let sending = false;
  let pause = PAUSE;
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
  const ready = Promise.race([unite(), wait(PATIENCE)]);

  const core: Core = {
    around,
    base,
    local,
    events,
    own,
    notes,
    arrivals,
    known,
    unreadable,
    outbox,
    since: () => since,
    cleared: () => cleared,
    highest: () => highest,
    replica: () => replica,
    put,
    hear,
    confirm,
    write,
    nameProfile,
    dropped,
    note,
    keep,
  };

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
      write(event);
      if (replicaWorks === false) void unite();
      tell('recorded', [event]);
      if (fact.type !== 'opened' && note('persist') === undefined) void quietly((part) => part.persist());
      return event;
    },
    unknown: (found) => found.filter((event) => !events.has(eventId(event))),
    take: async (entries, from) => (await late()).take(entries, from),
    arrivals: async () => (await late()).list(),
    undo: async (id) => (await late()).undo(id),
    unread: async () => (await late()).unread(),
    reset: async () => (await late()).reset(),
    refresh,
    heard(key, value) {
      if (key === null) refresh();
      else if (key.startsWith(prefix) && value !== null) hear(key.slice(prefix.length), value);
    },
  };

  function refresh(): void {
    readLocal();
    // What is under way may have looked already.
    void (uniting ?? Promise.resolve()).then(unite);
  }

  async function late(aloud = true): Promise<LateStorage> {
    return (await around.late(aloud))(core);
  }

  /** Does something that nobody waits for, and that is done another time where it cannot be done now. */
  async function quietly(work: (part: LateStorage) => unknown): Promise<void> {
    try {
      await work(await late(false));
    } catch (error) {
      console.warn('Coursewright:', error);
    }
  }

  function wait(delay: number): Promise<void> {
    return new Promise((done) => around.later(done, delay));
  }

  function trouble(): Trouble | undefined {
    return replicaWorks === false && nowhere.size > 0 && !packing ? localTrouble : undefined;
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
    put(`note:${name}`, text);
  }

  /** Another tab wrote an entry. */
  function hear(key: string, text: string): void {
    if (followReset(key)) readLocal();
    merged(takeIn(key, text));
  }

  function merged(added: readonly Event[]): void {
    if (added.length > 0) tell('merged', added);
  }

  /** Whether an entry belongs to a reset that this page did not know of: what was done before it is forgotten then. */
  function followReset(key: string): boolean {
    const reset = /^since:(\d{1,16}-\w+):/.exec(key)?.[1];
    if (!reset || !isLater(reset, cleared)) return false;
    cleared = reset;
    since = `since:${reset}:`;
    // The counter goes on: a name that an exported file carries must not be given again.
    for (const memory of [events, own, notes, arrivals, known, unreadable, dropped, outbox, nowhere])
      memory.clear();
    sorted = undefined;
    tell('reset', []);
    return true;
  }

  /** Takes in an entry that was read or heard of, and gives the events that it brought. */
  function takeIn(key: string, text: string): readonly Event[] {
    const [, kind, rest = ''] =
      (key.startsWith(since) && /^(\w+):(.*)$/s.exec(key.slice(since.length))) || [];
    if (isKnown(key)) return [];
    if (kind === 'note') adoptNote(rest, text);
    if (kind === 'undone') undone(key, rest, text);
    if (kind === 'event') {
      const event = parseEvent(parse(text));
      if (event && eventId(event) === rest) return adopt([event], own);
      unreadable.add(key);
    }
    if (kind === 'segment' || kind === 'arrival')
      try {
        const packed = unpack(text).flatMap((value) => parseEvent(value) ?? []);
        known.set(key, new Set(packed.map(eventId)));
        if (kind === 'segment') return adopt(packed, own);
        if (!known.has(`${since}undone:${rest}`)) {
          arrivals.set(key, text);
          return adopt(packed);
        }
      } catch {
        unreadable.add(key);
      }
    return [];
  }

  function isKnown(key: string): boolean {
    return known.has(key) || own.has(key.replace(`${since}event:`, ''));
  }

  /** What an arrival brought goes, and what is said to have followed from it. */
  function undone(key: string, arrival: string, followed: string): void {
    known.set(key, new Set());
    arrivals.delete(`${since}arrival:${arrival}`);
    for (const id of followed.split(' ')) {
      dropped.add(id);
      own.delete(id);
    }
    const { size } = events;
    for (const id of events.keys())
      if (!own.has(id) && ![...arrivals.keys()].some((key) => known.get(key)?.has(id))) events.delete(id);
    sorted = undefined;
    if (events.size < size) tell('undone', []);
  }

  /** Those of the events that were not known. `holder`: `own` unless they hang on an arrival. */
  function adopt(found: readonly Event[], holder?: Set<string>): readonly Event[] {
    return found.filter((event) => {
      const id = eventId(event);
      if (holder && dropped.has(id)) return false;
      holder?.add(id);
      if (events.has(id)) return false;
      events.set(id, event);
      sorted = undefined;
      // A hostile counter must not use up the room for counting on.
      if (event.n <= HIGHEST || event.device.startsWith(name)) highest = Math.max(highest, event.n);
      return true;
    });
  }

  function adoptNote(name: string, text: string): void {
    const known = notes.get(name) ?? '';
    const found = parseNote(text);
    const later = (found?.at ?? -1) - (parseNote(known)?.at ?? -1);
    // What was written in the same millisecond must win in all tabs alike.
    if (found && (later > 0 || (later === 0 && text > known))) notes.set(name, text);
  }

  /** Takes in what localStorage holds. By their names, what was undone comes before what arrived. */
  function readLocal(): void {
    const keys = local.keys().sort().reverse();
    keys.forEach(followReset);
    loose = keys.filter((key) => key.startsWith(`${since}event:`)).length;
    merged(
      keys.flatMap((key) => {
        const text = isKnown(key) ? undefined : local.get(key);
        return text === undefined ? [] : takeIn(key, text);
      }),
    );
  }

  /** Every profile has a name, under the same key in all tabs: two that make one at once agree on the larger. */
  function nameProfile(): void {
    const kept = note('profile');
    if (typeof kept === 'string' && /^[a-z0-9]{1,20}$/.test(kept)) name = kept;
    else {
      name = around.random();
      const text = JSON.stringify({ at: 0, value: name });
      adoptNote('profile', text);
      put('note:profile', text);
    }
  }

  function write(event: Event): void {
    put(`event:${eventId(event)}`, JSON.stringify(event));
    if (++loose > mostLoose) void pack();
  }

  /** Writes an entry to both places; what no place takes is tried again. */
  function put(rest: string, text: string): void {
    const key = since + rest;
    outbox.set(key, text);
    nowhere.set(key, text);
    retryLocal();
    // localStorage tells other tabs nothing then. If this does not, either, they read it when they wake.
    if (nowhere.has(key)) attempt(() => channel?.postMessage([key, text]));
    send();
    sayTrouble();
  }

  function retryLocal(): void {
    for (const [key, text] of nowhere) {
      const failure = local.set(key, text);
      if (!failure) tried = !nowhere.delete(key);
      else {
        localTrouble = failure;
        if (failure === 'full' && !tried) void pack();
        tried = true;
        return;
      }
    }
  }

  /** Sends what was recorded in one task to the replica in one transaction. */
  function send(): void {
    if (sending) return;
    sending = true;
    queueMicrotask(() => {
      sending = false;
      const batch = [...outbox];
      if (!replica || batch.length === 0) return;
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

  /** The replica works, and has these entries. */
  function confirm(batch: readonly (readonly [key: string, text: string])[]): void {
    for (const [key, text] of batch) if (nowhere.get(key) === text) nowhere.delete(key);
    // It may have been lost again by now.
    replicaWorks = replica !== undefined;
    pause = PAUSE;
    sayTrouble();
  }

  /** The replica failed, or was closed: it is opened again after a pause, and sooner when there is something to write. */
  function lost(): void {
    replica?.close();
    replica = undefined;
    replicaWorks = false;
    sayTrouble();
    around.later(() => {
      if (!replica) void unite();
    }, pause);
    pause *= 2;
  }

  function patient<T>(work: Promise<T>): Promise<T> {
    return Promise.race([
      work,
      wait(LONGEST_PATIENCE).then(() => Promise.reject(new Error('IndexedDB hangs.'))),
    ]);
  }

  /** Brings this page and both places to the union of what they hold. */
  function unite(): Promise<void> {
    uniting ??= patient(readReplica())
      // A disk that is full can be read all the same: what is nowhere yet has to be written first (`send`).
      .then(
        () => {
          if (nowhere.size === 0) confirm([]);
        },
        async () => {
          lost();
          // What localStorage lost can be written again without it.
          await quietly((part) => part.mend());
        },
      )
      .finally(() => {
        uniting = undefined;
        retryLocal();
        sayTrouble();
        if (replica) send();
        if (loose > mostLoose) void pack();
      });
    return uniting;
  }

  async function readReplica(): Promise<void> {
    if (!replica) {
      const opened = await openReplica(base, around.database, () => opened === replica && lost());
      replica = opened;
    }
    const keys = await replica.keys();
    keys.forEach(followReset);
    readLocal();
    const found = await replica.get(keys.filter((key) => !isKnown(key)));
    merged(
      [...found.keys()]
        .sort()
        .reverse()
        .flatMap((key) => takeIn(key, found.get(key) ?? '')),
    );
    nameProfile();
    const here = local.keys();
    const undones = [...known.keys()].filter((key) => key.includes('undone:'));
    const there = new Set(keys.flatMap((key) => [key, ...(known.get(key) ?? [])]));
    if (
      String(here.sort()) !== String(keys.sort()) ||
      unreadable.size > 0 ||
      keys.some((key) => !key.startsWith(since) || key.startsWith('aside:')) ||
      [...notes].some(([name, text]) => {
        const key = `${since}note:${name}`;
        return found.get(key) !== text || local.get(key) !== text;
      }) ||
      [...arrivals.keys(), ...own, ...undones].some(
        (name) => !there.has(name) && !there.has(`${since}event:${name}`),
      )
    )
      await quietly((part) => part.mend());
  }

  /** Packs the events that stand alone. */
  async function pack(): Promise<void> {
    if (packing) return;
    packing = true;
    await quietly((part) => part.compact());
    packing = false;
    loose = local.keys().filter((key) => key.startsWith(`${since}event:`)).length;
    // Where it could not be done it is not tried with every event.
    mostLoose = Math.max(LOOSE, 2 * loose);
    retryLocal();
    sayTrouble();
  }
}

/** Resets are ordered by their number, then by their random part. */
function isLater(reset: string, other: string): boolean {
  const order = Number.parseInt(reset, 10) - (Number.parseInt(other, 10) || 0);
  return order > 0 || (order === 0 && reset > other);
}

function parse(text: string): unknown {
  return attempt(() => JSON.parse(text));
}

function parseNote(text = ''): { at: number; value: unknown } | undefined {
  const note = parse(text);
  return isFields(note) && typeof note.at === 'number' && note.at < LATEST
    ? { at: note.at, value: note.value }
    : undefined;
}
