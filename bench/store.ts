import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { launchChromium, serveFolder } from '../test/browser/launch.ts';
import { scratchFolder } from './measure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const EVENTS = 20_000;
const ROUNDS = 15;

/** What was measured in the page: medians in milliseconds, sizes in UTF-16 units. */
interface Times {
  readonly entries: number;
  readonly size: number;
  readonly parse: number;
  readonly load: number;
  readonly ready: number;
  readonly record: number;
}

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
    await page.reload();
    const times = await page.evaluate<Times>(`(async () => {
      const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
      const measured = { parse: [], load: [], ready: [], record: [] };
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('course:c:'));
      const texts = keys.map((key) => localStorage.getItem(key));
      const size = texts.join('').length + keys.join('').length;
      const all = '[' + texts.join(',') + ']';
      let store;
      for (let round = 0; round < ${ROUNDS}; round++) {
        let from = performance.now();
        JSON.parse(all);
        measured.parse.push(performance.now() - from);
        from = performance.now();
        store = makeStore('c');
        const { length } = store.events();
        measured.load.push(performance.now() - from);
        await store.ready;
        measured.ready.push(performance.now() - from);
        if (length !== ${EVENTS} || store.events().length !== length) throw new Error(length + ' events.');
      }
      for (let round = 0; round < 100; round++) {
        const from = performance.now();
        store.record({ type: 'opened', item: 'one-more' });
        measured.record.push(performance.now() - from);
        await new Promise((done) => setTimeout(done));
      }
      return { entries: keys.length, size, ...Object.fromEntries(Object.entries(measured).map(([name, times]) => [name, median(times)])) };
    })()`);
    const line = (what: string, time: number) =>
      console.log(
        `  ${what.padEnd(34)}${time.toFixed(2).padStart(8)} ms  ${(time / times.parse).toFixed(2)} × parse`,
      );
    console.log(
      `Chromium ${browser.version()}, ${EVENTS} answers in ${times.entries} entries of localStorage,\n` +
        `${times.size} of its 5 million UTF-16 units (${(times.size / EVENTS).toFixed(1)} an answer)\n`,
    );
    line('parse these bytes', times.parse);
    line('load what localStorage holds', times.load);
    line('the same, and look at IndexedDB', times.ready);
    line('record one more answer', times.record);
  } finally {
    await browser.close();
    await served.close();
  }
}
