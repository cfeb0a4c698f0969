import type { Event } from '../../model/events.ts';
import type { Entries } from './entries.ts';
import type { Replica } from './replica.ts';
import type { Surroundings } from './store.ts';

/** Events that came from a file, all at once, and can be taken back. */
export interface Arrival {
  readonly id: string;
  /** When it was taken in, by the device's clock. */
  readonly at: number;
  /** Where it came from, for people to read: text of unknown origin. */
  readonly from: string;
  /** How many events it holds; others may hold some of them as well. */
  readonly count: number;
}

/** Something kept that this version cannot read. */
export interface Unread {
  readonly key: string;
  readonly text: string;
}

/** What the store lends to its late parts. Keys here go without the course's prefix; functions give what holds now. */
export interface Core {
  readonly around: Surroundings;
  /** `course:<id>`, with `@<profile>` where there is one. */
  readonly base: string;
  readonly local: Entries;
  readonly replica: () => Replica | undefined;
  readonly events: ReadonlyMap<string, Event>;
  /** The names of the events that do not hang on an arrival. */
  readonly own: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, string>;
  /** The texts of what arrived, by the keys of the entries. */
  readonly arrivals: ReadonlyMap<string, string>;
  /** Which events the entries of many hold, by their keys. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of entries that could not be read. */
  readonly unreadable: Set<string>;
  /** Events that followed from what was undone. */
  readonly dropped: ReadonlySet<string>;
  /** Entries on the way to the replica. */
  readonly outbox: Map<string, string>;
  /** What the keys of everything since the last reset begin with. */
  readonly since: () => string;
  /** The name of the last reset. */
  readonly cleared: () => string;
  readonly highest: () => number;
  /** Writes an entry to both places: its key without what `since` gives. */
  readonly put: (key: string, text: string) => void;
  /** Writes an event as an entry. */
  readonly write: (event: Event) => void;
  /** Takes in an entry as if another tab had written it. */
  readonly hear: (key: string, text: string) => void;
  /** The replica has these entries. */
  readonly confirm: (batch: readonly (readonly [key: string, text: string])[]) => void;
  /** Names the profile where nothing does. */
  readonly nameProfile: () => void;
  readonly note: (name: string) => unknown;
  readonly keep: (name: string, value: string | number | boolean) => void;
}

/** What of the store is loaded when it is needed. */
export interface LateStorage {
  /** Packs the events that stand alone into segments, and small segments into larger ones. */
  compact(): Promise<void>;
  /** Brings both places to the union of what they and the page hold, and clears up. */
  mend(): Promise<void>;
  take(entries: readonly unknown[], from: string): readonly Event[];
  list(): readonly Arrival[];
  undo(id: string): Promise<void>;
  unread(): Promise<readonly Unread[]>;
  reset(): Promise<void>;
  persist(): Promise<void>;
}

export type StoragePart = (core: Core) => LateStorage;
