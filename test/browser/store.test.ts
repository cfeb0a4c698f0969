import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shortDigest } from '../../src/model/digest.ts';
import { profileOf } from '../../src/model/events.ts';
import { parseEvent } from '../../src/model/parse-event.ts';
import { replay, view } from '../../src/path/index.ts';
import { courseOf, quiz, section } from '../path/build.ts';
import { entries } from './kept.ts';
import { launchProfile, serveFolder, withFolder } from './launch.ts';
import { shared, sharedChromium, sharedFolder } from './site.ts';

const folder = sharedFolder();
const served = shared(
  async () => {
    const site = join(folder(), 'site');
    await mkdir(site);
    await build({
      entryPoints: [join(import.meta.dirname, 'store-page.ts')],
      bundle: true,
      format: 'iife',
      outfile: join(site, 'store.js'),
    });
    await writeFile(
      join(site, 'index.html'),
      '<!doctype html><title>Store</title><script src="store.js"></script>',
    );
    await writeFile(
      join(site, 'sandboxed.html'),
      '<!doctype html><title>Frame</title><iframe sandbox="allow-scripts" src="index.html"></iframe>',
    );
    return serveFolder(site);
  },
  (server) => server.close(),
);
const browser = sharedChromium();

/** Two pages of one browser profile that nothing was stored in before. */
async function tabs(): Promise<[Page, Page]> {
  const context = await browser().newContext();
  const pages: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const page of pages) await page.goto(served().url);
  return pages;
}

/** What was opened. Tabs that named the browser apart at first add a fact that says so. */
const items = (page: Page): Promise<string[]> =>
  page.evaluate(`store.events().flatMap((event) => (event.type === 'opened' ? [event.item] : []))`);
const opened = (page: Page, count: number) => expect.poll(() => items(page)).toHaveLength(count);

