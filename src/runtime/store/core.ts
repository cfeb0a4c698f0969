import type { Event, Fact } from '../../model/events.ts';
import type { Entries } from './entries.ts';
import type { Memory } from './memory.ts';
import type { Replica } from './replica.ts';
import type { Surroundings } from './types.ts';

/** What came from a file, all at once, and can be taken back. */
export interface Arrival {
  readonly id: string;
  /** When it was taken in, by the device's clock. */
  readonly at: number;
  /** Where it came from, for people to read: text of unknown origin. */
  readonly from: string;
  /** How many events it holds; others may hold some of them as well. None where it brought notes alone. */
  readonly count: number;
}

/**
 * Which facts go with what is taken back. `since`: those of one's own that follow from something and were recorded since it
 * came. `before`: all that stays for certain, without what came in other files later than this counter.
 */
export type Follows = (since: readonly Event[], before: (n: number) => readonly Event[]) => readonly Event[];

/** Something kept that this version cannot read. */
export interface Unread {
  readonly key: string;
  readonly text: string;
}

/** What the store lends to its late parts: its memory, and how it writes. Keys here go without the course's prefix. */
export interface Core extends Memory {
  readonly around: Surroundings;
  /** `course:<id>`, with `@<profile>` where there is one. */
  readonly base: string;
  readonly local: Entries;
  /** Undefined while it is not open. */
  replica: Replica | undefined;
  /** Writes an entry to both places: its key without `since`. */
  readonly put: (key: string, text: string) => void;
  /** Adds what was found to have happened. */
  readonly record: (fact: Fact) => Event;
  /** Writes an event as an entry. */
  readonly write: (event: Event) => void;
  /** Takes in an entry as if another tab had written it. */
  readonly hear: (key: string, text: string) => void;
  /** The replica has these entries. */
  readonly confirm: (batch: readonly (readonly [key: string, text: string])[]) => void;
  /** Names the profile where nothing does. */
  readonly nameProfile: () => void;
  readonly note: (name: string) => unknown;
  readonly keep: (name: string, value: string | number | boolean | object | undefined) => void;
}

/** What of the store is loaded when it is needed. */
export interface LateStorage {
  /** Packs the events that stand alone into segments, and small segments into larger ones. */
  compact(): Promise<void>;
  /** Brings both places to the union of what they and the page hold, and clears up. */
  mend(): Promise<void>;
  /**
   * Adds what a file held, as an arrival that can be undone, and gives the events that are new. Entries that only a
   * newer version can read are kept for it; so are those of its notes that are not here. `from` says to people where it
   * came from.
   */
  take(
    entries: readonly unknown[],
    from: string,
    notes?: ReadonlyMap<string, object | string>,
  ): readonly Event[];
  /** What was taken in and can be undone, the oldest first. */
  arrivals(): readonly Arrival[];
  /** Takes back what an arrival brought and nothing else holds, and what `follows` from it; notes that were changed since stay. */
  undo(id: string, follows: Follows): Promise<void>;
  /** What could not be read, and is kept; also what stands in IndexedDB only. */
  unread(): Promise<readonly Unread[]>;
  /** Forgets everything about this course and learner on this device; what could not be read stays. */
  reset(): Promise<void>;
  /** Asks the browser once to keep progress, where that asks nobody. */
  persist(): Promise<void>;
}

export type StoragePart = (core: Core) => LateStorage;
