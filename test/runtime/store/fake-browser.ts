/**
 * A browser of the tests: its storage, tabs and time. Everything that takes time waits in queues from which the test
 * takes the next step, in an order of its choice; any call may be made to fail, and tabs and the browser be killed.
 */

import type { Core } from '../../../src/runtime/store/core.ts';
import { storagePart } from '../../../src/runtime/store/late/storage-part.ts';
import { openStore, type Store, type Surroundings } from '../../../src/runtime/store/store.ts';

/** What goes wrong at a call: nothing, mostly. */
export type Fault = (place: 'local' | 'database' | 'channel', call: string) => string | undefined;

export class FakeBrowser {
  /** What tabs see in localStorage, and what of it is on the disk. */
  local = new Map<string, string>();
  flushed = new Map<string, string>();
  /** What IndexedDB committed, by the name of the database. */
  databases = new Map<string, Map<string, string>>();
  now = 1_000_000;
  clock = 0;
  quota = Number.POSITIVE_INFINITY;
  /** localStorage takes nothing, and throws nothing. */
  readOnly = false;
  /** Each tab is a process of its own, and sees what others wrote to localStorage only when it is told. */
  apart = false;
  /** Databases answer nothing, and late scripts never come. */
  hangs = false;
  isOffline = false;
  fault: Fault = () => undefined;
  calls = 0;
  readonly tabs: FakeTab[] = [];
  #timers: { at: number; tab: FakeTab; run: () => void }[] = [];
  /** Transactions and messages that wait, each queue in its order. */
  readonly queues = new Map<string, { tab: FakeTab; run: () => void }[]>();
  #random: () => number;
  #names = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  random(): string {
    this.#names++;
    return `r${this.#names}${Math.floor(this.#random() * 1e6).toString(36)}`;
  }

  later(tab: FakeTab, run: () => void, delay: number): void {
    this.#timers.push({ at: this.now + delay, tab, run });
  }

  enqueue(queue: string, tab: FakeTab, run: () => void): void {
    const waiting = this.queues.get(queue) ?? [];
    this.queues.set(queue, waiting);
    waiting.push({ tab, run });
  }

  /** Is something of this tab's under way in a database? */
  isBusy(tab: FakeTab): boolean {
    return [...this.queues].some(
      ([name, queue]) => name.startsWith('database') && queue.some((one) => one.tab === tab && tab.alive),
    );
  }

  /** Does the next thing of a queue; false when nothing waits. */
  async step(pick: number): Promise<boolean> {
    for (const [name, queue] of this.queues) {
      const alive = queue.filter(({ tab }) => tab.alive);
      if (alive.length === 0) this.queues.delete(name);
      else this.queues.set(name, alive);
    }
    const names = [...this.queues.keys()].filter((name) => !(this.hangs && name.startsWith('database')));
    const name = names[pick % names.length];
    if (name === undefined) return false;
    this.queues.get(name)?.shift()?.run();
    await settle();
    return true;
  }

  /** Lets time pass: timers go off, and all that waits is done. */
  async pass(ms: number, pick: () => number): Promise<void> {
    const end = this.now + ms;
    let steps = 0;
    for (;;) {
      await settle();
      while (await this.step(pick())) {
        if (++steps > 5000) throw new Error('The tabs never come to rest.');
      }
      this.#timers = this.#timers.filter(({ tab }) => tab.alive);
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.run();
      await settle();
    }
    this.now = end;
    this.flushed = new Map(this.local);
  }

  open(course: string, seen: ReadonlyMap<string, string> = this.local): FakeTab {
    const tab = new FakeTab(this, course, seen);
    this.tabs.push(tab);
    return tab;
  }

  /** Two tabs at once: where each is a process of its own, the second one has yet to hear what the first one writes. */
  openTwo(course: string): void {
    const before = new Map(this.local);
    this.open(course);
    const second = this.open(course, this.apart ? before : undefined);
    for (const [key, text] of this.local) if (before.get(key) !== text) second.toldOf(key, text);
  }

  /** A crash of the whole browser: what was not on the disk is gone. */
  kill(): void {
    for (const tab of this.tabs) tab.alive = false;
    this.local = new Map(this.flushed);
    this.queues.clear();
  }

  get alive(): FakeTab[] {
    return this.tabs.filter((tab) => tab.alive);
  }
}

