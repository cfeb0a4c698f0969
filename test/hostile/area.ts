/** localStorage as browsers have it, in memory. */
export class Area implements Storage {
  readonly entries: Map<string, string>;
  #keys: string[] | undefined;

  constructor(entries: Iterable<readonly [string, string]> = []) {
    this.entries = new Map(entries);
  }

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    this.#keys ??= [...this.entries.keys()];
    return this.#keys[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (!this.entries.has(key)) this.#keys = undefined;
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.#keys = undefined;
    this.entries.delete(key);
  }

  clear(): void {
    this.#keys = undefined;
    this.entries.clear();
  }
}
