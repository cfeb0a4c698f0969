import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { storagePart } from '../../../src/runtime/store/late/storage-part.ts';
import { settle } from './fake-browser.ts';
import { Model } from './model.ts';

const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 300);
/** A failure is run again by the seed (`COURSE_TEST_SEED`) and the path that it printed. */
const PATH = process.env.COURSE_TEST_PATH;

// The store says on the console what it does another time.
beforeAll(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterAll(() => void vi.restoreAllMocks());

/** What no profile can be called, also from later than any clock says. */
const NO_NAMES = [
  '{"at":0}',
  '{"at":0,"value":"~"}',
  '{"at":5,"value":"K9"}',
  '{"at":9e14,"value":null}',
  '{"at":4503599627370495,"value":7.5}',
  '~',
];

type Command = (model: Model) => void | Promise<void>;

const index = fc.nat(3);
const onTab = (act: (model: Model, tab: NonNullable<ReturnType<Model['tab']>>) => void | Promise<void>) =>
  index.map(
    (i): Command =>
      (model) => {
        const tab = model.tab(i);
        return tab ? act(model, tab) : undefined;
      },
  );
const named = (name: string, weight: number, arbitrary: fc.Arbitrary<Command>) => ({
  weight,
  arbitrary: arbitrary.map((run) => ({ name, run })),
});

/** What learners, browsers and disks do. */
const command = fc.oneof(
  named(
    'record',
    8,
    onTab((model, tab) => model.record(tab)),
  ),
  named(
    'record three',
    2,
    onTab((model, tab) => [1, 2, 3].forEach(() => void (tab.alive && model.record(tab)))),
  ),
  named(
    'steps',
    10,
    fc.integer({ min: 1, max: 6 }).map((many) => async (model) => {
      for (let i = 0; i < many; i++) {
        await model.browser.step(model.pick());
        model.settle();
      }
    }),
  ),
  named(
    'time',
    3,
    fc.constantFrom(1, 900, 2100, 9000, 61_000).map((ms) => (model) => model.browser.pass(ms, model.pick)),
  ),
  named(
    'note',
    2,
    fc.tuple(index, fc.constantFrom('a', 'b'), fc.nat(9)).map(([i, name, value]) => (model) => {
      model.tab(i)?.store.keep(name, value);
    }),
  ),
  named(
    'open',
    2,
    fc.constant((model: Model) => model.open()),
  ),
  named(
    'open two at once',
    1,
    fc.constant((model: Model) => model.openTwo()),
  ),
  named(
    'close',
    2,
    onTab((model, tab) => model.end(tab)),
  ),
  named(
    'die',
    2,
    fc.tuple(index, fc.nat(30)).map(([i, calls]) => (model) => {
      const tab = model.tab(i);
      if (tab) model.die(tab, calls);
    }),
  ),
  named(
    'kill',
    1,
    fc.constant((model: Model) => model.kill()),
  ),
  named(
    'pack',
    4,
    onTab((_, tab) => {
      if (tab.core)
        void storagePart(tab.core)
          .compact()
          .catch(() => {});
    }),
  ),
  named(
    'take',
    2,
    fc.tuple(index, fc.nat(2)).map(([i, n]) => async (model) => {
      const tab = model.tab(i);
      if (tab) await model.take(tab, n);
    }),
  ),
  named(
    'undo',
    2,
    fc.tuple(index, fc.nat(2)).map(([i, n]) => (model) => {
      const tab = model.tab(i);
      if (tab) model.undo(tab, n);
    }),
  ),
  named(
    'reset',
    1,
    onTab((model, tab) => model.reset(tab)),
  ),
  named(
    'wake',
    2,
    onTab((model, tab) => model.wake(tab)),
  ),
  named(
    'clock',
    1,
    fc.integer({ min: -900_000, max: 900_000 }).map((by) => (model) => {
      model.browser.clock = by;
    }),
  ),
  named(
    'vanish',
    1,
    fc.constantFrom('local', 'database', 'both').map((what) => (model) => model.vanish(what)),
  ),
  named(
    'lose connection',
    1,
    onTab((model, tab) => model.disconnect(tab)),
  ),
  named(
    'quota',
    1,
    fc.constantFrom(0, 100, 400, 1e9).map((free) => (model) => {
      let used = 0;
      for (const [key, text] of model.browser.local) used += key.length + text.length;
      model.browser.quota = used + free;
    }),
  ),
  named(
    'read-only',
    1,
    fc.boolean().map((readOnly) => (model) => {
      model.browser.readOnly = readOnly;
    }),
  ),
  named(
    'spoil',
    1,
    fc.tuple(fc.nat(5), fc.constantFrom('local', 'database')).map(
      ([n, place]) =>
        (model) =>
          model.spoil(n, place),
    ),
  ),
  named(
    'spoil the name',
    1,
    fc.tuple(fc.constantFrom(...NO_NAMES), fc.constantFrom('local', 'database')).map(
      ([text, place]) =>
        (model) =>
          model.spoilName(text, place),
    ),
  ),
);

/** Which calls of storage fail: none, a single one, many in a row, or some of all. */
const plan = fc.record({
  calls: fc.oneof(
    fc.constant({ from: 0, many: 0, share: 0 }),
    fc.record({ from: fc.nat(800), many: fc.constant(1), share: fc.constant(1) }),
    fc.record({ from: fc.nat(800), many: fc.integer({ min: 2, max: 300 }), share: fc.constant(1) }),
    fc.record({ from: fc.nat(300), many: fc.constant(1e6), share: fc.constantFrom(0.02, 0.1, 0.3) }),
  ),
  places: fc.constantFrom<string[]>(['local'], ['database'], ['channel'], ['local', 'database', 'channel']),
  name: fc.constantFrom('SecurityError', 'QuotaExceededError', 'InvalidStateError', 'AbortError'),
});

it(`loses nothing without saying so, and brings nothing back, in ${RUNS} runs of tabs, faults and kills`, async () => {
  let [records, failures] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 40, size: 'max' }),
      plan,
      fc.boolean(),
      fc.boolean(),
      fc.nat(),
      async (commands, fails, apart, twoAtOnce, seed) => {
        const model = new Model(seed);
        const { browser } = model;
        browser.apart = apart;
        const { calls, places } = fails;
        model.databaseFails = calls.many > 0 && places.includes('database');
        browser.fault = (place) => {
          const at = browser.calls - calls.from;
          const failing =
            places.includes(place) &&
            at >= 0 &&
            at < calls.many &&
            (calls.share === 1 || model.random() < calls.share);
          if (failing) failures++;
          return failing ? fails.name : undefined;
        };
        if (twoAtOnce) model.openTwo();
        else model.open();
        for (const { run } of commands) {
          await run(model);
          await settle();
          model.settle();
        }
        await model.finish();
        records += model.fates.length;
      },
    ),
    {
      numRuns: RUNS,
      ...(PATH && { path: PATH }),
    },
  );
  // Not all runs were idle.
  expect(records).toBeGreaterThan(RUNS);
  expect(failures).toBeGreaterThan(RUNS);
});
