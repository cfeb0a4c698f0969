import { type Event, eventId, type Fact } from '../../model/events.ts';
import type { Core, LateStorage } from './core.ts';
import { attempt, localEntries, type Trouble } from './entries.ts';
import { openMemory } from './memory.ts';
import { parseNote } from './notes.ts';
import { openReplica } from './replica.ts';
import type { Change, Store, Surroundings } from './types.ts';

export type { Arrival, Follows } from './core.ts';
export type { Trouble } from './entries.ts';
export type { Change, Store, Surroundings } from './types.ts';

/** Longer than a healthy IndexedDB takes: neither a page nor a notice waits longer. After the longest it is given up. */
const PATIENCE = 2000;
const LONGEST_PATIENCE = 10_000;

/** Milliseconds until storage that failed is tried again: twice as long each time. */
const PAUSE = 1000;

/** So many events that stand alone are packed together. */
const LOOSE = 200;

/**
 * Opens the store of a course: what localStorage holds is there at once, the rest when it is `ready`. `profile` names
 * one of several learners; the first has no name.
 */
export function openStore(course: string, around: Surroundings, profile?: string): Store {
  const base = `course:${course}${profile ? `@${profile}` : ''}`;
  const prefix = `${base}:`;
  const local = localEntries(prefix, around.local);
  const channel = attempt(() => around.channel(prefix));
  const core: Core = Object.assign(openMemory(tell), {
    around,
    base,
    local,
    replica: undefined,
    put,
    write,
    hear,
    confirm,
    nameProfile,
    record,
    note,
    keep,
  });
  const { followReset, isKnown, known, notes, nowhere, outbox, own, takeIn } = core;
  const listeners: ((change: Change, added: readonly Event[]) => void)[] = [];
  /** How many events stand alone, and how many may. */
  let loose = 0;
  let mostLoose = LOOSE;
  /** Trouble is not told while this may end it; where localStorage is full it is tried once. */
  let packing = false;
  let tried = false;
  /** Something has been nowhere for longer than anybody waits. */
  let overdue = false;
  let localTrouble: Trouble = 'refused';
  let told: Trouble | undefined;
  /** Undefined until it is known. */
  let replicaWorks: boolean | undefined;
  let uniting: Promise<void> | undefined;
  let sending = false;
  let pause = PAUSE;

  readLocal();
  nameProfile();
  const page = around.random();
  channel?.addEventListener('message', ({ data }) => {
    if (Array.isArray(data)) hear(String(data[0]), String(data[1]));
  });
  const ready = Promise.race([unite(), wait(PATIENCE)]);

  return {
    ready,
    trouble,
    note,
    keep,
    events: core.ordered,
    onChange: (listener) => void listeners.push(listener),
    record,
    late,
    refresh,
    heard(key, value) {
      if (key === null) refresh();
      else if (key.startsWith(prefix) && value !== null) hear(key.slice(prefix.length), value);
    },
  };

  function record(fact: Fact): Event {
    // Tabs that were opened at once may have agreed on another name by now.
    isNamed();
    const event: Event = { ...fact, device: `${core.name}-${page}`, n: ++core.highest, at: around.now() };
    core.adopt([[eventId(event), event]], own);
    write(event);
    if (replicaWorks === false) void unite();
    tell('recorded', [event]);
    if (fact.type !== 'opened' && note('persist') === undefined) void quietly((part) => part.persist());
    return event;
  }

  function refresh(): void {
    readLocal();
    // What is under way may have looked already.
    void (uniting ?? Promise.resolve()).then(unite);
  }

  async function late(quiet?: boolean): Promise<LateStorage> {
    return (await around.late(quiet))(core);
  }

  /** Does something that nobody waits for, and that is done another time where it cannot be done now. */
  async function quietly(work: (part: LateStorage) => unknown): Promise<void> {
    try {
      await work(await late(true));
    } catch (error) {
      console.warn(error);
    }
  }

  function wait(delay: number): Promise<void> {
    return new Promise((done) => around.later(done, delay));
  }

  function trouble(): Trouble | undefined {
    return nowhere.size > 0 && (overdue || (replicaWorks === false && !packing)) ? localTrouble : undefined;
  }

  function tell(change: Change, added: readonly Event[]): void {
    for (const listener of listeners) listener(change, added);
  }

  /** Tells whoever listens when there is trouble, or no more. */
  function sayTrouble(): void {
    if (nowhere.size === 0) overdue = false;
    if (told === trouble()) return;
    told = trouble();
    tell('trouble', []);
  }

  function note(name: string): unknown {
    return parseNote(notes.get(name))?.value;
  }

  function keep(name: string, value: string | number | boolean | object | undefined): void {
    // A clock that was set back must not let what was kept before win.
    const at = Math.max(around.now(), (parseNote(notes.get(name))?.at ?? -1) + 1);
    const text = JSON.stringify({ at, value });
    notes.set(name, text);
    put(`note:${name}`, text);
  }

  /** Another tab wrote an entry. */
  function hear(key: string, text: string): void {
    const { name } = core;
    if (followReset(key)) readLocal();
    merged(takeIn(key, text));
    isNamed();
    if (core.name !== name) refresh();
  }

  function merged(added: readonly Event[]): void {
    if (added.length > 0) tell('merged', added);
  }

  /** Takes in what localStorage holds. */
  function readLocal(): void {
    const keys = local.keys();
    keys.forEach(followReset);
    loose = keys.filter((key) => key.startsWith(`${core.since}event:`)).length;
    learn(keys, local.get);
  }

  /** By their names, what was undone comes before what arrived. */
  function learn(keys: string[], textOf: (key: string) => string | undefined): void {
    merged(
      keys
        .sort()
        .reverse()
        .flatMap((key) => {
          const text = isKnown(key) ? undefined : textOf(key);
          return text === undefined ? [] : takeIn(key, text);
        }),
    );
  }

  /** Every profile has a name, under the same key in all tabs: two that make one at once agree on the larger. */
  function nameProfile(): void {
    if (isNamed()) return;
    core.name = around.random();
    const text = JSON.stringify({ at: 0, value: core.name });
    hear(`${core.since}note:profile`, text);
    put('note:profile', text);
  }

  /** Takes over the name that the tabs know of. */
  function isNamed(): boolean {
    const kept = note('profile');
    if (kept) core.name = String(kept);
    return !!kept;
  }

  function write(event: Event): void {
    put(`event:${eventId(event)}`, JSON.stringify(event));
    if (++loose > mostLoose) void pack();
  }

  /** Writes an entry to both places; what no place takes is tried again. */
  function put(rest: string, text: string): void {
    const key = core.since + rest;
    outbox.set(key, text);
    nowhere.set(key, text);
    retryLocal();
    // localStorage tells other tabs nothing then. If this does not, either, they read it when they wake.
    if (nowhere.has(key)) {
      attempt(() => channel?.postMessage([key, text]));
      // Neither IndexedDB that hangs nor a script that does not come may keep it from being told.
      around.later(() => {
        overdue ||= nowhere.get(key) === text;
        sayTrouble();
      }, PATIENCE);
    }
    send();
    sayTrouble();
  }

  function retryLocal(): void {
    for (const [key, text] of nowhere) {
      const failure = local.set(key, text);
      if (!failure) tried = !nowhere.delete(key);
      else {
        localTrouble = failure;
        if (failure === 'full' && !tried) void pack();
        tried = true;
        return;
      }
    }
  }

  /** Sends what was recorded in one task to the replica in one transaction. */
  function send(): void {
    if (sending) return;
    sending = true;
    queueMicrotask(() => {
      sending = false;
      const batch = [...outbox];
      if (!core.replica || batch.length === 0) return;
      outbox.clear();
      patient(core.replica.change(batch, [])).then(
        () => confirm(batch),
        () => {
          for (const [key, text] of batch)
            if (!outbox.has(key) && key.startsWith(core.since)) outbox.set(key, text);
          lost();
        },
      );
    });
  }

  /** The replica works, and has these entries. */
  function confirm(batch: readonly (readonly [key: string, text: string])[]): void {
    for (const [key, text] of batch) if (nowhere.get(key) === text) nowhere.delete(key);
    // It may have been lost again by now.
    replicaWorks = core.replica !== undefined;
    pause = PAUSE;
    sayTrouble();
  }

  /** The replica failed, or was closed: it is opened again after a pause, and sooner when there is something to write. */
  function lost(): void {
    core.replica?.close();
    core.replica = undefined;
    replicaWorks = false;
    sayTrouble();
    around.later(() => {
      if (!core.replica) void unite();
    }, pause);
    pause *= 2;
  }

  function patient<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, wait(LONGEST_PATIENCE).then(() => Promise.reject())]);
  }

  /** Brings this page and both places to the union of what they hold. */
  function unite(): Promise<void> {
    uniting ??= patient(readReplica())
      // A disk that is full can be read all the same: what is nowhere yet has to be written first (`send`).
      .then(
        () => {
          if (nowhere.size === 0) confirm([]);
        },
        async () => {
          lost();
          // What localStorage lost can be written again without it.
          await quietly((part) => part.mend());
        },
      )
      .finally(() => {
        uniting = undefined;
        retryLocal();
        sayTrouble();
        if (core.replica) send();
        if (loose > mostLoose) void pack();
      });
    return uniting;
  }

  async function readReplica(): Promise<void> {
    const replica =
      core.replica ?? (await openReplica(base, around.database, () => replica === core.replica && lost()));
    core.replica = replica;
    const keys = await replica.keys();
    keys.forEach(followReset);
    readLocal();
    const found = await replica.get(keys.filter((key) => !isKnown(key)));
    learn([...found.keys()], (key) => found.get(key));
    nameProfile();
    const here = local.keys();
    const undones = [...known.keys()].filter((key) => key.includes('undone:'));
    const names = new Set(
      core.ordered().map((event) => (event.type === 'aliased' ? event.profile : core.name)),
    ).add(core.name);
    const there = new Set(keys.flatMap((key) => [key, ...(known.get(key)?.keys() ?? [])]));
    if (
      String(here.sort()) !== String(keys.sort()) ||
      core.unreadable.size > 0 ||
      [...own].some((id) => !names.has(id.replace(/-.*/, ''))) ||
      keys.some((key) => !key.startsWith(core.since) || key.startsWith('aside:')) ||
      [...notes].some(([name, text]) => {
        const key = `${core.since}note:${name}`;
        return found.get(key) !== text || local.get(key) !== text;
      }) ||
      [...core.arrivals.keys(), ...own, ...undones].some(
        (name) => !there.has(name) && !there.has(`${core.since}event:${name}`),
      )
    )
      await quietly((part) => part.mend());
  }

  /** Packs the events that stand alone. */
  async function pack(): Promise<void> {
    if (packing) return;
    packing = true;
    await quietly((part) => part.compact());
    packing = false;
    readLocal();
    // Where it could not be done it is not tried with every event.
    mostLoose = Math.max(LOOSE, 2 * loose);
    retryLocal();
    sayTrouble();
  }
}
