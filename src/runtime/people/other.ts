/** The storage of a learner whose store is not open: their keys begin with `base` and a colon, their database is called `base`. */

const STORE = 'entries';

/** Removes keys from localStorage. */
export function removeLocal(base: string, isGone: (key: string) => boolean): void {
  const prefix = `${base}:`;
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix) && isGone(key.slice(prefix.length))) localStorage.removeItem(key);
}

/** The entries of a database by key, each with its text where that is asked for, else with none. Empty where there is no such database. */
export async function readDatabase(
  base: string,
  isAsked: (key: string) => boolean,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  try {
    await withStore(base, 'readonly', async (entries) => {
      for (const key of (await settled(entries.getAllKeys())).map(String)) {
        const text: unknown = isAsked(key) ? await settled<unknown>(entries.get(key)) : '';
        found.set(key, typeof text === 'string' ? text : '');
      }
    });
  } catch {
    // None, or one that cannot be read: what localStorage has must do.
  }
  return found;
}

/** Changes a database, where there is one, in one transaction. Rejects where that fails. */
export async function changeDatabase(
  base: string,
  work: (entries: IDBObjectStore, keys: readonly string[]) => void,
): Promise<void> {
  let isThere = true;
  try {
    isThere = (await indexedDB.databases()).some(({ name }) => name === base);
  } catch {
    // A browser that lists none, or has none: opening it tells.
  }
  if (isThere)
    await withStore(base, 'readwrite', async (entries) => {
      work(entries, (await settled(entries.getAllKeys())).map(String));
      await new Promise<void>((done, fail) => {
        entries.transaction.oncomplete = () => done();
        entries.transaction.onabort = () => fail(entries.transaction.error);
      });
    });
}

/** Deletes a database, when no page has it open any more; where that cannot be, whoever looks next tries again. */
export function deleteDatabase(base: string): void {
  indexedDB.deleteDatabase(base).onerror = () => console.warn(`Coursewright: ${base} could not be deleted.`);
}

/** Works with a database that is there; one that is not is not made. */
async function withStore<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (entries: IDBObjectStore) => Promise<T>,
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
