import type { Share } from '../model/condition.ts';
import type { Span } from '../model/span.ts';
import type { Sited } from './source.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml.ts';

// Typed reading of values that the schema has checked. What has another type reads as undefined: the schema
// has reported it, and the rest of the file stays usable.

/** The fields of a mapping, or none. */
export function fields(node: YamlNode | undefined): ReadonlyMap<string, YamlEntry> {
  return node?.kind === 'map' ? node.entries : NONE;
}

const NONE: ReadonlyMap<string, YamlEntry> = new Map();

export function child(map: YamlMap | ReadonlyMap<string, YamlEntry>, key: string): YamlNode | undefined {
  return ('kind' in map ? map.entries : map).get(key)?.value;
}

/** The items of a list, or none. */
export function items(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A scalar that can be read as text: `2026` and `1.10` as written. Undefined for empty and blank ones. */
export function textScalar(node: YamlNode | undefined): YamlScalar | undefined {
  if (node?.kind !== 'scalar' || node.value === null || node.text.trim() === '') return undefined;
  return node;
}

export function text(node: YamlNode | undefined): string | undefined {
  return textScalar(node)?.text.trim();
}

export function sitedText(node: YamlNode | undefined): Sited<string> | undefined {
  const scalar = textScalar(node);
  return scalar && { value: scalar.text.trim(), span: scalar.span };
}

export function sitedTexts(node: YamlNode | undefined): Sited<string>[] {
  return items(node).flatMap((item) => sitedText(item) ?? []);
}

/** What stands alone, or in a list. */
export function oneOrMore(node: YamlNode | undefined): Sited<string>[] {
  const one = sitedText(node);
  return one === undefined ? sitedTexts(node) : [one];
}

/** A finite number of at least `least`. */
export function number(node: YamlNode | undefined, least: number): number | undefined {
  if (node?.kind !== 'scalar' || typeof node.value !== 'number') return undefined;
  return Number.isFinite(node.value) && node.value >= least ? node.value : undefined;
}

export function whole(node: YamlNode | undefined, least: number): number | undefined {
  const value = number(node, least);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

export function flag(node: YamlNode | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

/** `80%` or `0.8` as 0.8; undefined outside 0 to 1. */
export function share(node: YamlNode | undefined): Share | undefined {
  if (node?.kind !== 'scalar') return undefined;
  if (typeof node.value === 'string') return parseShare(node.value);
  const value = number(node, 0);
  return value !== undefined && value <= 1 ? value : undefined;
}

/** `80%` as 0.8; undefined for anything else. */
export function parseShare(value: string): Share | undefined {
  const match = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(value);
  if (match === null) return undefined;
  const percent = Number(match[1]);
  // The quotient is the double nearest to the decimal share: 55 / 100 is exactly the literal 0.55.
  return percent <= 100 ? percent / 100 : undefined;
}

/** The spans of the values of a mapping by field, for messages about them. */
export function spansOf(map: ReadonlyMap<string, YamlEntry>): Map<string, Span> {
  return new Map([...map].map(([key, entry]) => [key, entry.value.span]));
}
