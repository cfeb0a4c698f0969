import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pack } from '../../../src/runtime/store/late/pack.ts';
import { type Packed, unpack } from '../../../src/runtime/store/segment.ts';
import { FakeBrowser, settle } from './fake-browser.ts';

/** Events of this version and of newer ones, with fields of any name and content. */
const event = fc
  .tuple(
    fc.constantFrom('answered', 'opened', 'of-a-newer-version'),
    fc.constantFrom('p-a', 'p-b'),
    fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.dictionary(
      fc.constantFrom('item', 'question', 'credit', '__proto__', 'constructor', 'new'),
      fc.jsonValue(),
    ),
  )
  .map(
    ([type, device, n, at, fields]): Packed => JSON.parse(JSON.stringify({ ...fields, type, device, n, at })),
  );

const sorted = (events: readonly unknown[]) =>
  events
    .map((one) => JSON.stringify(Object.entries(Object(one)).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();

it('packs any events, and gives all of them back as they were', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      expect(sorted(unpack(pack(events)))).toEqual(sorted(events));
    }),
  );
});

it('holds 20,000 answers in less than half of what localStorage takes', () => {
  const events = Array.from({ length: 20_000 }, (_, i): Packed => {
    const item = `unit-${(i >> 5) % 60}`;
    const response = { type: 'single', option: 'abcd'[(i * 7) % 4] };
    return {
      type: 'answered',
      item,
      question: `${item}#q${i % 32}`,
      response,
      credit: i % 3 ? 1 : 0,
      device: 'p-x',
      n: i,
      at: i * 9000,
    };
  });
  expect(pack(events).length).toBeLessThan(2_500_000);
});

it.each([
  ['a', 'a/b'],
  ['a', 'ab'],
  ['a', 'a@p'],
])('keeps the courses %s and %s apart, also when one is reset', async (one, other) => {
  const browser = new FakeBrowser(() => 0.5);
  const pass = () => browser.pass(5000, () => 0);
  const [first, second] = [browser.open(one), browser.open(other)];
  first.store.record({ type: 'opened', item: 'first' });
  second.store.record({ type: 'opened', item: 'second' });
  await pass();
  const reset = first.store.late().then((part) => part.reset());
  await settle();
  await pass();
  await reset;
  for (const tab of [first, second]) tab.alive = false;
  const [firstAgain, secondAgain] = [browser.open(one), browser.open(other)];
  await pass();
  expect(firstAgain.store.events()).toEqual([]);
  expect(secondAgain.store.events()).toMatchObject([{ item: 'second' }]);
});

it('lets what was kept last win, though the clock was set back', async () => {
  const browser = new FakeBrowser(() => 0.5);
  const tab = browser.open('c');
  tab.store.keep('draft', 'older');
  browser.clock = -900_000;
  tab.store.keep('draft', 'newer');
  await browser.pass(5000, () => 0);
  tab.alive = false;
  const again = browser.open('c');
  await browser.pass(5000, () => 0);
  expect(again.store.note('draft')).toBe('newer');
});

it('records what follows from an answer in the same transaction', async () => {
  const browser = new FakeBrowser(() => 0.5);
  const tab = browser.open('c');
  await browser.pass(5000, () => 0);
  tab.store.record({ type: 'opened', item: 'a' });
  tab.store.record({ type: 'awarded', badge: 'b' });
  await settle();
  // One step of the database is one transaction.
  await browser.step(0);
  const kept = [...(browser.databases.get('course:c')?.keys() ?? [])];
  expect(kept.filter((key) => key.startsWith('event:'))).toHaveLength(2);
});

it('forgets which notes were removed when that is long ago, and not before', async () => {
  const browser = new FakeBrowser(() => 0.5);
  const tab = browser.open('c');
  const keys = () => [...browser.local.keys(), ...(browser.databases.get('course:c')?.keys() ?? [])];
  const drafts = () => keys().filter((key) => key.includes('note:draft'));
  const pack = async () => {
    const packed = tab.store.late().then((part) => part.compact());
    await browser.pass(1000, () => 0);
    await packed;
  };
  await browser.pass(1000, () => 0);
  tab.store.keep('draft', 'text');
  tab.store.keep('draft', undefined);
  await browser.pass(1000, () => 0);
  await pack();
  expect(drafts()).toHaveLength(2);
  browser.now += 31 * 24 * 60 * 60 * 1000;
  await pack();
  expect(drafts()).toEqual([]);
  // Nothing brings it back.
  tab.store.refresh();
  await browser.pass(1000, () => 0);
  browser.open('c');
  await browser.pass(1000, () => 0);
  expect(drafts()).toEqual([]);
});