describe('two tabs at once', () => {
  it('keep all of 600 answers, and see each other’s', async () => {
    const [first, second] = await tabs();
    const answer = async (page: Page, tab: string) =>
      page.evaluate(async (name) => {
        const store = window.makeStore('c');
        Object.assign(window, { store });
        await store.ready;
        for (let i = 0; i < 300; i++) {
          store.record({
            type: 'answered',
            item: 'm',
            question: `m#${name}${i}`,
            response: { type: 'single', option: 'a' },
            credit: 1,
          });
          if (i % 10 === 0) await new Promise((done) => setTimeout(done));
        }
      }, tab);
    await Promise.all([answer(first, 'a'), answer(second, 'b')]);
    for (const page of [first, second]) {
      await page.waitForFunction(`store.events().filter(({ type }) => type === 'answered').length === 600`);
      // Each place has all of them alone, whether they stand alone by now or were packed.
      const places = await page.evaluateHandle(() => {
        const refuse = () => {
          throw new DOMException('off', 'SecurityError');
        };
        return {
          local: window.makeStore('c', { database: refuse }),
          replica: window.makeStore('c', { local: refuse }),
        };
      });
      const counts = () =>
        places.evaluate(({ local, replica }) =>
          [local, replica].map((store) => store.events().filter(({ type }) => type === 'answered').length),
        );
      await expect.poll(counts).toEqual([600, 600]);
    }
  });

  it('use up one attempt that both handed in before they knew of each other, and agree on one name', async () => {
    const [first, second] = await tabs();
    const sheet = `{ type: 'submitted', item: 'q', attempt: 1, earned: 0, possible: 1, credits: {} }`;
    await first.evaluate(`window.store = makeStore('c'); store.record(${sheet}).n`);
    // As in a process that has yet to see what the other one wrote.
    await second.evaluate(`(() => { let off = true;
      window.store = makeStore('c', { local() { if (off) throw new DOMException('off', 'SecurityError'); return localStorage; } });
      const { n } = store.record(${sheet}); off = false; return n; })()`);
    const course = courseOf(section('all', { type: 'random-access' }, [quiz('q', { attempts: 5 })]));
    for (const page of [first, second]) {
      await page.waitForFunction(`store.events().some(({ type }) => type === 'aliased')`);
      await page.waitForFunction(`store.events().filter(({ type }) => type === 'submitted').length === 2`);
      const events = (await page.evaluate<unknown[]>('store.events()')).flatMap(
        (one) => parseEvent(one) ?? [],
      );
      const names = new Set(events.flatMap((one) => (one.type === 'submitted' ? [profileOf(one)] : [])));
      expect(names.size).toBe(2);
      expect(view(course, replay(course, events), 0).byId.get('q')?.quiz?.attemptsLeft).toBe(4);
    }
    const devices = await Promise.all(
      [first, second].map((page) =>
        page.evaluate<string>(`store.record({ type: 'opened', item: 'q' }).device`),
      ),
    );
    expect(new Set(devices).size).toBe(2);
    expect(new Set(devices.map((device) => profileOf({ device }))).size).toBe(1);
  });

  it('order what follows after what was seen, whatever the clocks say', async () => {
    const [first, second] = await tabs();
    const make = (now: number) => `window.store = makeStore('c', { now: () => ${now} }); store.ready`;
    await first.evaluate(make(2000));
    await second.evaluate(make(1000));
    await first.evaluate(`store.record({ type: 'opened', item: 'first' }).n`);
    await opened(second, 1);
    await second.evaluate(`store.record({ type: 'opened', item: 'second' }).n`);
    await opened(first, 2);
    for (const page of [first, second]) expect(await items(page)).toEqual(['first', 'second']);
  });

  it('both forget what one of them deletes, and nothing comes back', async () => {
    const [first, second] = await tabs();
    for (const page of [first, second]) await page.evaluate(`window.store = makeStore('c'); store.ready`);
    await first.evaluate(`store.record({ type: 'opened', item: 'a' }).n`);
    await opened(second, 1);
    await first.evaluate('store.late().then((late) => late.reset())');
    await opened(second, 0);
    await second.evaluate(`store.record({ type: 'opened', item: 'b' }).n`);
    await first.reload();
    await first.evaluate(`window.store = makeStore('c'); store.ready`);
    await expect.poll(() => items(first)).toEqual(['b']);
  });

  it('tell each other by the channel where localStorage is full', async () => {
    const [first, second] = await tabs();
    const full = `window.store = makeStore('c', { local: () => ({ length: 0, key: () => null, getItem: () => null,
      removeItem() {}, setItem() { throw new DOMException('no room', 'QuotaExceededError'); } }) }); store.ready`;
    for (const page of [first, second]) await page.evaluate(full);
    await first.evaluate(`store.record({ type: 'opened', item: 'a' }).n`);
    await opened(second, 1);
    // IndexedDB keeps it, so there is nothing to warn of.
    const inReplica = async () => [...(await entries(first)).keys()].filter((key) => key.includes(':event:'));
    await expect.poll(inReplica).toEqual([expect.stringMatching(/^database /)]);
    await expect.poll(() => first.evaluate('store.trouble() ?? null')).toBeNull();
    await first.reload();
    await first.evaluate(full);
    await expect.poll(() => items(first)).toEqual(['a']);
  });
});

