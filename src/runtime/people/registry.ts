import { isFields } from '../../model/fields.ts';
import type { Progress } from '../progress.ts';
import { learnerKey, profileOf, SEVERAL, UNSURE } from './learner.ts';

/** Somebody who learns in this browser. */
export interface Learner {
  /** The name of the profile; empty for the first learner. */
  readonly id: string;
  /** As the learner gave it: any text. Undefined where none was given, or it was lost. */
  readonly name: string | undefined;
}

/** The longest name, in UTF-16 units. */
export const LONGEST_NAME = 60;

/** The note with a learner's name. */
const NAME = 'called';
const NOTE = `note:${NAME}`;
const STORE = 'entries';

/**
 * Everybody who learns this course in this browser, the first learner first. There is no list that could be lost: who has
 * entries of their own, in localStorage or in IndexedDB, is here.
 */
export async function learners({ course: { id }, store, learner }: Progress): Promise<readonly Learner[]> {
  const own = profileOf(learner) ?? '';
  const found = new Map<string, Learner>();
  for (const profile of new Set(['', own, ...inLocal(id), ...(await inDatabases(id))])) {
    if (profile === own) {
      found.set(own, { id: own, name: nameOf(store) });
      continue;
    }
    const { note, keys } = await entriesOf(id, profile);
    const name = textOf(note);
    // What a page wrote while its learner was removed does not bring them back.
    const isSomebody =
      name !== undefined || keys.some((key) => /^(since:[^:]*:)?(event|segment|arrival):/.test(key));
    if (isSomebody) found.set(profile, { id: profile, name });
  }
  const first = found.get('');
  // Removed, or not here any more: the others go on.
  if (first && first.name === undefined && own === '' && found.size > 1 && store.events().length === 0)
    found.delete('');
  const others = [...found.values()].filter((one) => one.id !== '');
  const { compare } = new Intl.Collator();
  others.sort((a, b) => compare(a.name ?? '', b.name ?? ''));
  return [...[...found.values()].filter((one) => one.id === ''), ...others];
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
  const id = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join(
    '',
  );
  if (!profileOf(progress.learner)) store.keep(SEVERAL, true);
  localStorage.setItem(
    `course:${course.id}@${id}:${NOTE}`,
    JSON.stringify({ at: progress.now(), value: name }),
  );
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
export async function remove(progress: Progress, left: readonly Learner[]): Promise<void> {
  const { course, store } = progress;
  const profile = profileOf(progress.learner) ?? '';
  const base = profile === '' ? `course:${course.id}` : `course:${course.id}@${profile}`;
  // First what other tabs hear of, so that none of them writes it again.
  await store.reset();
  const [only] = left;
  become(course.id, only && left.length === 1 ? only.id : UNSURE);
  await clear(base);
  for (const key of keysOf(`${base}:`)) if (key !== `${base}:reset`) localStorage.removeItem(key);
  if (profile === '') store.keep(SEVERAL, true);
}

function keysOf(prefix: string): string[] {
  const keys: string[] = [];
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

/** The profiles that have entries in localStorage. */
function inLocal(course: string): string[] {
  const prefix = learnerKey(course);
  return keysOf(prefix).flatMap((key) => profileOf(key.slice(prefix.length).split(':')[0]) ?? []);
}

/** The profiles that have a database. Some browsers do not list them: localStorage has to do there. */
async function inDatabases(course: string): Promise<string[]> {
  const prefix = learnerKey(course);
  try {
    const found = await indexedDB.databases();
    return found.flatMap(
      ({ name }) => (name?.startsWith(prefix) && profileOf(name.slice(prefix.length))) || [],
    );
  } catch {
    return [];
  }
}

/** What a learner's storage holds: the text of the note with the name, and all keys. */
interface Entries {
  readonly note: string | undefined;
  readonly keys: readonly string[];
}

async function entriesOf(course: string, profile: string): Promise<Entries> {
  const base = profile === '' ? `course:${course}` : `course:${course}@${profile}`;
  const copy = await inDatabase(base);
  const prefix = `${base}:`;
  return {
    note: localStorage.getItem(prefix + NOTE) ?? copy.note,
    keys: [...keysOf(prefix).map((key) => key.slice(prefix.length)), ...copy.keys],
  };
}

async function inDatabase(name: string): Promise<Entries> {
  try {
    return await withStore(name, 'readonly', async (store) => {
      const [note, keys] = await Promise.all([
        settled<unknown>(store.get(NOTE)),
        settled(store.getAllKeys()),
      ]);
      return { note: typeof note === 'string' ? note : undefined, keys: keys.map(String) };
    });
  } catch {
    // No such database, or one that cannot be read: what localStorage has must do.
    return { note: undefined, keys: [] };
  }
}

async function clear(name: string): Promise<void> {
  const known = await indexedDB.databases().catch(() => []);
  if (!known.some((database) => database.name === name)) return;
  await withStore(name, 'readwrite', (store) => settled(store.clear()));
}

/** Works with a database that is there; one that is not is not made. */
async function withStore<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await settled(opening);
  try {
    return await work(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
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
