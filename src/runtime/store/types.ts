import type { Event, Fact } from '../../model/events.ts';
import type { LateStorage, StoragePart } from './core.ts';
import type { Trouble } from './entries.ts';

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
  /** What the store rarely needs; rejects when it cannot be loaded. `quiet`: nobody waits for it. */
  readonly late: (quiet?: boolean) => Promise<StoragePart>;
}

/**
 * `merged`: events from another tab, a file or the replica. `undone`: events were taken away again, with the file that
 * brought them. `trouble`: where progress is kept has changed.
 */
export type Change = 'recorded' | 'merged' | 'reset' | 'undone' | 'trouble';

/**
 * A learner's progress in one course: a grow-only set of events, each under a key of its own in
 * localStorage and again in IndexedDB, so that tabs cannot overwrite each other and a killed browser loses
 * nothing. Every page load names its events with a device id of its own (`profile-page`): two tabs that
 * write at the same moment never use the same name. Notes (drafts, settings) are last-write-wins values.
 */
export interface Store {
  /** Settles when the replica was read, or given up: before that the set may not be complete. */
  readonly ready: Promise<void>;
  /** All events in the order of a merge: by counter, then by device. What comes after all others is added in place. */
  events(): readonly Event[];
  /** Why something lives in this page's memory only; undefined while some place on the disk keeps all of it. */
  trouble(): Trouble | undefined;
  onChange(listener: (change: Change, added: readonly Event[]) => void): void;
  /** Adds what the learner just did. */
  record(fact: Fact): Event;
  /** What is rarely needed; rejects when it cannot be loaded. */
  late(): Promise<LateStorage>;
  /** A value kept under a name; undefined when there is none, or none that can be read. */
  note(name: string): unknown;
  /** Keeps a value under a name; undefined removes it. */
  keep(name: string, value: string | number | boolean | object | undefined): void;
  /** Reads again: a page that slept may have missed what other tabs did. */
  refresh(): void;
  /** Another tab wrote to localStorage. `key` is the whole key; null for both: all was removed. */
  heard(key: string | null, value: string | null): void;
}