describe('storage in trouble', () => {
  it('keeps going in memory, and says so, where the browser refuses storage', async () => {
    const page = await browser().newPage();
    await page.goto(`${served().url}sandboxed.html`);
    const frame = page.frames()[1];
    const outcome = await frame?.evaluate(
      `(async () => { const s = makeStore('c'); await s.ready; s.record({ type: 'opened', item: 'a' });
        return [s.trouble(), s.events().length]; })()`,
    );
    expect(outcome).toEqual(['refused', 1]);
  });

  it('says so when both places run out of room, and keeps what it has in memory', async () => {
    const [page] = await tabs();
    const outcome = await page.evaluate(
      `(async () => {
        const s = makeStore('c', {
          database: () => { throw new DOMException('off', 'SecurityError'); },
        });
        await s.ready;
        let size = 1 << 22;
        for (let i = 0; size > 0; ) {
          try { localStorage.setItem('fill' + i++, 'x'.repeat(size)); } catch { size = size >> 1; }
        }
        const seen = [];
        s.onChange((change) => seen.push(change));
        s.record({ type: 'opened', item: 'a' });
        while (!s.trouble()) await new Promise((done) => setTimeout(done, 10));
        return [s.trouble(), s.events().length, seen];
      })()`,
    );
    // Not before it was tried to make room.
    expect(outcome).toEqual(['full', 1, ['recorded', 'trouble']]);
  });

  it('moves entries that it cannot read aside, and keeps them', async () => {
    const [page] = await tabs();
    const bad = {
      'course:c:event:x:1': 'not JSON',
      'course:c:event:x:2': '{"type":"explode","device":"x","n":2,"at":0}',
      'course:c:event:x:3': '{"type":"opened","item":"m","device":"y","n":3,"at":0}',
      'course:c:event:__proto__:4': '{"__proto__":{"type":"opened"}}',
    };
    const good = '{"type":"opened","item":"m","device":"x","n":5,"at":0}';
    const outcome = await page.evaluate(
      async ({ bad, good }) => {
        for (const [key, value] of Object.entries(bad)) localStorage.setItem(key, value);
        localStorage.setItem('course:c:event:x:5', good);
        localStorage.setItem('course:other:event:x:1', 'not ours');
        const store = window.makeStore('c');
        await store.ready;
        // That what the browser did under another name is its own is said as well.
        const opened = store.events().filter(({ type }) => type === 'opened');
        return { events: opened.length, entries: { ...localStorage } };
      },
      { bad, good },
    );
    expect(outcome.events).toBe(1);
    for (const [key, value] of Object.entries(bad)) {
      expect(outcome.entries[key]).toBeUndefined();
      const place = `${key.replace('course:c:', 'course:c:aside:')}~${shortDigest(value)}`;
      expect(outcome.entries[place]).toBe(value);
    }
    expect(outcome.entries['course:other:event:x:1']).toBe('not ours');
  });

  it('never overwrites what stands aside already, and takes back what it can read by now', async () => {
    const [page] = await tabs();
    const entries = await page.evaluate(async (): Promise<Record<string, string>> => {
      localStorage.setItem('course:c:aside:event:x:1', 'older damage');
      localStorage.setItem('course:c:event:x:1', 'newer damage');
      localStorage.setItem(
        'course:c:aside:event:x:2',
        '{"type":"opened","item":"m","device":"x","n":2,"at":0}',
      );
      const store = window.makeStore('c');
      await store.ready;
      while (!localStorage.getItem('course:c:event:x:2')) await new Promise((done) => setTimeout(done, 10));
      const opened = store.events().filter(({ type }) => type === 'opened');
      return { ...Object.fromEntries(Object.entries(localStorage)), events: String(opened.length) };
    });
    expect(entries['course:c:aside:event:x:1']).toBe('older damage');
    expect(entries[`course:c:aside:event:x:1~${shortDigest('newer damage')}`]).toBe('newer damage');
    expect(entries['course:c:event:x:2']).toBeDefined();
    expect(entries['course:c:aside:event:x:2']).toBeUndefined();
    expect(entries.events).toBe('1');
  });

  it('goes on counting sensibly after a counter from a hostile file', async () => {
    const [page] = await tabs();
    const outcome = await page.evaluate(
      `(async () => { const s = makeStore('c'); await s.ready;
        (await s.late()).take([2 ** 39, 2 ** 40].map((n) => ({ type: 'opened', item: 'm', device: 'x', n, at: 0 })), 'file');
        s.record({ type: 'opened', item: 'a' }); s.record({ type: 'opened', item: 'b' });
        const again = makeStore('c'); await again.ready; return again.events().length; })()`,
    );
    expect(outcome).toBe(4);
  });
});

const KILLS = Number(process.env.COURSE_KILLS ?? 2);

it(
  `loses no answer when the browser is killed right after it, ${KILLS} times`,
  async () => {
    await withFolder(async (profile) => {
      for (let kill = 1; kill <= KILLS; kill++) {
        const first = await launchProfile(profile);
        const page = await first.context.newPage();
        await page.goto(served().url);
        // As soon as the page has been painted with what follows from the answer.
        await page.evaluate(
          `(async () => { const s = makeStore('c'); await s.ready; s.record({ type: 'opened', item: 'i${kill}' });
          for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done)); })()`,
        );
        await first.kill();
        const second = await launchProfile(profile);
        const again = await second.context.newPage();
        await again.goto(served().url);
        await again.evaluate(`window.store = makeStore('c'); store.ready`);
        await opened(again, kill);
        await second.close();
      }
    });
  },
  60_000 + KILLS * 20_000,
);
