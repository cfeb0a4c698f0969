import { describe, expect, it } from 'vitest';
import type { Course, Item } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { names } from '../../src/runtime/edition/names-part.ts';
import { Progress } from '../../src/runtime/progress.ts';
import type { Change, Store } from '../../src/runtime/store/store.ts';

type Listener = (change: Change, added: readonly Event[]) => void;

/** A store that keeps everything in memory and never fails. */
function memoryStore(stored: readonly Event[] = [], kept: Readonly<Record<string, unknown>> = {}) {
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

const pageOf = (id: string): Item => ({
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

function courseOf(ids: readonly string[], renamed?: Readonly<Record<string, string>>): Course {
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
        type: 'random-access',
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

const stamped = (facts: readonly Fact[], device = 'there-1'): Event[] =>
  facts.map((fact, i) => ({ ...fact, device, n: i + 1, at: 0 }));

const open = (course: Course, store: Store) =>
  new Progress(course, store, () => 0, { reasonsFor: () => [], goOn: () => undefined });

describe('what is due', () => {
  const ids = Array.from({ length: 300 }, (_, i) => `page-${i}`);
  const done = ids.map((item): Fact => ({ type: 'viewed', item }));

  it('is recorded at once for somebody who finished much before there were editions', async () => {
    const { store } = memoryStore(stamped(done));
    const progress = open(courseOf(ids), store);
    let heard = 0;
    progress.onChange(() => heard++);
    await store.ready;
    await Promise.resolve();
    expect(heard).toBe(1);
    expect(store.events().filter(({ type }) => type === 'done')).toHaveLength(300);
    expect(progress.view.due).toEqual([]);
    expect(progress.view.finished).toBe(true);
  });

  it('is heard of together with what it follows from', async () => {
    const { store } = memoryStore();
    const progress = open(courseOf(['a', 'b']), store);
    await store.ready;
    const heard: number[] = [];
    progress.onChange(({ cleared }) => heard.push(cleared));
    progress.record({ type: 'viewed', item: 'a' });
    progress.record({ type: 'viewed', item: 'b' });
    expect(heard).toEqual([1, 2]);
    expect(store.events().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['viewed', 'done', 'finished']),
    );
    expect(store.events()).toHaveLength(5);
  });

  it('is left to the tab that did what it follows from', async () => {
    const { store, add } = memoryStore();
    const progress = open(courseOf(['a']), store);
    await store.ready;
    add('merged', stamped([{ type: 'viewed', item: 'a' }]));
    expect(progress.view.cleared).toBe(1);
    expect(store.events().map(({ type }) => type)).toEqual(['viewed']);
  });
});

describe('names of earlier editions', () => {
  const course = courseOf(['new'], { old: 'new', 'old#q': 'new#p', 'bank-1': 'bank' });

  it('are followed in what is replayed; what is stored stays', async () => {
    const { store, add } = memoryStore(stamped([{ type: 'viewed', item: 'old' }]));
    const progress = open(course, store);
    progress.follow(names(course, store));
    expect(progress.item('new')?.status).toBe('done');
    expect(progress.events).toMatchObject([{ item: 'new' }]);
    expect(progress.events[0]).toBe(progress.events[0]);
    expect(store.events()).toMatchObject([{ item: 'old' }]);
    add('merged', stamped([{ type: 'opened', item: 'old' }], 'there-2'));
    expect(progress.events).toMatchObject([{ item: 'new' }, { item: 'new' }]);
  });

  it('wait for what follows them, before anything is recorded as due', async () => {
    const { store } = memoryStore(stamped([{ type: 'viewed', item: 'old' }]));
    const progress = open(course, store);
    await store.ready;
    await Promise.resolve();
    expect(store.events()).toHaveLength(1);
    progress.follow(names(course, store));
    progress.record({ type: 'opened', item: 'new' });
    expect(store.events().map(({ type }) => type)).toContain('done');
  });

  it.each([
    ['draft:new#p', 'draft:old#q'],
    ['draft:new#other', 'draft:old#other'],
    ['draft:new#bank/x:2', 'draft:old#bank-1/x:2'],
    ['time:new:3', 'time:old:3'],
  ])('of notes: %s was %s', (name, old) => {
    const { store, notes } = memoryStore([], { [old]: { response: 1 } });
    const progress = open(course, store);
    progress.follow(names(course, store));
    expect(progress.note(name)).toEqual({ response: 1 });
    progress.keep(name, { response: 2 });
    expect(progress.note(name)).toEqual({ response: 2 });
    expect(notes.has(old)).toBe(true);
    // Handed in: neither comes back.
    progress.keep(name, undefined);
    expect(progress.note(name)).toBeUndefined();
  });
});
