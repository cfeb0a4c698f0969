import type { Course } from '../../model/course.ts';
import type { Event } from '../../model/events.ts';
import { renamed } from '../../path/renamed.ts';
import type { Names } from '../progress.ts';
import type { Store } from '../store/store.ts';

/** Follows what was renamed: loaded where the course says that something was, with the page. */
export type NamesPart = (course: Course, store: Store) => Names;

/** The events and notes of a store in the names of today's course; each event and each list is followed once. */
export function names(course: Course, store: Store): Names {
  const known = new WeakMap<Event, Event>();
  let last: { readonly stored: readonly Event[]; readonly events: Event[] } | undefined;
  const earlier = (note: string) => earlierNotes(course, note);
  const now = (event: Event): Event => {
    let found = known.get(event);
    if (!found) {
      found = renamed(course, event);
      known.set(event, found);
    }
    return found;
  };
  return {
    renamed: now,
    events(stored) {
      if (last?.stored !== stored) last = { stored, events: [] };
      // The store's list grows in place.
      for (const event of stored.slice(last.events.length)) last.events.push(now(event));
      return last.events;
    },
    earlier,
    note: (name) =>
      [name, ...earlier(name)].map((one) => store.note(one)).find((value) => value !== undefined),
    keep(name, value) {
      // What an earlier edition kept stays for it until then.
      const gone = value === undefined ? [name, ...earlier(name)] : [];
      for (const old of gone) if (store.note(old) !== undefined) store.keep(old, undefined);
      if (value !== undefined) store.keep(name, value);
    },
  };
}

/** More names than anything ever had. */
const MOST = 1000;

/** `draft:<question key>[:<attempt>]`, `time:<quiz>:<attempt>` and `begun:<quiz>` under all names that may have been before: ids have no `:`. */
export function earlierNotes({ renamed = {} }: Course, note: string): string[] {
  const renames = Object.entries(renamed);
  const [kind, name = '', ...rest] = note.split(':');
  if (kind !== 'draft' && kind !== 'time' && kind !== 'begun') return [];
  const found = new Set([name]);
  // The set grows while it is gone through: a question may have been renamed, and then its quiz.
  for (const known of found) {
    for (const old of earlier(known, renames)) found.add(old);
    // Names that contain each other would never come to an end.
    if (found.size > MOST) break;
  }
  found.delete(name);
  return [...found].map((old) => [kind, old, ...rest].join(':'));
}

/** What a name may have been one step before: its own old names, and those of its item and of its bank with the same end. */
function earlier(known: string, renames: readonly (readonly [old: string, name: string])[]): string[] {
  const hash = known.indexOf('#');
  const slash = known.lastIndexOf('/');
  const item = known.slice(0, Math.max(hash, 0));
  const bank = hash >= 0 && slash > hash ? known.slice(hash + 1, slash) : '';
  return renames.flatMap(([old, name]) => [
    // It may have stood in a bank before, or in another quiz.
    ...(name === known ? [old, ...(item ? [`${item}#${old.replace('#', '/')}`] : [])] : []),
    ...(bank && name === `${bank}#${known.slice(slash + 1)}`
      ? [old, `${item}#${old.replace('#', '/')}`]
      : []),
    ...(item && name === item ? [old + known.slice(hash)] : []),
    ...(bank && name === bank ? [`${item}#${old}${known.slice(slash)}`] : []),
  ]);
}
