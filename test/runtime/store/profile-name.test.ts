/** A damaged name of the browser profile: it gets another one, once. */
import { expect, it } from 'vitest';
import { FakeBrowser } from './fake-browser.ts';

const KEY = 'note:profile';
const NAME = /^\{"at":0,"value":"[a-z0-9]+"\}$/;
const SUBMITTED = { type: 'submitted', item: 'q', attempt: 1, earned: 0, possible: 1, credits: {} } as const;

it.each(
  [
    '{"at":0}',
    '{"at":0,"value":"~"}',
    '{"at":0,"value":"abc-def"}',
    '{"at":5,"value":"K9"}',
    '{"at":900000000000000,"value":null}',
    '{"at":4503599627370495,"value":"?"}',
    '~',
  ].flatMap((text) => [
    [text, 'localStorage'],
    [text, 'IndexedDB'],
    [text, 'both'],
  ]),
)('is put right where it is %s in %s', async (text, place) => {
  const browser = new FakeBrowser(() => 0.5);
  const pass = () => browser.pass(5000, () => 0);
  const before = browser.open('c');
  await pass();
  before.store.record(SUBMITTED);
  await pass();
  before.alive = false;
  const database = () => browser.databases.get('course:c');
  if (place !== 'IndexedDB') browser.local.set(`course:c:${KEY}`, text);
  if (place !== 'localStorage') database()?.set(KEY, text);
  const { store } = browser.open('c');
  await pass();
  const { calls } = browser;
  await pass();
  expect(browser.calls).toBe(calls);
  const aliases = store.events().filter(({ type }) => type === 'aliased').length;
  expect(aliases).toBeLessThanOrEqual(1);
  const name = browser.local.get(`course:c:${KEY}`);
  expect(name).toMatch(NAME);
  expect(database()?.get(KEY)).toBe(name);
});