/** Lets promises go on until only the queues are left. */
export async function settle(): Promise<void> {
  await new Promise((done) => setImmediate(done));
}

export class FakeTab {
  alive = true;
  /** How often it asked for what is loaded late. */
  lates = 0;
  core: Core | undefined;
  /** So many more calls of storage until this tab is killed. */
  left = Number.POSITIVE_INFINITY;
  readonly store: Store;
  readonly browser: FakeBrowser;
  readonly connections = new Set<FakeDatabase>();
  /** What it sees in localStorage. */
  readonly #seen: Map<string, string>;
  #channel: ((event: { data: unknown }) => void) | undefined;
  readonly #prefix: string;

  constructor(browser: FakeBrowser, course: string, seen: ReadonlyMap<string, string>) {
    this.browser = browser;
    this.#seen = new Map(seen);
    this.#prefix = `course:${course}:`;
    const around: Surroundings = {
      local: () => this.#storage(),
      // The parts of these interfaces that the store uses.
      database: () => this.#factory() as unknown as IDBFactory,
      channel: (name) => this.#openChannel(name) as unknown as BroadcastChannel,
      now: () => browser.now + browser.clock,
      random: () => browser.random(),
      later: (run, delay) => browser.later(this, run, delay),
      late: async () => {
        this.lates++;
        if (browser.isOffline) await new Promise(() => {});
        return (core) => {
          this.core = core;
          return storagePart(core);
        };
      },
    };
    this.store = openStore(course, around);
    void this.store.late();
  }

  /** Throws where the test wants it, and for a tab that is no more. */
  call(place: 'local' | 'database' | 'channel', call: string): void {
    this.browser.calls++;
    this.left--;
    if (this.left < 0) this.alive = false;
    const fault = this.alive ? this.browser.fault(place, call) : 'InvalidStateError';
    if (fault) throw new DOMException(`${call} fails`, fault);
  }

  #storage(): Storage {
    const { browser } = this;
    const call = (name: string) => this.call('local', name);
    call('localStorage');
    const seen = browser.apart ? this.#seen : browser.local;
    const keys = () => [...seen.keys()];
    const write = (key: string, value: string | null) => {
      // What changes nothing, as far as this process sees, is neither written nor told.
      if ((seen.get(key) ?? null) === value || browser.readOnly) return;
      for (const entries of [seen, browser.local])
        if (value === null) entries.delete(key);
        else entries.set(key, value);
      for (const tab of browser.alive) if (tab !== this) tab.toldOf(key, value);
    };
    return {
      get length() {
        call('length');
        return seen.size;
      },
      key(index) {
        call('key');
        return keys()[index] ?? null;
      },
      getItem(key) {
        call('getItem');
        return seen.get(key) ?? null;
      },
      setItem(key, value) {
        call('setItem');
        const size = (text: string | undefined) => (text === undefined ? 0 : key.length + text.length);
        let used = size(value) - size(browser.local.get(key));
        for (const [name, text] of browser.local) used += name.length + text.length;
        if (used > browser.quota) throw new DOMException('no room', 'QuotaExceededError');
        write(key, value);
      },
      removeItem(key) {
        call('removeItem');
        write(key, null);
      },
      clear() {
        throw new Error('The store never clears localStorage.');
      },
    };
  }

  /** Somebody else changed localStorage, or emptied it: it will see that. */
  toldOf(key: string | null, value: string | null): void {
    this.browser.enqueue(`storage ${this.browser.tabs.indexOf(this)}`, this, () => {
      const { local } = this.browser;
      for (const one of key === null ? [...this.#seen.keys(), ...local.keys()] : [key]) {
        const now = local.get(one);
        if (now === undefined) this.#seen.delete(one);
        else this.#seen.set(one, now);
      }
      this.store.heard(key, value);
    });
  }

  #openChannel(name: string) {
    this.call('channel', 'BroadcastChannel');
    return {
      addEventListener: (_: string, listener: (event: { data: unknown }) => void) => {
        this.#channel = listener;
      },
      postMessage: (data: unknown) => {
        this.call('channel', 'postMessage');
        const { browser } = this;
        for (const tab of browser.alive) {
          if (tab !== this && tab.#prefix === name)
            browser.enqueue(`channel ${browser.tabs.indexOf(tab)}`, tab, () => tab.#channel?.({ data }));
        }
      },
    };
  }

  #factory() {
    this.call('database', 'indexedDB');
    return {
      open: (name: string) => {
        this.call('database', 'open');
        const opening = new FakeRequest<FakeDatabase>();
        this.browser.enqueue(`database ${name}`, this, () => {
          try {
            this.call('database', 'opened');
          } catch (error) {
            opening.fail(error);
            return;
          }
          const isNew = !this.browser.databases.has(name);
          if (isNew) this.browser.databases.set(name, new Map());
          const database = new FakeDatabase(this, name);
          this.connections.add(database);
          opening.result = database;
          if (isNew) opening.onupgradeneeded?.();
          opening.onsuccess?.();
        });
        return opening;
      },
    };
  }
}

