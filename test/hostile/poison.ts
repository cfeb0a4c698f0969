import type { Below } from '../../src/assess/random.ts';

/** Markup that would run, were it ever parsed: it sets `__pwned`, which tests look for. */
export const SCRIPTS = [
  '<img src=x onerror="window.__pwned=1">',
  '<script>window.__pwned=1</script>',
  '<svg/onload=window.__pwned=1>',
  '"><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
  "javascript:window.__pwned=1//'",
  '{{constructor.constructor("window.__pwned=1")()}}',
];

/** Names that plain objects inherit, and others that mean something to the browser. */
export const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'toJSON',
  'then',
  'length',
  'body',
];

const TEXTS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\udc00\ud800',
  '\u202e',
  '#',
  'a#b',
  '__proto__#x',
  'x#__proto__',
  '../../etc',
  'x'.repeat(121),
  'x'.repeat(5000),
  '1e999',
  'NaN',
  '[object Object]',
];

const NUMBERS = [
  0,
  -0,
  -1,
  0.5,
  1.5,
  2 ** 31,
  2 ** 32,
  2 ** 40,
  2 ** 53,
  8.64e15,
  1e21,
  1e308,
  -1e308,
  5e-324,
];

/** A number that `JSON.parse` reads as infinite, and nesting, both as texts of JSON. */
const RAW = [
  '1e999',
  '-1e999',
  `${'['.repeat(300)}${']'.repeat(300)}`,
  `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`,
];

/** More than anything that is read may hold. */
const MANY = 2100;

/** One thing of a list. */
export function pick<T>(things: readonly T[], below: Below): T {
  const thing = things[below(things.length)];
  if (thing === undefined) throw new RangeError('Nothing to pick from.');
  return thing;
}

/** A value that nobody expects. */
export function poison(below: Below): unknown {
  switch (below(9)) {
    case 0:
      return pick(SCRIPTS, below);
    case 1:
      return pick(NAMES, below);
    case 2:
      return pick(TEXTS, below);
    case 3:
    case 4:
      return pick(NUMBERS, below);
    case 5:
      return JSON.parse(pick(RAW, below));
    case 6:
      return pick([null, true, false, [], {}, [[]], [{}], [null], ['opened'], [1, 2, 3]], below);
    case 7:
      return own([[pick(NAMES, below), own([['__pwned', 1]])]]);
    default:
      return own([[pick(['type', 'length', 'item', ...NAMES], below), pick(NUMBERS, below)]]);
  }
}

/** A text of such a value. */
export function poisonedText(below: Below): string {
  const value = poison(below);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** An object with fields of its own, whatever they are called. */
export function own(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}

/**
 * A value like another with a few things wrong in it: fields that are gone, doubled, renamed, of another type, added, or
 * taken from elsewhere. What goes in is not changed.
 */
export function spoil(value: unknown, below: Below, times = 1 + below(3)): unknown {
  let spoilt = value;
  for (let i = 0; i < times; i++) spoilt = spoilOnce(spoilt, below);
  return spoilt;
}

function spoilOnce(value: unknown, below: Below): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0 || below(8) === 0) return spoilList(value, below);
    const at = below(value.length);
    return value.map((entry: unknown, i) => (i === at ? spoilOnce(entry, below) : entry));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0 || below(4) === 0) return spoilFields(entries, below);
    const at = below(entries.length);
    return own(entries.map(([name, content], i) => [name, i === at ? spoilOnce(content, below) : content]));
  }
  if (typeof value === 'string' && below(3) === 0)
    return value + pick([...SCRIPTS, ...NAMES, ...TEXTS], below);
  if (typeof value === 'number' && below(3) === 0) return value * pick([-1, 0.1, 10, 1e300], below);
  return poison(below);
}

function spoilList(list: readonly unknown[], below: Below): unknown {
  const at = below(list.length + 1);
  switch (below(8)) {
    case 0:
      return [...list.slice(0, at), poison(below), ...list.slice(at)];
    case 1:
      return list.slice(at);
    case 2:
      return [...list, ...list];
    case 3:
      return own(list.map((entry, i) => [String(i), entry]));
    case 4:
      return [list];
    case 5:
      return pick([...SCRIPTS, ...NAMES], below);
    default:
      return below(20) > 0 ? [] : Array.from({ length: MANY }, () => list[0] ?? 0);
  }
}

function spoilFields(entries: readonly [string, unknown][], below: Below): unknown {
  const at = below(entries.length + 1);
  const [name, content] = entries[at] ?? ['x', 1];
  const rest = entries.filter((_, i) => i !== at);
  switch (below(7)) {
    case 0:
      return own(rest);
    case 1:
      return own([...rest, [pick([...NAMES, ...SCRIPTS], below), content]]);
    case 2:
      return own([...entries, [pick([...NAMES, ...TEXTS], below), poison(below)]]);
    case 3:
      return own([...rest, [name, [content]]]);
    case 4:
      return entries;
    case 5:
      return own(entries.map(([key, value], i) => [key, entries[(i + 1) % entries.length]?.[1] ?? value]));
    default:
      return own([...entries, ...(below(20) > 0 ? [] : many(content))]);
  }
}

function many(content: unknown): [string, unknown][] {
  return Array.from({ length: MANY }, (_, i) => [`a#${i}`, content]);
}
