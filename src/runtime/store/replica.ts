/**
 * A second home for every entry, in IndexedDB: what localStorage wrote in the last seconds before a
 * browser is killed is gone, what IndexedDB committed is not.
 */
export interface Replica {
  all(): Promise<Map<string, string>>;
  put(entries: readonly (readonly [key: string, value: string])[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

const STORE = 'entries';

/** Opens the database, or gives undefined where the browser has none for this page. Never rejects. */
export async function openReplica(name: string, factory: () => IDBFactory): Promise<Replica | undefined> {
  try {
    const opening = factory().open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = await result(opening);
    // A page that wants to delete or upgrade the database must not wait for this one.
    database.onversionchange = () => database.close();
    return replica(database);
  } catch {
    return undefined;
  }
}

function replica(database: IDBDatabase): Replica {
  const change = (work: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((done, fail) => {
      const transaction = database.transaction(STORE, 'readwrite');
      transaction.oncomplete = () => done();
      transaction.onabort = transaction.onerror = () => fail(transaction.error);
      work(transaction.objectStore(STORE));
    });
  return {
    async all() {
      const store = database.transaction(STORE, 'readonly').objectStore(STORE);
      const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
      return new Map(keys.map((key, i) => [String(key), String(values[i])]));
    },
    put: (entries) =>
      change((store) => {
        for (const [key, value] of entries) store.put(value, key);
      }),
    remove: (keys) =>
      change((store) => {
        for (const key of keys) store.delete(key);
      }),
  };
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