class FakeRequest<T> {
  result: T | undefined;
  error: unknown;
  onsuccess: (() => void) | undefined;
  onerror: (() => void) | undefined;
  onupgradeneeded: (() => void) | undefined;

  fail(error: unknown): void {
    this.error = error;
    this.onerror?.();
  }
}

export class FakeDatabase {
  readonly version = 1;
  readonly objectStoreNames = { contains: () => true };
  onclose: (() => void) | undefined;
  onversionchange: (() => void) | undefined;
  closed = false;
  readonly #tab: FakeTab;
  readonly #name: string;

  constructor(tab: FakeTab, name: string) {
    this.#tab = tab;
    this.#name = name;
  }

  close(): void {
    this.closed = true;
    this.#tab.connections.delete(this);
  }

  /** The browser closes the connection: what runs is aborted. */
  end(): void {
    if (this.closed) return;
    this.close();
    this.onclose?.();
  }

  transaction() {
    this.#tab.call('database', 'transaction');
    if (this.closed) throw new DOMException('closed', 'InvalidStateError');
    const { browser } = this.#tab;
    const work: { run: (entries: Map<string, string>) => unknown; request: FakeRequest<unknown> }[] = [];
    const transaction: {
      error: unknown;
      oncomplete?: () => void;
      onabort?: () => void;
      onerror?: () => void;
      objectStore: () => unknown;
      commit: () => void;
    } = {
      commit: () => this.#tab.call('database', 'commit'),
      error: undefined,
      objectStore: () => {
        const ask = (call: string, run: (entries: Map<string, string>) => unknown) => {
          this.#tab.call('database', call);
          const request = new FakeRequest<unknown>();
          work.push({ run, request });
          return request;
        };
        return {
          transaction,
          getAllKeys: () => ask('getAllKeys', (entries) => [...entries.keys()]),
          get: (key: string) => ask('get', (entries) => entries.get(key)),
          put: (text: string, key: string) => ask('put', (entries) => entries.set(key, text)),
          delete: (key: string) => ask('delete', (entries) => entries.delete(key)),
        };
      },
    };
    const abort = (error: unknown) => {
      transaction.error = error;
      transaction.onabort?.();
    };
    browser.enqueue(`database ${this.#name}`, this.#tab, () => {
      const before = browser.databases.get(this.#name);
      if (!before || this.closed) return abort(new DOMException('closed', 'AbortError'));
      const entries = new Map(before);
      try {
        // What an answer leads to within the transaction is done as well: the list grows.
        for (const { run, request } of work) {
          this.#tab.call('database', 'request');
          request.result = run(entries);
          request.onsuccess?.();
        }
        this.#tab.call('database', 'commit');
      } catch (error) {
        for (const { request } of work) request.fail(error);
        return abort(error);
      }
      browser.databases.set(this.#name, entries);
      transaction.oncomplete?.();
    });
    return transaction;
  }
}
