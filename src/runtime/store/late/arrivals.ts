import { type Event, eventId } from '../../../model/events.ts';
import { type Fields, isFields } from '../../../model/fields.ts';
import type { Arrival, Core, Follows } from '../core.ts';
import { parseNote } from '../notes.ts';
import type { Packed } from '../segment.ts';
import { isPackable, parse } from './keys.ts';
import { pack } from './pack.ts';

/** What follows from other events. */
const DERIVED = /^(awarded|finished|done|mastered|routed|regraded)$/;

/** What came long ago is part of the learner's progress like anything else. */
const MOST = 20;

/**
 * Takes in what a file held as an entry of its own and gives the events that are new. What this profile has anyway is not
 * held twice; what only a newer version can read is held for it. Of the notes those are kept that are not here.
 */
export function take(
  core: Core,
  entries: readonly unknown[],
  from: string,
  notes: ReadonlyMap<string, object | string> = new Map(),
): readonly Event[] {
  const packed = new Map<string, Packed>();
  for (const entry of entries) {
    if (!isPackable(entry)) continue;
    const id = eventId({ device: String(entry.device), n: entry.n });
    if (!core.own.has(id)) packed.set(id, entry);
  }
  const brought = bring(core, notes);
  if (packed.size === 0 && brought.length === 0) return [];
  const about = {
    at: core.around.now(),
    n: core.highest,
    from,
    ...(brought.length > 0 && { notes: Object.fromEntries(brought) }),
  };
  const key = `arrival:${core.around.random()}`;
  const text = pack([...packed.values()], about);
  const before = new Set(core.events.keys());
  core.put(key, text);
  core.hear(core.since + key, text);
  return [...core.events].flatMap(([id, event]) => (before.has(id) || !packed.has(id) ? [] : [event]));
}

/** Keeps the notes that are not here, and gives when each was kept; also of those that another arrival has brought as well. */
function bring(core: Core, notes: ReadonlyMap<string, object | string>): [name: string, at: number][] {
  const arrived = [...core.arrivals.values()].map((text) => aboutOf(text).notes);
  return [...notes].flatMap(([name, value]): [string, number][] => {
    // A name that was deleted is none.
    if ((core.note(name) ?? '') === '') core.keep(name, value);
    else if (
      JSON.stringify(core.note(name)) !== JSON.stringify(value) ||
      !arrived.some((other) => isAsKept(core, name, other[name]))
    )
      return [];
    const kept = parseNote(core.notes.get(name));
    return kept ? [[name, kept.at]] : [];
  });
}

/** Is a note the one that was kept then? */
function isAsKept({ notes }: Core, name: string, at: unknown): boolean {
  return at !== undefined && parseNote(notes.get(name))?.at === at;
}

/** The latest arrivals, the oldest first. */
export function list(core: Core): readonly Arrival[] {
  return [...core.arrivals]
    .map(([key, text]): Arrival => {
      const { at, from } = aboutOf(text);
      const id = key.slice(key.lastIndexOf(':') + 1);
      return { id, at, from, count: core.known.get(key)?.size ?? 0 };
    })
    .sort((a, b) => a.at - b.at)
    .slice(-MOST);
}

/**
 * Takes an arrival back. That it was undone is an entry of its own, which outlives it: whatever place, or other tab,
 * still has the arrival leaves it alone from then on. It names what was recorded since because it `follows` from
 * what the arrival brought. Notes go first: what is not taken back to its end can be undone again.
 */
export async function undo(core: Core, id: string, follows: Follows): Promise<void> {
  const arrival = `${core.since}arrival:${id}`;
  const text = core.arrivals.get(arrival);
  if (text === undefined) return;
  const { n, notes } = aboutOf(text);
  const others = [...core.arrivals].flatMap(([key, text]) =>
    key === arrival ? [] : [{ ...aboutOf(text), events: core.known.get(key) }],
  );
  for (const [name, at] of Object.entries(notes))
    if (isAsKept(core, name, at) && !others.some((other) => other.notes[name] === at))
      core.keep(name, undefined);
  const own = [...core.events].filter(([id]) => core.own.has(id));
  const since = own.filter(([, event]) => event.n > n && DERIVED.test(event.type));
  const certain = new Map(own);
  for (const [id] of since) certain.delete(id);
  const before = (n: number) => {
    const arrived = others.flatMap((other) => (other.n < n ? [...(other.events ?? [])] : []));
    return [...new Map([...certain, ...arrived]).values()];
  };
  const followed = follows(
    since.map(([, event]) => event),
    before,
  ).map(eventId);
  // Two tabs may undo it at the same time, and know different things to have followed: an entry never changes.
  const entries = new Map([[`undone:${id}`, '']]);
  if (followed.length > 0) entries.set(`undone:${core.around.random()}`, followed.join(' '));
  const whole = [...entries].map(([key, ids]): [string, string] => [core.since + key, ids]);
  for (const [key, ids] of entries) core.put(key, ids);
  for (const [key, ids] of whole) core.hear(key, ids);
  core.local.remove(arrival);
  await core.replica?.change(whole, [arrival]);
}

/** What an arrival says of itself. `notes`: when each that it brought was kept. */
function aboutOf(text: string): { at: number; n: number; from: string; notes: Fields } {
  const about = parse(text);
  const { at, n, from, notes } = isFields(about) ? about : {};
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    at: number(at),
    n: number(n),
    from: typeof from === 'string' ? from : '',
    notes: isFields(notes) ? notes : {},
  };
}
