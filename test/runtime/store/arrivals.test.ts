/** What a file brings beside events, and what of it goes again. */
import { describe, expect, it } from 'vitest';
import type { LateStorage } from '../../../src/runtime/store/core.ts';
import type { Store } from '../../../src/runtime/store/store.ts';
import { FakeBrowser } from './fake-browser.ts';

const DRAFT = 'draft:q#a:1';
const given = (text: string) => ({ response: { type: 'text', text } });
const event = (n: number) => ({ type: 'opened', item: 'a', device: 'file-x', n, at: 0 });

async function opened(): Promise<{ store: Store; part: LateStorage; browser: FakeBrowser }> {
  const browser = new FakeBrowser(() => 0.5);
  const { store } = browser.open('c');
  await browser.pass(1, () => 0);
  return { store, part: await store.late(), browser };
}

async function undo(browser: FakeBrowser, part: LateStorage, from: string): Promise<void> {
  const arrival = part.arrivals().find((one) => one.from === from);
  if (!arrival) throw new Error(`Nothing came from ${from}.`);
  const undone = part.undo(arrival.id, () => []);
  await browser.pass(10, () => 0);
  await undone;
}

const brought = (text: string) => new Map([[DRAFT, given(text)]]);

describe('undoing what a file brought beside events', () => {
  it.each<[name: string, acts: (store: Store, part: LateStorage) => void, left: unknown]>([
    ['goes', (_, part) => part.take([event(1)], 'one', brought('x')), undefined],
    ['goes where it came alone', (_, part) => part.take([], 'one', brought('x')), undefined],
    [
      'stays where it was here before, also with the same words',
      (store, part) => {
        store.keep(DRAFT, given('x'));
        part.take([event(1)], 'one', brought('x'));
      },
      given('x'),
    ],
    [
      'stays where it was changed since',
      (store, part) => {
        part.take([event(1)], 'one', brought('x'));
        store.keep(DRAFT, given('y'));
      },
      given('y'),
    ],
    [
      'stays where it was changed and put back since',
      (store, part) => {
        part.take([event(1)], 'one', brought('x'));
        store.keep(DRAFT, given('y'));
        store.keep(DRAFT, given('x'));
      },
      given('x'),
    ],
    [
      'stays where another file brought it as well',
      (_, part) => {
        part.take([event(1)], 'one', brought('x'));
        part.take([event(2)], 'two', brought('x'));
      },
      given('x'),
    ],
    [
      'goes where another file brought something else, which was not taken',
      (_, part) => {
        part.take([event(1)], 'one', brought('x'));
        part.take([event(2)], 'two', brought('y'));
      },
      undefined,
    ],
    [
      'goes in the place of a name that was deleted',
      (store, part) => {
        store.keep(DRAFT, '');
        part.take([event(1)], 'one', brought('x'));
      },
      undefined,
    ],
  ])('%s', async (_name, acts, left) => {
    const { store, part, browser } = await opened();
    acts(store, part);
    await undo(browser, part, 'one');
    expect(store.note(DRAFT)).toEqual(left);
    expect(part.arrivals().map(({ from }) => from)).not.toContain('one');
    // So it is for the next page.
    const again = browser.open('c');
    await browser.pass(10, () => 0);
    expect(again.store.note(DRAFT)).toEqual(left);
  });

  it('goes with the last of the files that brought it', async () => {
    const { store, part, browser } = await opened();
    part.take([], 'one', brought('x'));
    part.take([], 'two', brought('x'));
    await undo(browser, part, 'one');
    expect(store.note(DRAFT)).toEqual(given('x'));
    await undo(browser, part, 'two');
    expect(store.note(DRAFT)).toBeUndefined();
  });

  it('is nothing to undo where a file brought nothing', async () => {
    const { store, part } = await opened();
    store.keep(DRAFT, given('y'));
    expect(part.take([], 'one', brought('x'))).toEqual([]);
    expect(part.arrivals()).toEqual([]);
    expect(store.note(DRAFT)).toEqual(given('y'));
  });
});
