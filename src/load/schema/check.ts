import type { Finding } from '../../model/diagnostic.ts';
import { nearest } from '../../model/nearest.ts';
import type { Span } from '../../model/span.ts';
import { found } from '../findings.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { owners } from './generated/validators.js';
import type { SchemaNode, Validator, ValidatorError } from './validator.ts';

/** Findings shown for one file; more of them help nobody, and a hostile file could make millions. */
export const MAX_FINDINGS = 50;

/**
 * Checks a YAML value against a precompiled schema. Gives one finding for each wrong value, with the span of
 * the value, or of the key where the key itself is wrong.
 */
export function checkSchema(root: YamlNode, validate: Validator): Finding[] {
  if (validate(plain(root))) return [];
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  // The first error of a value in this order tells most; the others follow from it.
  errors.sort((a, b) => rank(a) - rank(b));
  const findings = new Map<string, Finding>();
  const ranks = new Map<string, number>();
  for (const error of errors) {
    const path = pathOf(error);
    const place = locate(root, path);
    if (place === undefined || isBroken(place.node)) continue;
    const level = rank(error);
    if ((ranks.get(error.instancePath) ?? level) < level) continue;
    ranks.set(error.instancePath, level);
    const finding = explain(error, path, place);
    findings.set(`${finding.rule} ${finding.span.start} ${String(error.params.missingProperty)}`, finding);
  }
  return capped([...findings.values()].sort((a, b) => a.span.start - b.span.start));
}

/** At most `MAX_FINDINGS` findings of one file, and one after them that says how many were left out. */
export function capped(findings: readonly Finding[]): Finding[] {
  const shown = findings.slice(0, MAX_FINDINGS);
  const last = shown.at(-1);
  if (last === undefined || findings.length === shown.length) return shown;
  const args = { shown: shown.length, hidden: findings.length - shown.length };
  const span = { ...last.span, start: last.span.end };
  return [...shown, found('schema/too-many', span, args)];
}

/** `capped` for each file on its own. */
export function cappedByFile(findings: readonly Finding[]): Finding[] {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = files.get(finding.span.file);
    if (same === undefined) files.set(finding.span.file, [finding]);
    else same.push(finding);
  }
  return [...files.values()].flatMap(capped);
}

interface Place {
  readonly node: YamlNode;
  /** The key that holds it; undefined for the root and for items of lists. */
  readonly key: Span | undefined;
}

function explain(error: ValidatorError, path: readonly string[], place: Place): Finding {
  const { parentSchema, params } = error;
  const { node } = place;
  const field = fieldName(path);
  const expected = parentSchema['x-is'] ?? 'another value';
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys(parentSchema.properties ?? {});
      const taken = node.kind === 'map' ? node.entries : new Map();
      const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
      const suggestion = nearest(
        key,
        known.filter((name) => !taken.has(name)),
      );
      return found('schema/unknown-field', entry?.key ?? node.span, {
        field: fieldName([...path, key]),
        key,
        owner: expected,
        known,
        elsewhere: (owners[key] ?? []).filter((owner) => owner !== expected),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    case 'required': {
      const key = String(params.missingProperty);
      const wanted = parentSchema.properties?.[key];
      const is = wanted === undefined ? undefined : phrase(wanted);
      return found('schema/missing-field', head(node), {
        field: fieldName([...path, key]),
        key,
        owner: expected,
        ...(is === undefined ? {} : { expected: is }),
      });
    }
    case 'type':
      // An empty text where text is wanted is empty rather than of a wrong type.
      if (node.kind === 'scalar' && node.value === null)
        return found('schema/empty', place.key ?? node.span, { field, expected });
      return found('schema/wrong-type', node.span, { field, expected, found: describe(node) });
    case 'minItems':
    case 'minProperties':
      return found('schema/empty', place.key ?? node.span, { field, expected });
    default: {
      const value = node.kind === 'scalar' ? node.text : describe(node);
      if (value.trim() === '') return found('schema/empty', place.key ?? node.span, { field, expected });
      const allowed = parentSchema['x-values'] ?? parentSchema.enum?.map(String);
      const suggestion =
        nearest(value, allowed ?? []) ??
        allowed?.find((each) => each.startsWith(value.toLowerCase())) ??
        repair(value, expected);
      return found('schema/bad-value', node.span, {
        field,
        value: value.slice(0, 200),
        expected,
        ...(allowed === undefined ? {} : { allowed }),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
  }
}

/** `80` where a share is wanted means `80%`; `2026-1-5` means `2026-01-05`. */
function repair(value: string, expected: string): string | undefined {
  if (expected.startsWith('a share')) {
    const number = Number(value);
    return number > 1 && number <= 100 ? `${number}%` : undefined;
  }
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  if (expected.startsWith('a date') && date !== null) {
    const [, year = '', month = '', day = ''] = date;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return undefined;
}

function rank(error: ValidatorError): number {
  switch (error.keyword) {
    case 'type':
      return 0;
    case 'enum':
    case 'const':
      return 1;
    default:
      return 2;
  }
}

/** The phrase for a property's schema, which may stand in its own definition: descriptions wrap it in `allOf`. */
function phrase(schema: SchemaNode): string | undefined {
  return schema['x-is'] ?? schema.allOf?.[0]?.['x-is'];
}

function pathOf(error: ValidatorError): string[] {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function locate(root: YamlNode, path: readonly string[]): Place | undefined {
  let place: Place = { node: root, key: undefined };
  for (const part of path) {
    const { node } = place;
    if (node.kind === 'map') {
      const entry = node.entries.get(part);
      if (entry === undefined) return undefined;
      place = { node: entry.value, key: entry.key };
    } else if (node.kind === 'list') {
      const item = node.items[Number(part)];
      if (item === undefined) return undefined;
      place = { node: item, key: undefined };
    } else return undefined;
  }
  return place;
}

function isBroken(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.broken;
}

/** `pathway.items[2].when` */
export function fieldName(path: readonly string[]): string {
  return path.map((part, i) => (/^\d+$/.test(part) ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}

/** The place to show for a whole mapping: its first key, since the mapping may be pages long. */
export function head(node: YamlNode): Span {
  if (node.kind !== 'map') return node.span;
  for (const entry of node.entries.values()) return entry.key;
  return node.span;
}

/** In words with an article, what a value is. */
export function describe(node: YamlNode): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  switch (typeof node.value) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'empty';
  }
}

/** Plain data for the validator; objects without a prototype, so that `__proto__` is a key like others. */
function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return plainMap(node);
  }
}

function plainMap(node: YamlMap): object {
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of node.entries) result[key] = plain(entry.value);
  return result;
}
