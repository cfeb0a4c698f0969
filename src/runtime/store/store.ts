import { type Event, eventId, type Fact } from '../../model/events.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { type Entries, localEntries } from './entries.ts';
import { openReplica, type Replica } from './replica.ts';

/** What the store needs from the browser; tests hand in their own. */
export interface Surroundings {
  readonly local: () => Storage;
  readonly database: () => IDBFactory;
  /** To other tabs, for what localStorage cannot tell them. Undefined where there is none. */
  readonly channel: (name: string) => BroadcastChannel | undefined;
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
export class Store {
  /** Settles when the replica was read, or given up: before that the set may not be complete. */
  readonly ready: Promise<void>;
  readonly #prefix: string;
  readonly #around: Surroundings;
  readonly #entries: Entries | undefined;
  readonly #channel: BroadcastChannel | undefined;
  readonly #device: string;
  readonly #events = new Map<string, Event>();
  readonly #notes = new Map<string, string>();
  readonly #listeners: ((change: Change, added: readonly Event[]) => void)[] = [];
  #replica: Replica | undefined;
  /** Undefined until it is known. */
  #replicaWorks: boolean | undefined;
  #localTrouble: Trouble | undefined;
  #highest = 0;

  constructor(course: string, around: Surroundings) {
    this.#prefix = `course:${course}:`;
    this.#around = around;
    this.#entries = localEntries(this.#prefix, around.local);
    if (!this.#entries) this.#localTrouble = 'refused';
    this.#readLocal();
    const profile = this.#profile();
    this.#device = `${profile}-${around.random()}`;
    this.#channel = around.channel(this.#prefix);
    this.#channel?.addEventListener('message', ({ data }) => this.#hear(data));
    this.ready = this.#openReplica(`course:${course}`);
  }

  /** All events in the order of a merge: by counter, then by device. */
  events(): readonly Event[] {
    return [...this.#events.values()].sort((a, b) => a.n - b.n || (a.device < b.device ? -1 : 1));
  }

  /** Why progress lives in this page's memory only; undefined while some place on the disk keeps it. */
  get trouble(): Trouble | undefined {
    return this.#replicaWorks === false ? this.#localTrouble : undefined;
  }

  onChange(listener: (change: Change, added: readonly Event[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Adds what the learner just did. */
  record(fact: Fact): Event {
    const event: Event = { ...fact, device: this.#device, n: this.#highest + 1, at: this.#around.now() };
    this.#adopt(event);
    this.#write([event]);
    this.#tell('recorded', [event]);
    return event;
  }

  /** Adds events that were recorded elsewhere and gives those that are new. */
  merge(events: Iterable<Event>): readonly Event[] {
    const added = [...events].filter((event) => this.#adopt(event));
    if (added.length > 0) {
      this.#write(added);
      this.#tell('merged', added);
    }
    return added;
  }

  /** Those of the events that are not here yet. */
  unknown(events: readonly Event[]): readonly Event[] {
    return events.filter((event) => !this.#events.has(eventId(event)));
  }

  /** Forgets everything about this course on this device; what was moved aside stays. */
  async reset(): Promise<void> {
    this.#forget();
    for (const key of this.#entries?.keys() ?? []) {
      if (!key.startsWith(ASIDE)) this.#entries?.remove(key);
    }
    await this.#replica?.clear();
    this.#entries?.set(RESET, String(this.#around.now()));
    this.#channel?.postMessage(RESET);
    this.#tell('reset', []);
  }

  /** A value kept under a name; undefined when there is none, or none that can be read. */
  note(name: string): unknown {
    return parseNote(this.#notes.get(name))?.value;
  }

  /** Keeps a value under a name; undefined removes it. */
  keep(name: string, value: string | number | boolean | object | undefined): void {
    const text = JSON.stringify({ at: this.#around.now(), value });
    this.#notes.set(name, text);
    this.#put([[NOTE + name, text]]);
  }

  /** Reads localStorage again: events of other tabs may have been missed while this page was asleep. */
  refresh(): void {
    const added = this.#readLocal();
    if (added.length > 0) this.#tell('merged', added);
  }

  /** Another tab wrote to localStorage. `key` is the whole key. */
  heard(key: string | null, value: string | null): void {
    if (key === null || value === null || !key.startsWith(this.#prefix)) return;
    const rest = key.slice(this.#prefix.length);
    if (rest === RESET) {
      this.#forget();
      this.#tell('reset', []);
    } else if (rest.startsWith(NOTE)) {
      this.#notes.set(rest.slice(NOTE.length), value);
    } else if (rest.startsWith(EVENT)) {
      this.#hear(value);
    }
  }

  #hear(data: unknown): void {
    if (data === RESET) {
      this.#forget();
      this.#tell('reset', []);
      return;
    }
    const event = typeof data === 'string' ? readEvent(data) : undefined;
    if (event && this.#adopt(event)) this.#tell('merged', [event]);
  }

  /** The counter goes on: a name that an exported file carries must not be given again. */
  #forget(): void {
    this.#events.clear();
    this.#notes.clear();
  }

  /** True when the event was not known. */
  #adopt(event: Event): boolean {
    const id = eventId(event);
    if (this.#events.has(id)) return false;
    this.#events.set(id, event);
    if (event.n <= HIGHEST) this.#highest = Math.max(this.#highest, event.n);
    return true;
  }

  #readLocal(): readonly Event[] {
    const entries = this.#entries;
    if (!entries) return [];
    const added: Event[] = [];
    for (const key of entries.keys()) {
      const value = entries.get(key);
      if (value === undefined) continue;
      if (key.startsWith(NOTE)) this.#adoptNote(key.slice(NOTE.length), value);
      const event = this.#eventAt(key, value);
      if (!event) continue;
      // What an older edition could not read and this one can comes back from aside.
      if (key.startsWith(ASIDE) && entries.set(EVENT + eventId(event), value) === undefined)
        entries.remove(key);
      if (this.#adopt(event)) added.push(event);
    }
    return added;
  }

  /** The event of an entry. One that cannot be read is moved aside, where nothing overwrites it. */
  #eventAt(key: string, value: string): Event | undefined {
    const aside = key.startsWith(ASIDE);
    const name = aside ? key.slice(ASIDE.length) : key;
    if (!name.startsWith(EVENT)) return undefined;
    const event = readEvent(value);
    if (event && EVENT + eventId(event) === name.replace(/~\d+$/, aside ? '' : '$&')) return event;
    if (!aside) this.#moveAside(key, value);
    return undefined;
  }

  #moveAside(key: string, value: string): void {
    const entries = this.#entries;
    if (!entries) return;
    let place = ASIDE + key;
    for (let i = 2; ![undefined, value].includes(entries.get(place)); i++) place = `${ASIDE}${key}~${i}`;
    // Without room for the copy it stays where it is: it is ignored there, and kept.
    if (entries.set(place, value) === undefined) entries.remove(key);
  }

  #adoptNote(name: string, text: string): boolean {
    const known = parseNote(this.#notes.get(name));
    const found = parseNote(text);
    if (!found || (known && known.at >= found.at)) return false;
    this.#notes.set(name, text);
    return true;
  }

  #profile(): string {
    const kept = this.note('profile');
    if (typeof kept === 'string' && /^[a-z0-9]{1,20}$/.test(kept)) return kept;
    const made = this.#around.random();
    const text = JSON.stringify({ at: this.#around.now(), value: made });
    this.#notes.set('profile', text);
    const trouble = this.#entries?.set(`${NOTE}profile`, text);
    if (trouble) this.#localTrouble = trouble;
    return made;
  }

  async #openReplica(name: string): Promise<void> {
    const opening = openReplica(name, this.#around.database)
      .then(async (replica) => {
        const found = await replica?.all();
        if (!replica || !found) return this.#replicaIs(false);
        this.#replica = replica;
        await this.#unite(replica, found);
        this.#replicaIs(true);
      })
      // It opened but cannot be used: the notice says so if localStorage fails as well.
      .catch(() => this.#replicaIs(false));
    const patience = new Promise<void>((done) => setTimeout(done, PATIENCE));
    await Promise.race([opening, patience]);
    if (this.#replicaWorks === undefined) this.#replicaIs(false);
  }

  #replicaIs(working: boolean): void {
    const before = this.trouble;
    this.#replicaWorks = working;
    if (this.trouble !== before) this.#tell('trouble', []);
  }

  /** Brings both places to the union of what they hold. */
  async #unite(replica: Replica, found: ReadonlyMap<string, string>): Promise<void> {
    const added: Event[] = [];
    for (const [key, value] of found) {
      if (key.startsWith(NOTE) && this.#adoptNote(key.slice(NOTE.length), value))
        this.#entries?.set(key, value);
      if (!key.startsWith(EVENT)) continue;
      const event = readEvent(value);
      if (event && EVENT + eventId(event) === key) {
        if (this.#adopt(event)) added.push(event);
      } else {
        await replica.put([[ASIDE + key, value]]);
        await replica.remove([key]);
      }
    }
    for (const event of added) this.#setLocal(EVENT + eventId(event), JSON.stringify(event));
    const missing: [string, string][] = [];
    for (const [id, event] of this.#events) {
      if (!found.has(EVENT + id)) missing.push([EVENT + id, JSON.stringify(event)]);
    }
    for (const [name, text] of this.#notes) {
      if (found.get(NOTE + name) !== text) missing.push([NOTE + name, text]);
    }
    if (missing.length > 0) await replica.put(missing);
    if (added.length > 0) this.#tell('merged', added);
  }

  #write(events: readonly Event[]): void {
    this.#put(events.map((event) => [EVENT + eventId(event), JSON.stringify(event)]));
  }

  #put(entries: readonly (readonly [key: string, value: string])[]): void {
    for (const [key, value] of entries) {
      if (!this.#setLocal(key, value) && key.startsWith(EVENT)) this.#channel?.postMessage(value);
    }
    this.#replica?.put(entries).catch(() => this.#replicaIs(false));
  }

  #setLocal(key: string, value: string): boolean {
    const before = this.trouble;
    const failure = this.#entries ? this.#entries.set(key, value) : 'refused';
    if (failure) this.#localTrouble = failure;
    if (this.trouble !== before) this.#tell('trouble', []);
    return failure === undefined;
  }

  #tell(change: Change, added: readonly Event[]): void {
    for (const listener of this.#listeners) listener(change, added);
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
    if (typeof note !== 'object' || note === null || !('at' in note)) return undefined;
    return typeof note.at === 'number'
      ? { at: note.at, value: 'value' in note ? note.value : undefined }
      : undefined;
  } catch {
    return undefined;
  }
}
