/** The course's part of localStorage: keys without the prefix that all of them carry. */
export interface Entries {
  keys(): string[];
  get(key: string): string | undefined;
  /** Undefined when it was written; else why not. */
  set(key: string, value: string): 'refused' | 'full' | undefined;
  remove(key: string): void;
}

/**
 * The entries whose keys begin with `prefix`, or undefined where the browser refuses storage: reading
 * `localStorage` throws a SecurityError in a sandboxed frame and where site data are blocked.
 */
export function localEntries(prefix: string, area: () => Storage): Entries | undefined {
  let storage: Storage;
  try {
    storage = area();
    // A browser that refuses may do so on the first use only.
    storage.getItem(prefix);
  } catch {
    return undefined;
  }
  return {
    keys() {
      const keys: string[] = [];
      for (let i = 0; i < storage.length; i++) {
        const key = storage.key(i);
        if (key?.startsWith(prefix)) keys.push(key.slice(prefix.length));
      }
      return keys;
    },
    get: (key) => storage.getItem(prefix + key) ?? undefined,
    set(key, value) {
      try {
        storage.setItem(prefix + key, value);
        return undefined;
      } catch (error) {
        return error instanceof DOMException && error.name === 'SecurityError' ? 'refused' : 'full';
      }
    },
    remove: (key) => storage.removeItem(prefix + key),
  };
}
