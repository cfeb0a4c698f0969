/**
 * A second home for every entry, in IndexedDB: what localStorage wrote in the last seconds before a
 * browser is killed is gone, what IndexedDB committed is not. Each call rejects when the browser refuses it.
 */
export interface Replica {
  keys(): Promise<string[]>;
  /** The texts of those of the keys that are there. */
  get(keys: readonly string[]): Promise<Map<string, string>>;
  /** Writes and removes in one transaction: all of it, or nothing. */
  change(put: readonly (readonly [key: string, text: string])[], remove: readonly string[]): Promise<void>;
  /** Does something in one transaction, and gives its outcome when that is complete. */
  work<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => T | PromiseLike<T>): Promise<T>;
  close(): void;
}

const STORE = 'entries';

/** Opens the database; `lost` is called when the browser, or another page, has closed it. */
export async function openReplica(
  name: string,
  factory: () => IDBFactory,
  lost: () => void,
): Promise<Replica> {
  let database = await open(name, factory());
  // Somebody may have made it without the store.
  if (!database.objectStoreNames.contains(STORE)) {
    const version = database.version + 1;
    database.close();
    database = await open(name, factory(), version);
  }
  database.onclose = lost;
  // A page that wants to delete or upgrade the database must not wait for this one.
  database.onversionchange = () => {
    database.close();
    lost();
  };
  const work: Replica['work'] = async (mode, use) => {
    const transaction = database.transaction(STORE, mode);
    const complete = new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onabort = transaction.onerror = () => fail(transaction.error);
    });
    const asked = (async () => use(transaction.objectStore(STORE)))();
    const [outcome] = await Promise.all([asked, complete]);
    return outcome;
  };
  return {
    keys: async () => (await work('readonly', (store) => result(store.getAllKeys()))).map(String),
    async get(keys) {
      // Each call may throw: one that does must not leave the answers before it to nobody.
      const texts = await work('readonly', (store) =>
        Promise.all(keys.map(async (key) => result(store.get(key)))),
      );
      return new Map(
        keys.flatMap((key, i) => (texts[i] === undefined ? [] : [[key, String(texts[i])] as const])),
      );
    },
    change: (put, remove) =>
      work('readwrite', (store) => {
        for (const [key, text] of put) store.put(text, key);
        for (const key of remove) store.delete(key);
        // Without waiting for the answers: a browser that is killed now has all of it already.
        store.transaction.commit();
      }),
    work,
    close: () => database.close(),
  };
}

function open(name: string, factory: IDBFactory, version?: number): Promise<IDBDatabase> {
  const opening = factory.open(name, version);
  opening.onupgradeneeded = () => {
    const { result } = opening;
    if (!result.objectStoreNames.contains(STORE)) result.createObjectStore(STORE);
  };
  return result(opening);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
