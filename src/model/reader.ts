/**
 * Readers of data that may be anything: each gives the value if it is what it should be, else undefined. What they give is
 * built anew from known fields only, so nothing else travels along and no prototype is touched.
 */
import { type Fields, isFields } from './fields.ts';

/** `fields`: those around the value, for what hangs on another one. */
export type Reader<Value> = (value: unknown, fields: Fields) => Value | undefined;

/** A reader for each field; the name of one that may be missing ends in `?`. */
export type Readers<Found> = {
  readonly [Name in keyof Found & string as Partial<Pick<Found, Name>> extends Pick<Found, Name>
    ? `${Name}?`
    : Name]-?: Reader<Exclude<Found[Name], undefined>>;
};

/** Readers by the `type` that an object says it has. */
type Table<Union extends { readonly type: string }> = {
  readonly [Type in Union['type']]: Readers<Omit<Extract<Union, { readonly type: Type }>, 'type'>>;
};

/** Reads an object: undefined where a field is wrong, or one is missing that must not be. */
export function object<Found>(readers: Readers<Found>): Reader<Found>;
export function object(readers: Readonly<Record<string, Reader<unknown>>>): Reader<object> {
  const parts = Object.entries(readers).map(([name, read]) => ({ name, key: name.replace('?', ''), read }));
  return (value) => {
    if (!isFields(value)) return undefined;
    const found: Record<string, unknown> = {};
    for (const { name, key, read } of parts) {
      const given = value[key];
      if (given === undefined && key !== name) continue;
      const part = read(given, value);
      if (part === undefined) return undefined;
      found[key] = part;
    }
    return found;
  };
}

/** Reads one of several kinds of objects, told apart by their `type`; `common`: what all of them have. */
export function union<Union extends { readonly type: string }, Common = object>(
  table: Table<Union>,
  common: Readers<Common>,
): Reader<Union & Common>;
export function union(table: Readonly<Record<string, Readers<object>>>, common: object): Reader<object> {
  const kinds = new Map<unknown, Reader<object>>();
  for (const [type, readers] of Object.entries(table))
    kinds.set(type, object({ type: () => type, ...readers, ...common }));
  return (value, fields) => (isFields(value) ? kinds.get(value.type)?.(value, fields) : undefined);
}

/** Reads a list of up to so many values. */
export function list<Value>(read: Reader<Value>, most: number): Reader<Value[]> {
  return (value, fields) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const found: Value[] = [];
    for (const given of value) {
      const part = read(given, fields);
      if (part === undefined) return undefined;
      found.push(part);
    }
    return found;
  };
}

/** Reads an object of up to so many keys that all mean the same. */
export function record<Value>(
  key: Reader<string>,
  read: Reader<Value>,
  most: number,
): Reader<Record<string, Value>> {
  return (value, fields) => {
    if (!isFields(value)) return undefined;
    const names = list(key, most)(Object.keys(value), fields);
    const values = list(read, most)(Object.values(value), fields);
    // Defines own properties, whatever they are called.
    return names && values && Object.fromEntries(values.map((part, i) => [names[i] ?? '', part]));
  };
}

/** Reads a text that is neither empty nor longer than it may be, in UTF-16 units. */
export function text(longest: number, form = /./s): Reader<string> {
  return (value) =>
    typeof value === 'string' && value.length <= longest && form.test(value) ? value : undefined;
}

/** Reads a number between two others, both included. */
export function number(least: number, most: number): Reader<number> {
  return (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

/** Reads a whole number between two others, both included. */
export function whole(least: number, most: number): Reader<number> {
  return (value) => (Number.isInteger(value) ? number(least, most)(value, {}) : undefined);
}

/** Reads that value alone. */
export function constant<const Value>(wanted: Value): Reader<Value> {
  return (value) => (value === wanted ? wanted : undefined);
}

/** Reads one of a few texts. */
export function oneOf<const Value extends string>(...wanted: readonly Value[]): Reader<Value> {
  return (value) => wanted.find((each) => each === value);
}
