/** Bundled for the browser by the store's tests: puts a store on `window`. */
import { storagePart } from '../../src/runtime/store/late/storage-part.ts';
import { openStore, type Store, type Surroundings } from '../../src/runtime/store/store.ts';

declare global {
  interface Window {
    makeStore(course: string, around?: Partial<Surroundings>): Store;
  }
}

window.makeStore = (course, around = {}) => {
  const store = openStore(course, {
    local: () => localStorage,
    database: () => indexedDB,
    channel: (name) => new BroadcastChannel(name),
    now: Date.now,
    random: () => Math.random().toString(36).slice(2, 12),
    later: (run, delay) => void setTimeout(run, delay),
    late: () => Promise.resolve(storagePart),
    ...around,
  });
  addEventListener('storage', (event) => store.heard(event.key, event.newValue));
  return store;
};
