import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/events.ts';
import { names } from '../../src/runtime/edition/names-part.ts';
import { courseOf, memoryStore, open, stamped } from './memory.ts';

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
