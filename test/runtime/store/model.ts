import { type Event, eventId, profileOf } from '../../../src/model/events.ts';
import { parseEvent } from '../../../src/model/parse-event.ts';
import { replay, view } from '../../../src/path/index.ts';
import { unpack } from '../../../src/runtime/store/segment.ts';
import { courseOf, quiz, section } from '../../path/build.ts';
import { FakeBrowser, type FakeTab } from './fake-browser.ts';

const COURSE = 'c';
const MOST_TABS = 4;
const LIMIT = 100;
const QUIZ = courseOf(section('all', { type: 'random-access' }, [quiz('quiz', { attempts: LIMIT })]));

/** What must become of an event that a tab recorded, or took in from a file. */
interface Fate {
  readonly id: string;
  readonly tab: FakeTab;
  /** The key of the arrival, for what came from a file. */
  readonly arrival: string | undefined;
  /** Follows from what arrived: an undo drops it, too. */
  readonly derived: boolean;
  must: 'stay' | 'go' | 'either';
  /** It was seen on the disk: from then on it stays there. */
  safe: boolean;
}

/** What the test knows of the learner's progress in a browser, whatever the store says. */
export class Model {
  readonly browser: FakeBrowser;
  readonly fates: Fate[] = [];
  readonly garbage: string[] = [];
  readonly random: () => number;
  /** IndexedDB may have failed: a killed browser may then lose what localStorage had not flushed. */
  databaseFails = false;
  hasVanished = false;
  /** The name of the last reset, and whether one is under way. */
  #epoch = '';
  #resetting = 0;
  /** Tabs that have not looked since storage was emptied. */
  readonly #unaware = new Set<FakeTab>();

  /** Tabs that ended before IndexedDB had everything. */
  readonly #cutOff = new Set<FakeTab>();

  constructor(seed: number) {
    this.random = mulberry32(seed);
    this.browser = new FakeBrowser(this.random);
  }

  pick = (): number => Math.floor(this.random() * 1e6);

  tab(index: number): FakeTab | undefined {
    const { alive } = this.browser;
    return alive[index % Math.max(alive.length, 1)];
  }

  open(): void {
    if (this.browser.alive.length < MOST_TABS) this.browser.open(COURSE);
  }

  openTwo(): void {
    if (this.browser.alive.length < MOST_TABS - 1) this.browser.openTwo(COURSE);
  }

