import type { Event } from '../../model/events.ts';
import type { Entries } from './entries.ts';
import type { Replica } from './replica.ts';
import type { Surroundings } from './store.ts';

/** Events that came from a file, all at once, and can be taken back. */
export interface Arrival {
  readonly id: string;
  /** When it was taken in, by the device's clock. */
  readonly at: number;
  /** The highest counter before it. */
  readonly n: number;
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
  readonly arrivals: Map<string, Arrival & { readonly ids: Set<string>; readonly text: string }>;
  /** The names of the events that do not hang on an arrival. */
  readonly own: ReadonlySet<string>;
  /** Keys of entries that could not be read. */
  readonly unreadable: Set<string>;
  /** What the keys of everything since the last reset begin with. */
  readonly since: () => string;
  /** The name of the last reset. */
  readonly cleared: () => string;
  readonly highest: () => number;
  /** Writes an entry to both places. */
  readonly put: (key: string, text: string) => void;
  /** Takes in an entry as if another tab had written it. */
  readonly hear: (key: string, text: string) => void;
  /** Sends what `put` was given, all in one transaction. */
  readonly send: () => void;
  /** Whether an event followed from something that was undone. */
  readonly isIgnored: (event: Event) => boolean;
  readonly note: (name: string) => unknown;
  readonly keep: (name: string, value: string | number | boolean) => void;
}

/** What of the store is loaded when it is needed. */
export interface LateStorage {
  /** Packs the events that stand alone into segments, and small segments into larger ones. */
  compact(): Promise<void>;
  /** Moves what cannot be read out of the way. */
  moveAside(): Promise<void>;
  /** Removes what a reset left. */
  tidy(): Promise<void>;
  take(entries: readonly unknown[], from: string): void;
  undo(id: string): Promise<void>;
  unread(): Promise<readonly Unread[]>;
  reset(): Promise<void>;
  persist(): Promise<void>;
}

export type StoragePart = (core: Core) => LateStorage;
