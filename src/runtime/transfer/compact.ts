import { type Fields, isFields } from '../../model/fields.ts';
import type { ProgressFile } from '../progress-file.ts';

/** The most that a link may unfold to, in UTF-16 units of JSON: far above what fits one that is honest. */
const MOST = 5_000_000;
/** No event has half as many fields. */
const MOST_FIELDS = 20;

/**
 * The contents of a progress file without what repeats: an event names its device and type by their places in
 * lists, its counter and clock by how much they grew, and of its other fields those that differ from the last
 * event of its type. Nothing is left out but the course's title; the order of fields may change.
 */
export function compact({ format, version, title, exported, events, ...rest }: ProgressFile): unknown[] {
  const devices: string[] = [];
  const types: string[] = [];
  const before = new Map<string, Fields>();
  let counter = 0;
  let clock = Date.parse(exported);
  const day = clock;
  const packed = events.flatMap(({ device, n, at, type, ...fields }) => {
    const steps = [place(devices, device), n - counter, at - clock, place(types, type)];
    counter = n;
    clock = at;
    const entry = [...steps, change(before.get(type) ?? {}, fields)];
    before.set(type, fields);
    return entry;
  });
  return [1, day, rest, devices, types, packed];
}

/** The place of a text in a list, which takes it in where it is new. */
function place(list: string[], text: string): number {
  const found = list.indexOf(text);
  return found < 0 ? list.push(text) - 1 : found;
}

/** What made these fields of those: 0 for nothing, the fields that are new, or those and the names of what went. */
function change(from: Fields, to: Fields): unknown {
  const gone = Object.keys(from).filter((name) => to[name] === undefined);
  const fresh = Object.entries(to).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(from[name]),
  );
  const fields = Object.fromEntries(fresh);
  return gone.length > 0 ? [fields, ...gone] : fresh.length > 0 ? fields : 0;
}

/**
 * The contents of a progress file again, still to be checked as one (`parseImport`), since anybody can make a link;
 * undefined for what `compact` cannot have made.
 */
export function restore(data: unknown): unknown {
  if (!Array.isArray(data)) return undefined;
  const [version, day, rest, devices, types, packed]: unknown[] = data;
  if (version !== 1)
    return typeof version === 'number' && version > 1
      ? { format: 'coursewright-progress', version }
      : undefined;
  if (typeof day !== 'number' || !(Math.abs(day) <= 8.64e15) || !isFields(rest)) return undefined;
  if (!Array.isArray(devices) || !Array.isArray(types) || !Array.isArray(packed)) return undefined;
  const before = new Map<unknown, ReadonlyMap<string, Sized>>();
  const events: unknown[] = [];
  let counter = 0;
  let clock = day;
  let size = 0;
  for (let i = 0; i < packed.length; i += 5) {
    const [device, n, at, type, changed]: unknown[] = packed.slice(i, i + 5);
    if (typeof device !== 'number' || typeof type !== 'number') return undefined;
    if (typeof n !== 'number' || typeof at !== 'number') return undefined;
    counter += n;
    clock += at;
    const fields = changedBy(before.get(type) ?? new Map(), changed);
    if (!fields) return undefined;
    before.set(type, fields);
    // A small link must not become more than a page can hold.
    for (const { size: own } of fields.values()) size += own;
    if (size > MOST) return undefined;
    const own = [...fields].map(([name, { value }]) => [name, value] as const);
    // Defines own properties, whatever they are called; the event's name comes last and counts.
    events.push(
      Object.fromEntries([
        ...own,
        ['type', types[type]],
        ['device', devices[device]],
        ['n', counter],
        ['at', clock],
      ]),
    );
  }
  return {
    ...rest,
    format: 'coursewright-progress',
    version: 1,
    title: '',
    exported: new Date(day).toISOString(),
    events,
  };
}

interface Sized {
  readonly value: unknown;
  /** UTF-16 units of its JSON. */
  readonly size: number;
}

function changedBy(from: ReadonlyMap<string, Sized>, changed: unknown): Map<string, Sized> | undefined {
  const [fresh, ...gone]: unknown[] = Array.isArray(changed) ? changed : [changed];
  const fields = new Map(from);
  for (const name of gone) if (typeof name === 'string') fields.delete(name);
  if (fresh !== 0) {
    if (!isFields(fresh)) return undefined;
    for (const [name, value] of Object.entries(fresh))
      fields.set(name, { value, size: name.length + (JSON.stringify(value)?.length ?? 0) });
  }
  return fields.size > MOST_FIELDS ? undefined : fields;
}
