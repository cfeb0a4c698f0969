/** What a browser keeps on an origin, in both places. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The texts of all entries by where they stand, `local` or `database`, and their whole key; in the order of those. */
export async function entries(page: Page): Promise<Map<string, string>> {
  const found = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all: [string, string][] = Object.entries(localStorage).map(([key, text]) => [
      `local ${key}`,
      String(text),
    ]);
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      const store = database.transaction('entries').objectStore('entries');
      const [keys, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      all.push(
        ...keys.map((key, i): [string, string] => [`database ${name}:${String(key)}`, String(texts[i])]),
      );
      database.close();
    }
    return all.sort(([x], [y]) => (x < y ? -1 : 1));
  });
  return new Map(found);
}

/** The same once nothing is on its way any more: what one place holds of a course the other one holds as well. */
export async function kept(page: Page): Promise<Map<string, string>> {
  let all = new Map<string, string>();
  const read = async () => {
    all = await entries(page);
    // Who is learning stands in one place only.
    const inPlace = (place: string) =>
      [...all].flatMap(([key, text]) =>
        key.startsWith(`${place} course:`) && !key.endsWith('@') ? [[key.slice(place.length), text]] : [],
      );
    return [inPlace('local'), inPlace('database')];
  };
  await expect
    .poll(async () => {
      const [local, database] = await read();
      return JSON.stringify(local) === JSON.stringify(database);
    })
    .toBe(true);
  return all;
}