  /** Does it know of the last reset? What it records before that is neither before nor after it. */
  #isBehind(tab: FakeTab): boolean {
    return this.#resetting > 0 || (tab.core?.cleared ?? '') !== this.#epoch;
  }

  record(tab: FakeTab): void {
    const n = this.pick();
    const derived = n % 4 === 0;
    const event = tab.store.record(
      derived
        ? { type: 'awarded', badge: `b${n}` }
        : n % 4 === 1
          ? { type: 'submitted', item: 'quiz', attempt: (n % 5) + 1, earned: 0, possible: 1, credits: {} }
          : { type: 'opened', item: `m${n}` },
    );
    this.#expect(tab, event, event.type === 'awarded' && followsFromArrival(event.badge));
  }

  #expect(tab: FakeTab, event: Event, derived: boolean, arrival?: string): void {
    const must = this.#isBehind(tab) ? 'either' : 'stay';
    this.fates.push({ id: eventId(event), tab, arrival, derived, must, safe: false });
  }

  async take(tab: FakeTab, n: number): Promise<void> {
    const events = [1, 2, 3].map(
      (i): Event => ({ type: 'opened', item: `f${i}`, device: `file-${n}`, n: i * 5, at: 0 }),
    );
    const before = new Set(tab.core?.arrivals.keys());
    (await tab.store.late()).take(events, 'a file');
    const arrival = [...(tab.core?.arrivals.keys() ?? [])].find((key) => !before.has(key));
    if (arrival) for (const event of events) this.#expect(tab, event, false, arrival);
  }

  undo(tab: FakeTab, which: number): void {
    const keys = [...(tab.core?.arrivals.keys() ?? [])];
    const key = keys[which % keys.length];
    if (key === undefined) return;
    const [gone, derived] = [
      this.fates.filter((fate) => fate.arrival === key),
      this.fates.filter((fate) => fate.derived && fate.must === 'stay'),
    ];
    for (const fate of [...gone, ...derived]) fate.must = 'either';
    void tab.store
      .late()
      .then((part) =>
        part.undo(key.slice(key.lastIndexOf(':') + 1), (since) =>
          since.filter((event) => event.type === 'awarded' && followsFromArrival(event.badge)),
        ),
      )
      .then(
        () => {
          // Like anything else it may die with the tab that has not written it yet.
          const undone = key.replace('arrival:', 'undone:');
          const isKept = [`course:${COURSE}:${undone}`, undone].some(
            (name) => this.browser.local.has(name) || this.#database().has(name),
          );
          if (isKept) for (const fate of gone) fate.must = 'go';
        },
        () => {},
      );
  }

  reset(tab: FakeTab): void {
    const known = new Set(tab.store.events().map(eventId));
    const before = this.fates.filter(({ id }) => known.has(id));
    for (const fate of this.fates) if (fate.must === 'stay') fate.must = 'either';
    this.#resetting++;
    void tab.store
      .late()
      .then((part) => part.reset())
      .then(
        () => {
          if (!tab.alive) return;
          for (const fate of before) fate.must = 'go';
          // Of two at the same time the one that is later by its name counts, whichever ended first.
          const cleared = tab.core?.cleared ?? '';
          if (cleared > this.#epoch) this.#epoch = cleared;
          this.#resetting--;
        },
        // Storage that fails may have taken the reset without saying so: it may be followed later.
        () => {},
      );
  }

  vanish(what: string): void {
    const { browser } = this;
    this.hasVanished = true;
    if (what !== 'database') {
      browser.local.clear();
      browser.flushed.clear();
      for (const tab of browser.alive) tab.toldOf(null, null);
    }
    if (what !== 'local') {
      browser.databases.clear();
      for (const tab of browser.alive) for (const connection of [...tab.connections]) connection.end();
    }
    for (const tab of browser.alive) this.#unaware.add(tab);
    const disk = this.#disk();
    for (const fate of this.fates) {
      if (disk.has(nameOf(fate))) continue;
      fate.safe = false;
      if (!fate.tab.alive && fate.must === 'stay') fate.must = 'either';
    }
  }

  wake(tab: FakeTab): void {
    tab.store.refresh();
    // A process of its own may not know yet that storage was emptied.
    if (!this.browser.queues.has(`storage ${this.browser.tabs.indexOf(tab)}`)) this.#unaware.delete(tab);
  }

  spoil(n: number, place: string): void {
    const { browser } = this;
    const text = `garbage ${browser.calls}`;
    const key = `event:spoilt:${n}`;
    const whole = `course:${COURSE}:${key}`;
    if (place === 'local' && !browser.local.has(whole)) {
      browser.local.set(whole, text);
      if (browser.apart) for (const tab of browser.alive) tab.toldOf(whole, text);
    } else if (place === 'database' && this.#database().size > 0 && !this.#database().has(key))
      this.#database().set(key, text);
    else return;
    this.garbage.push(text);
  }

  /** Something overwrites the name of the profile, in a place that has one. */
  spoilName(text: string, place: string): void {
    const { browser } = this;
    const key = 'note:profile';
    const whole = `course:${COURSE}:${key}`;
    if (place === 'local' && browser.local.has(whole)) {
      browser.local.set(whole, text);
      for (const tab of browser.alive) tab.toldOf(whole, text);
    } else if (place === 'database' && this.#database().has(key)) this.#database().set(key, text);
  }

  kill(): void {
    const { browser } = this;
    this.settle();
    const busy = browser.alive.some((tab) => browser.isBusy(tab));
    const [kept, inDatabase] = [this.#held(browser.flushed, this.#database()), this.#held(this.#database())];
    for (const fate of this.fates) {
      if (fate.must !== 'stay' || kept.has(nameOf(fate))) continue;
      const excused =
        !fate.safe ||
        busy ||
        this.#cutOff.has(fate.tab) ||
        this.databaseFails ||
        this.hasVanished ||
        inDatabase.has(nameOf(fate));
      if (!excused) throw new Error(`${fate.id} was not on the disk when the browser was killed.`);
      fate.must = 'either';
    }
    // A reset or an undo that was not on the disk, either, did not happen.
    const keys = [...browser.flushed.keys(), ...this.#database().keys()].join('\n');
    const isReset = this.#epoch === '' || keys.includes(`since:${this.#epoch}:`);
    if (!isReset)
      this.#epoch =
        [...keys.matchAll(/since:(\d+-\w+):/g)]
          .map(([, name = '']) => name)
          .sort()
          .at(-1) ?? '';
    for (const fate of this.fates) {
      const undone = fate.arrival?.replace('arrival:', 'undone:');
      if (fate.must === 'go' && !(isReset && (!undone || keys.includes(undone)))) fate.must = 'either';
    }
    const texts = new Set([...browser.flushed.values(), ...this.#database().values()]);
    this.garbage.splice(0, Number.POSITIVE_INFINITY, ...this.garbage.filter((text) => texts.has(text)));
    browser.kill();
    this.#unaware.clear();
  }

  /** The browser closes the database of a page. */
  disconnect(tab: FakeTab): void {
    this.databaseFails = true;
    // What is being written again after storage was emptied waits for the next time.
    if (this.hasVanished) this.#unaware.add(tab);
    for (const connection of [...tab.connections]) connection.end();
  }

  /** A page is closed. */
  end(tab: FakeTab): void {
    this.settle();
    if (this.browser.isBusy(tab)) this.#cutOff.add(tab);
    tab.alive = false;
    this.settle();
  }

  /** A page is killed after so many more calls of storage. */
  die(tab: FakeTab, calls: number): void {
    tab.left = calls;
    this.#cutOff.add(tab);
  }

  /**
   * After each step: what was on the disk still is, and what a tab recorded is there as soon as nothing is under way, or
   * the tab says that it is not.
   */
  settle(): void {
    const disk = this.#disk();
    for (const fate of this.fates) {
      if (fate.must !== 'stay') continue;
      const { tab, id } = fate;
      if (disk.has(nameOf(fate))) fate.safe = true;
      else if (fate.safe) throw new Error(`${id} was on the disk, and is no more.`);
      // Nobody was shown that it was recorded.
      else if (!tab.alive) fate.must = 'either';
      else if (!tab.store.trouble() && !this.browser.isBusy(tab) && !this.#unaware.has(tab))
        throw new Error(`${id} stands nowhere, and nobody was told.`);
    }
  }

  /** When all goes well again every tab knows the same, nothing that had to stay is missing, and nothing came back. */
  async finish(): Promise<void> {
    const { browser } = this;
    this.settle();
    browser.fault = () => undefined;
    browser.quota = Number.POSITIVE_INFINITY;
    browser.readOnly = false;
    for (const tab of browser.alive) tab.left = Number.POSITIVE_INFINITY;
    this.open();
    for (let round = 0; round < 3; round++) {
      await browser.pass(70_000, this.pick);
      for (const tab of browser.alive) this.wake(tab);
      await browser.pass(70_000, this.pick);
      this.settle();
    }
    for (const tab of browser.alive.slice(1)) if (browser.alive.length >= MOST_TABS) tab.alive = false;
    const fresh = browser.open(COURSE);
    await browser.pass(70_000, this.pick);
    const names = (tab: FakeTab) => tab.store.events().map(eventId);
    const all = names(fresh);
    const found = new Set(all);
    const stays = new Set(this.fates.flatMap(({ must, id }) => (must === 'stay' ? [id] : [])));
    for (const id of stays) if (!found.has(id)) throw new Error(`${id} is lost.`);
    for (const { id, must } of this.fates) {
      const isExcused =
        stays.has(id) || this.hasVanished || this.fates.some((o) => o.id === id && o.must === 'either');
      if (must === 'go' && found.has(id) && !isExcused) throw new Error(`${id} came back.`);
    }
    for (const tab of browser.alive) {
      if (String(names(tab)) !== String(all)) throw new Error(`Tabs do not agree: ${names(tab)} and ${all}.`);
      if (tab.store.trouble()) throw new Error('There is trouble, and no fault.');
      for (const name of ['a', 'b', 'profile'])
        if (tab.store.note(name) !== fresh.store.note(name)) throw new Error(`Tabs do not agree on ${name}.`);
    }
    this.#expectOneProfile(fresh);
    const unread = (await this.#wait(fresh.store.late().then((part) => part.unread()))).map(
      ({ text }) => text,
    );
    for (const text of this.garbage)
      if (!unread.includes(text) && !this.hasVanished) throw new Error(`${text} was not kept.`);
  }

  /** Tabs that know of each other record under one name, and an attempt is used up once whatever tabs handed it in. */
  #expectOneProfile(fresh: FakeTab): void {
    const all = fresh.store.events();
    const attempts = new Set(all.flatMap((event) => (event.type === 'submitted' ? [event.attempt] : [])));
    const quiz = view(QUIZ, replay(QUIZ, all), 0).byId.get('quiz')?.quiz;
    if (quiz?.attemptsLeft !== LIMIT - attempts.size)
      throw new Error(`${attempts.size} attempts, and ${quiz?.attemptsLeft} of ${LIMIT} left.`);
    const profiles = this.browser.alive.map(({ store }) =>
      profileOf(store.record({ type: 'opened', item: 'm' })),
    );
    if (new Set(profiles).size > 1) throw new Error(`One browser profile has the names ${profiles}.`);
  }

  async #wait<T>(promise: Promise<T>): Promise<T> {
    let done = false;
    const settled = promise.finally(() => {
      done = true;
    });
    for (let i = 0; !done && i < 100; i++) await this.browser.pass(1000, this.pick);
    if (!done) throw new Error('It never ends.');
    return settled;
  }

  #database(): Map<string, string> {
    return this.browser.databases.get(`course:${COURSE}`) ?? new Map();
  }

  #disk(): Set<string> {
    return this.#held(this.browser.local, this.#database());
  }

  /** The names of all events in entries, and the keys of arrivals, read without the store. */
  #held(...places: readonly ReadonlyMap<string, string>[]): Set<string> {
    const ids = new Set<string>();
    for (const entries of places) {
      for (const [key, text] of entries) {
        if (text.startsWith('garbage')) continue;
        const name = key.replace(`course:${COURSE}:`, '');
        const kind = /(?:^|:)(event|segment|arrival):/.exec(name)?.[1];
        if (kind === 'arrival') ids.add(name);
        const values = kind === 'event' ? [JSON.parse(text)] : kind === 'segment' ? unpack(text) : [];
        for (const value of values) {
          const event = parseEvent(value);
          if (event) ids.add(eventId(event));
        }
      }
    }
    return ids;
  }
}

/** Of the badges half follow from what arrived, for the test; an undo leaves the others alone. */
function followsFromArrival(badge: string): boolean {
  return Number(badge.slice(1)) % 8 === 0;
}

/** Under what name it stands on the disk. */
function nameOf({ arrival, id }: Fate): string {
  return arrival ?? id;
}

/** https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain): numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
