import { type Event, eventId } from '../../model/events.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { compareStamps } from '../../path/state.ts';
import { laterNote, parse, parseNote } from './notes.ts';
import { unpack } from './segment.ts';
import type { Change } from './types.ts';

/** Counters above this come from damaged or hostile files: following them would leave no room to count on. */
const HIGHEST = 2 ** 39;

/** What a page knows of the learner's progress, from wherever. Keys of entries go without the course's prefix. */
export interface Memory {
  readonly events: Map<string, Event>;
  /** The names of the events that do not hang on an arrival. */
  readonly own: Set<string>;
  readonly notes: Map<string, string>;
  /** The texts of what arrived, by the keys of the entries. */
  readonly arrivals: Map<string, string>;
  /** The events that the entries of many hold, by their names, by the keys of the entries; of what was undone, none. */
  readonly known: Map<string, ReadonlyMap<string, Event>>;
  /** Keys of entries that could not be read. */
  readonly unreadable: Set<string>;
  /** Events that followed from what was undone. */
  readonly dropped: Set<string>;
  /** Entries on the way to the replica, by their keys. */
  readonly outbox: Map<string, string>;
  /** Entries that no place has confirmed. */
  readonly nowhere: Map<string, string>;
  /** What the keys of everything since the last reset begin with, and the name of that reset. */
  since: string;
  cleared: string;
  /** The highest counter. */
  highest: number;
  /** The random name of this browser profile. */
  name: string;
  /** All events in order. Grows in place with what comes after all others, else it is a new one. */
  ordered(): readonly Event[];
  /** Whether an entry of events is here already, so that it need not be read. */
  isKnown(key: string): boolean;
  /** Whether an entry belongs to a reset that this page did not know of: what was done before it is forgotten then. */
  followReset(key: string): boolean;
  /** Takes in an entry that was read or heard of, and gives the events that it brought. */
  takeIn(key: string, text: string): readonly Event[];
  /** Those of the events that were not known. `holder`: `own` unless they hang on an arrival. */
  adopt(found: Iterable<readonly [id: string, event: Event]>, holder?: Set<string>): readonly Event[];
}

/** A memory that knows nothing yet, and touches no storage. `tell` hears of a reset that was followed, and of events that went with an arrival. */
export function openMemory(tell: (change: Change, added: readonly Event[]) => void): Memory {
  const events = new Map<string, Event>();
  const own = new Set<string>();
  const notes = new Map<string, string>();
  const arrivals = new Map<string, string>();
  const known = new Map<string, ReadonlyMap<string, Event>>();
  const unreadable = new Set<string>();
  const dropped = new Set<string>();
  const outbox = new Map<string, string>();
  const nowhere = new Map<string, string>();
  /** Undefined when something came in between since. */
  let sorted: Event[] | undefined;

  function isKnown(key: string): boolean {
    return known.has(key) || own.has(key.replace(`${memory.since}event:`, ''));
  }

  function followReset(key: string): boolean {
    const reset = /^since:(\d{16}-\w+):/.exec(key)?.[1];
    // By their numbers, which have leading zeros, then by their random part.
    if (!reset || reset <= memory.cleared) return false;
    memory.cleared = reset;
    memory.since = `since:${reset}:`;
    // The counter goes on: a name that an exported file carries must not be given again.
    for (const part of [events, own, notes, arrivals, known, unreadable, dropped, outbox, nowhere])
      part.clear();
    sorted = undefined;
    tell('reset', []);
    return true;
  }

  function takeIn(key: string, text: string): readonly Event[] {
    const { since } = memory;
    const [, kind, rest = ''] =
      (key.startsWith(since) && /^(\w+):(.*)$/s.exec(key.slice(since.length))) || [];
    if (isKnown(key)) return [];
    if (kind === 'note') adoptNote(rest, text);
    if (kind === 'undone') undone(key, rest, text);
    if (kind === 'event') {
      const event = parseEvent(parse(text));
      if (event && eventId(event) === rest) return adopt([[rest, event]], own);
      unreadable.add(key);
    }
    if (kind === 'segment' || kind === 'arrival')
      try {
        const packed = new Map<string, Event>();
        for (const value of unpack(text)) {
          const event = parseEvent(value);
          if (event) packed.set(eventId(event), event);
        }
        known.set(key, packed);
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

  /** What an arrival brought goes, and what is said to have followed from it. */
  function undone(key: string, arrival: string, followed: string): void {
    known.set(key, new Map());
    arrivals.delete(`${memory.since}arrival:${arrival}`);
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

  function adopt(
    found: Iterable<readonly [id: string, event: Event]>,
    holder?: Set<string>,
  ): readonly Event[] {
    const added: Event[] = [];
    for (const [id, event] of found) {
      if (holder && dropped.has(id)) continue;
      holder?.add(id);
      if (events.has(id)) continue;
      events.set(id, event);
      added.push(event);
      const last = sorted?.at(-1);
      if (last && compareStamps(last, event) < 0) sorted?.push(event);
      else sorted = undefined;
      // A hostile counter must not use up the room for counting on.
      if (event.n > memory.highest && (event.n <= HIGHEST || event.device.startsWith(memory.name)))
        memory.highest = event.n;
    }
    return added;
  }

  function adoptNote(name: string, text: string): void {
    // A damaged name of the profile is none, whenever it says to be from: it would keep a new one away.
    if (name === 'profile' && !/^"[a-z0-9]{1,20}"$/.test(JSON.stringify(parseNote(text)?.value))) return;
    if (laterNote(text, notes.get(name))) notes.set(name, text);
  }

  const memory: Memory = {
    events,
    own,
    notes,
    arrivals,
    known,
    unreadable,
    dropped,
    outbox,
    nowhere,
    since: '',
    cleared: '',
    highest: 0,
    name: '',
    isKnown,
    followReset,
    takeIn,
    adopt,
    ordered() {
      sorted ??= [...events.values()].sort(compareStamps);
      return sorted;
    },
  };
  return memory;
}
