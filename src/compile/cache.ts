/**
 * Remembers text under a key that says everything the text depends on. It may forget anything at any
 * time; what it gives is what was set. Keys begin with what they are for (`page:`, `html:`, …).
 */
export interface Cache {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** A cache that lives as long as the process: for `--no-cache`, tests, and the dev server. */
export function memoryCache(): Cache {
  const entries = new Map<string, string>();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.set(key, value);
    },
  };
}
