import type { Course, Module } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { Progress } from '../../src/runtime/progress.ts';
import type { Change, Store } from '../../src/runtime/store/store.ts';

type Listener = (change: Change, added: readonly Event[]) => void;

/** A store that keeps everything in memory and never fails. */
export function memoryStore(stored: readonly Event[] = [], kept: Readonly<Record<string, unknown>> = {}) {
  let events = stored;
  const notes = new Map(Object.entries(kept));
  const listeners: Listener[] = [];
  const add = (change: Change, added: readonly Event[]) => {
    events = [...events, ...added];
    for (const listener of listeners) listener(change, added);
  };
  const store: Store = {
    ready: Promise.resolve(),
    events: () => events,
    trouble: () => undefined,
    onChange: (listener) => void listeners.push(listener),
    record(fact) {
      const event: Event = { ...fact, device: 'here-1', n: events.length + 1, at: 0 };
      add('recorded', [event]);
      return event;
    },
    late: () => Promise.reject(new Error('Nothing rare is tested here.')),
    note: (name) => notes.get(name),
    keep: (name, value) => void (value === undefined ? notes.delete(name) : notes.set(name, value)),
    refresh: () => undefined,
    heard: () => undefined,
  };
  return { store, notes, add };
}

/** A page that is done when it was read. */
export const pageOf = (id: string): Module => ({
  kind: 'module',
  id,
  title: id,
  parent: 'way',
  optional: false,
  minutes: 1,
  points: 1,
  done: { type: 'view' },
  questions: [],
  href: '',
});

/** A course of these pages, by default in an order of the learner's own. */
export function courseOf(
  ids: readonly string[],
  renamed?: Readonly<Record<string, string>>,
  shape: { readonly type: 'random-access' } | { readonly type: 'linear'; readonly autoplay: boolean } = {
    type: 'random-access',
  },
): Course {
  return {
    format: 1,
    id: 'c',
    title: '',
    language: 'en',
    pathway: 'way',
    competencies: [],
    badges: [],
    items: [
      {
        kind: 'section',
        ...shape,
        id: 'way',
        title: '',
        optional: false,
        minutes: 0,
        points: 0,
        children: ids,
      },
      ...ids.map(pageOf),
    ],
    ...(renamed && { renamed }),
  };
}

/** Facts as a device recorded them. */
export const stamped = (facts: readonly Fact[], device = 'there-1'): Event[] =>
  facts.map((fact, i) => ({ ...fact, device, n: i + 1, at: 0 }));

/** What a page would know, by a clock that stands. */
export const open = (course: Course, store: Store) =>
  new Progress(course, store, () => 0, { reasonsFor: () => [], goOn: () => undefined });
