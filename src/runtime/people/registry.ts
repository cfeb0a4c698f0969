import { isFields } from '../../model/fields.ts';
import type { Progress } from '../progress.ts';
import { learnerKey, profileOf, SEVERAL, UNSURE } from './learner.ts';
import { changeDatabase, deleteDatabase, readDatabase, removeLocal } from './other.ts';

/** Somebody who learns in this browser. */
export interface Learner {
  /** The name of the profile; empty for the first learner. */
  readonly id: string;
  /** As the learner gave it: any text. Undefined where none was given, or it was lost. */
  readonly name: string | undefined;
}

/** The longest name, in UTF-16 units. */
export const LONGEST_NAME = 60;

/**
 * Milliseconds after a removal until what is left goes as well, the empty database among it: until then it says that what is still found elsewhere
 * counts no more, also where a killed browser brings back what localStorage had.
 */
const LONG = 24 * 60 * 60 * 1000;

/** The note with a learner's name. */
const NAME = 'called';

/**
 * Everybody who learns this course in this browser, the first learner first. There is no list that could be lost: who has
 * a name or did something, by localStorage or by IndexedDB, is here.
 */
export async function learners({ course: { id }, store, learner }: Progress): Promise<readonly Learner[]> {
  const own = profileOf(learner) ?? '';
  const found: Learner[] = [];
  for (const profile of new Set(['', own, ...inLocal(id), ...(await inDatabases(id))])) {
    const base = baseOf(id, profile);
    const { name, worked, removed } =
      profile === own ? { name: nameOf(store), worked: store.events().length > 0 } : await lookAt(base);
    // What a page wrote while its learner was removed does not bring them back.
    if (name !== undefined || worked) found.push({ id: profile, name });
    else if (profile !== '' && removed !== undefined && removed < Date.now() - LONG) {
      // First what a page that was never told has written since: alone it would look like somebody's progress.
      removeLocal(base, () => true);
      deleteDatabase(base);
    }
  }
  // Who just came has neither.
  if (found.length === 0) found.push({ id: own, name: undefined });
  const { compare } = new Intl.Collator();
  return found.sort(
    (a, b) => Number(b.id === '') - Number(a.id === '') || compare(a.name ?? '', b.name ?? ''),
  );
}

/** The name of the learner whose store this is. */
export function nameOf({ note }: Pick<Progress['store'], 'note'>): string | undefined {
  return cleaned(note(NAME));
}

/** A name without what cannot be seen; undefined for none. */
export function cleaned(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return name === '' ? undefined : name;
}

/** Names the learner whose progress this is. */
export function rename({ store }: Progress, name: string): void {
  store.keep(NAME, name);
}

/** Adds a learner and makes them the one who learns. Throws where the browser cannot keep that. */
export function add(progress: Progress, name: string): void {
  const { course, store } = progress;
  const random = crypto.getRandomValues(new Uint8Array(10));
  const id = Array.from(random, (byte) => (byte % 36).toString(36)).join('');
  if (!profileOf(progress.learner)) store.keep(SEVERAL, true);
  const note = JSON.stringify({ at: progress.now(), value: name });
  localStorage.setItem(`${baseOf(course.id, id)}:note:${NAME}`, note);
  become(course.id, id);
}

/** Makes somebody the one who learns: pages that show another one have to be loaded again. Throws where that cannot be kept. */
export function become(course: string, id: string): void {
  localStorage.setItem(learnerKey(course), id);
}

/**
 * Removes the learner whose progress this is, and nothing of the others. Who learns then is the only one who is left, or
 * yet to be said. Rejects when not all of it could be removed.
 */
export async function remove({ course, store, learner }: Progress, left: readonly Learner[]): Promise<void> {
  const profile = profileOf(learner) ?? '';
  const base = baseOf(course.id, profile);
  // First what other tabs hear of, so that none of them writes it again; what says so stays.
  await (await store.late()).reset();
  const isLeft = (key: string) => /^since:[^:]*:note:profile$/.test(key);
  removeLocal(base, (key) => !isLeft(key));
  await changeDatabase(base, (entries, keys) => {
    for (const key of keys) if (!isLeft(key)) entries.delete(key);
  });
  if (profile === '') store.keep(SEVERAL, true);
  const [only] = left;
  become(course.id, only && left.length === 1 ? only.id : UNSURE);
}

/** What the keys and the database of a learner are called. */
function baseOf(course: string, profile: string): string {
  return profile === '' ? `course:${course}` : `course:${course}@${profile}`;
}

/** The profiles that have entries in localStorage. */
function inLocal(course: string): string[] {
  const prefix = learnerKey(course);
  return Object.keys(localStorage).flatMap((key) =>
    key.startsWith(prefix) ? (profileOf(key.slice(prefix.length).split(':')[0]) ?? []) : [],
  );
}

/** The profiles that have a database. Some browsers do not list them: localStorage has to do there. */
async function inDatabases(course: string): Promise<string[]> {
  const prefix = learnerKey(course);
  try {
    const found = await indexedDB.databases();
    return found.flatMap(({ name }) =>
      name?.startsWith(prefix) ? (profileOf(name.slice(prefix.length)) ?? []) : [],
    );
  } catch {
    return [];
  }
}

interface Found {
  readonly name: string | undefined;
  readonly worked: boolean;
  /** When all of it was deleted the last time, by the device's clock. */
  readonly removed?: number | undefined;
}

/** Who a profile is, and whether they did anything, without opening their store. */
async function lookAt(base: string): Promise<Found> {
  const entries = await readDatabase(base, (key) => key.endsWith(`:${NAME}`));
  const prefix = `${base}:`;
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix)) entries.set(key.slice(prefix.length), localStorage.getItem(key) ?? '');
  // What stands before the last reset is forgotten.
  const resets = [...entries.keys()].flatMap((key) => /^since:\d{16}-\w+:/.exec(key)?.[0] ?? []);
  // Names without their colons: a longer one is later.
  const since = resets.reduce((a, b) => (a.slice(0, -1) > b.slice(0, -1) ? a : b), '');
  return {
    name: textOf(entries.get(`${since}note:${NAME}`)),
    worked: [...entries.keys()].some(
      (key) => key.startsWith(since) && /^(event|segment|arrival):/.test(key.slice(since.length)),
    ),
    removed: since === '' ? undefined : Number(since.slice('since:'.length, since.indexOf('-'))),
  };
}

function textOf(entry: string | undefined): string | undefined {
  if (entry === undefined) return undefined;
  try {
    const note: unknown = JSON.parse(entry);
    return isFields(note) ? cleaned(note.value) : undefined;
  } catch {
    return undefined;
  }
}
