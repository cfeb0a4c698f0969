import { expect, it } from 'vitest';
import { profileOf } from '../../../src/model/events.ts';
import { FakeBrowser, type FakeTab } from './fake-browser.ts';

const SECONDS = 1000;

/** A page that did something, where localStorage fails. */
async function recorded(prepare: (browser: FakeBrowser) => void): Promise<{
  tab: FakeTab;
  told: unknown[];
  pass: (ms: number) => Promise<void>;
}> {
  const browser = new FakeBrowser(() => 0.5);
  const pass = (ms: number) => browser.pass(ms, () => 0);
  prepare(browser);
  const tab = browser.open('c');
  await pass(1);
  const told: unknown[] = [];
  tab.store.onChange((change) => {
    if (change === 'trouble') told.push(tab.store.trouble());
  });
  tab.store.record({ type: 'opened', item: 'a' });
  return { tab, told, pass };
}

const refuse = (browser: FakeBrowser) => {
  browser.fault = (place) => (place === 'local' ? 'SecurityError' : undefined);
};

it('is told within seconds where IndexedDB hangs, and no more when it goes on', async () => {
  const { tab, told, pass } = await recorded((browser) => {
    refuse(browser);
    browser.hangs = true;
  });
  expect(told).toEqual([]);
  await pass(3 * SECONDS);
  expect(told).toEqual(['refused']);
  tab.browser.hangs = false;
  await pass(1);
  expect(told).toEqual(['refused', undefined]);
});

it('is told within seconds where the script that would make room never comes', async () => {
  const { told, pass } = await recorded((browser) => {
    browser.quota = 0;
    browser.isOffline = true;
    browser.fault = (place) => (place === 'database' ? 'SecurityError' : undefined);
  });
  expect(told).toEqual([]);
  await pass(3 * SECONDS);
  expect(told).toEqual(['full']);
});

it('is told where localStorage takes nothing without saying so, and IndexedDB fails', async () => {
  const { tab, pass } = await recorded((browser) => {
    browser.readOnly = true;
    browser.fault = (place) => (place === 'database' ? 'SecurityError' : undefined);
  });
  await pass(3 * SECONDS);
  expect(tab.store.trouble()).toBe('refused');
});

it('is not told where IndexedDB takes what localStorage refuses', async () => {
  const { told, pass } = await recorded(refuse);
  await pass(60 * SECONDS);
  expect(told).toEqual([]);
});

it.each([0, 1, 2, 3, 4, 5])(
  'keeps both of two texts that processes meet under one key at once, in order %i',
  async (order) => {
    const browser = new FakeBrowser(() => 0.5);
    browser.apart = true;
    let steps = 0;
    const pick = () => order * ++steps;
    const damage = ['damage', 'other damage'];
    for (const text of damage) browser.open('c', new Map([['course:c:event:x:1', text]]));
    await browser.pass(10 * SECONDS, pick);
    const fresh = browser.open('c');
    await browser.pass(10 * SECONDS, pick);
    const unread = (await fresh.store.late()).unread();
    await browser.pass(1, pick);
    expect((await unread).map(({ text }) => text).sort()).toEqual(damage);
  },
);

it('calls the browser profile by one name as soon as tabs that were opened at once hear of each other', async () => {
  const browser = new FakeBrowser(Math.random);
  browser.apart = true;
  browser.openTwo('c');
  const [first, second] = browser.tabs;
  const sheet = { type: 'submitted', item: 'q', attempt: 1, earned: 0, possible: 1, credits: {} } as const;
  const before = [first?.store.record(sheet), second?.store.record(sheet)];
  expect(before[0] && profileOf(before[0])).not.toBe(before[1] && profileOf(before[1]));
  await browser.pass(10 * SECONDS, () => 0);
  const [one, two] = [first, second].map((tab) => tab?.store.record({ type: 'opened', item: 'a' }));
  expect(one && profileOf(one)).toBe(two && profileOf(two));
  expect(one?.device).not.toBe(two?.device);
  for (const tab of browser.tabs)
    expect(tab.store.events().filter(({ type }) => type === 'aliased')).not.toHaveLength(0);
  // Pages that come later have nothing to mend, and load nothing late but what the test asks of them.
  const later = browser.open('c');
  await browser.pass(10 * SECONDS, () => 0);
  expect(later.store.events().some((event) => profileOf(event) !== profileOf(one ?? event))).toBe(true);
  expect(later.lates).toBe(1);
});
