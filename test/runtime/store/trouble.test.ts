import { expect, it } from 'vitest';
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
