import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { launchChromium, serveFolder } from '../test/browser/launch.ts';
import { scratchFolder } from './measure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const EVENTS = 20_000;
const ROUNDS = 11;

/** What was measured in one page: milliseconds, sizes in UTF-16 units. */
interface Times {
  readonly entries: number;
  readonly size: number;
  readonly parse: number;
  readonly load: number;
  readonly ready: number;
}

/** Measures a page that has just been loaded. */
const ROUND = `(async () => {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith('course:c:'));
  const texts = keys.map((key) => localStorage.getItem(key));
  const all = '[' + texts.join(',') + ']';
  let from = performance.now();
  JSON.parse(all);
  const parse = performance.now() - from;
  from = performance.now();
  const store = (window.store = makeStore('c'));
  const { length } = store.events();
  const load = performance.now() - from;
  await store.ready;
  const ready = performance.now() - from;
  if (length !== ${EVENTS} || store.events().length !== length) throw new Error(length + ' events.');
  return { entries: keys.length, size: all.length + keys.join('').length, parse, load, ready };
})()`;

/** The same page records: the mean of 100 answers, each with the list that it goes to. */
const RECORD = `(() => {
  const { length } = store.events();
  const from = performance.now();
  for (let i = 1; i <= 100; i++) {
    store.record({ type: 'opened', item: 'one-more' });
    if (store.events().length !== length + i) throw new Error('It was not recorded.');
  }
  return (performance.now() - from) / 100;
})()`;

/**
 * Prints what the store costs in Chromium with 20,000 answers, which were recorded there and packed on the way. Baseline:
 * `JSON.parse` of the same bytes, that is of every entry of the course in localStorage, once.
 */
export async function benchStore(): Promise<void> {
  const folder = scratchFolder('store');
  mkdirSync(folder);
  await build({
    entryPoints: [join(ROOT, 'test', 'browser', 'store-page.ts')],
    outfile: join(folder, 'store.js'),
    bundle: true,
    format: 'iife',
    minify: true,
    platform: 'browser',
    target: ['chrome111', 'firefox121', 'safari16.4'],
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script src="store.js"></script>');
  const served = await serveFolder(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.evaluate(`(async () => {
      const store = makeStore('c');
      await store.ready;
      const pause = () => new Promise((done) => setTimeout(done));
      for (let i = 0; i < ${EVENTS}; i++) {
        store.record({ type: 'answered', item: 'unit-' + (i >> 5) % 60, question: 'unit-' + (i >> 5) % 60 + '#q' + i % 32,
          response: { type: 'single', option: 'abcd'[i * 7 % 4] }, credit: i % 3 ? 1 : 0 });
        if (i % 50 === 49) await pause();
      }
      // Until the last of them are packed and written.
      for (let i = 0; i < 50; i++) await new Promise((done) => setTimeout(done, 20));
    })()`);
    // The next page packs what is left over.
    await page.reload();
    await page.evaluate(`(async () => {
      await makeStore('c').ready;
      while (localStorage.length > 100) await new Promise((done) => setTimeout(done, 100));
    })()`);
    const rounds: Times[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // As a learner meets it: in a page that ran nothing of this before.
      await page.reload();
      rounds.push(await page.evaluate<Times>(ROUND));
    }
    const median = (name: keyof Times) =>
      rounds.map((times) => times[name]).sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
    const [entries, size, parse] = [median('entries'), median('size'), median('parse')];
    const line = (what: string, time: number) =>
      console.log(
        `  ${what.padEnd(34)}${time.toFixed(2).padStart(8)} ms  ${(time / parse).toFixed(2)} × parse`,
      );
    console.log(
      `Chromium ${browser.version()}, ${EVENTS} answers in ${entries} entries of localStorage,\n` +
        `${size} of its 5 million UTF-16 units (${(size / EVENTS).toFixed(1)} an answer)\n`,
    );
    line('parse these bytes', parse);
    line('load what localStorage holds', median('load'));
    line('the same, and look at IndexedDB', median('ready'));
    line('record one more answer', await page.evaluate<number>(RECORD));
  } finally {
    await browser.close();
    await served.close();
  }
}
