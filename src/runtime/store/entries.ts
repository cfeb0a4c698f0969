/** `refused`: the browser keeps nothing for this page. `full`: it has no room left. */
export type Trouble = 'refused' | 'full';

/**
 * The course's part of localStorage: keys without the prefix that all of them carry. Any call may fail at any time
 * (SecurityError, site data removed, a full or read-only disk): none throws. What cannot be read is as if it were
 * not there, which loses nothing: nothing is ever removed because of what is missing.
 */
export interface Entries {
  keys(): string[];
  get(key: string): string | undefined;
  /** Undefined when it was written and can be read again; else why not. */
  set(key: string, value: string): Trouble | undefined;
  remove(key: string): void;
}

/** What a call gives; undefined when it throws. For what is done another time, or otherwise, then. */
export function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** The entries whose keys begin with `prefix`. Reading `localStorage` itself may throw, in a sandboxed frame say. */
export function localEntries(prefix: string, area: () => Storage): Entries {
  const get = (key: string) => attempt(() => area().getItem(prefix + key)) ?? undefined;
  return {
    get,
    keys: () =>
      attempt(() =>
        Array.from({ length: area().length }, (_, i) => area().key(i)).flatMap((key) =>
          key?.startsWith(prefix) ? key.slice(prefix.length) : [],
        ),
      ) ?? [],
    set(key, value) {
      try {
        area().setItem(prefix + key, value);
      } catch (error) {
        if (/quota/i.test(String(error))) return 'full';
      }
      return get(key) === value ? undefined : 'refused';
    },
    remove: (key) => attempt(() => area().removeItem(prefix + key)),
  };
}
