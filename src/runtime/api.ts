import type { Event, Fact } from '../model/events.ts';
import { parseEvent } from '../model/parse-event.ts';
import type { View } from '../path/types.ts';
import { load, loading } from './late.ts';
import type { Progress } from './progress.ts';
import type { ProgressFile } from './progress-file.ts';

/** `window.course`: for themes, LMS bridges and tests. `course:change` on `document` tells of every change. */
export interface CourseApi {
  /** Settles when everything that this browser keeps was read, the page shows it, and `view()` knows the reasons. */
  readonly ready: Promise<unknown>;
  /** What the learner sees now. Why something is locked, and where to go on, is there once it was `ready`. */
  view(): View;
  /** Everything the learner did, in order, as it was recorded: in the names of the edition of its day. */
  events(): readonly Event[];
  /** Adds what the learner did. Throws a TypeError for something that is not a fact. */
  record(fact: Fact): Event;
  /** The contents of a progress file, as a learner saves it. */
  export(): Promise<ProgressFile>;
  /** Adds a progress file: the file itself or its contents. Rejects with the reason when it is not one. */
  import(file: unknown): Promise<{ readonly added: number; readonly skipped: number }>;
}

declare global {
  interface Window {
    course?: CourseApi;
  }
}

/** The API over the learner's progress. */
export function courseApi(progress: Progress): CourseApi {
  const all = () => Promise.allSettled(loading.values());
  return {
    get ready() {
      const advice = () => [progress.view.next, ...progress.view.items.map((item) => item.reasons)];
      // The questions, then what they asked for, and what says where to go on and why something is locked.
      return progress.store.ready.then(all).then(advice).then(all);
    },
    view: () => progress.view,
    events: () => [...progress.store.events()],
    record(fact) {
      // Callers are scripts of others: what is kept must be readable again.
      const parsed = parseEvent({ ...fact, device: 'x', n: 0, at: 0 });
      if (!parsed) throw new TypeError('course.record: not a fact.');
      const { device, n, at, ...known } = parsed;
      return progress.record(known);
    },
    export: async () => (await load('transfer')).contents(progress),
    import: async (file) => (await load('transfer')).importFile(progress, file),
  };
}
