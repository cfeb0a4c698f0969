import type { Finding } from '../../model/diagnostic.ts';
import { nearest } from '../../model/nearest.ts';
import type { Span } from '../../model/span.ts';
import { fieldMeant } from '../field-names.ts';
import { found } from '../findings.ts';
import { suggestQuestionId } from '../question.ts';
import { text } from '../read.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { owners } from './generated/validators.js';
import { repaired, retyped } from './instead.ts';
import { placeInWords } from './place.ts';
import type { SchemaNode, Validator, ValidatorError } from './validator.ts';

/** Findings shown for one file; more of them help nobody, and a hostile file could make millions. */
export const MAX_FINDINGS = 50;

/**
 * Checks a YAML value against a precompiled schema. Gives one finding for each wrong value, with the span of
 * the value, or of the key where the key itself is wrong.
 *
 * @param under the way from `root` to the value: messages name places from the root
 * @param typeField a field that stands for the type of a question, as in `numeric: 3`: what it lacks then follows from that
 */
export function checkSchema(
  root: YamlNode,
  validate: Validator,
  under: readonly string[] = [],
  typeField?: string,
): Finding[] {
  const checked = locate(root, under)?.node;
  if (checked === undefined || validate(plain(checked))) return [];
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  // The first error of a value in this order tells most; the others follow from it.
  errors.sort((a, b) => rank(a) - rank(b));
  const findings = new Map<string, Reported>();
  const ranks = new Map<string, number>();
  /** The fields that misspelt ones were meant to be: those are not missing as well. */
  const meant = new Set<string>();
  for (const error of errors) {
    const path = [...under, ...pathOf(error)];
    const place = locate(root, path);
    if (place === undefined || isBroken(place.node)) continue;
    const level = rank(error);
    if ((ranks.get(error.instancePath) ?? level) < level) continue;
    ranks.set(error.instancePath, level);
    const missing = error.params.missingProperty;
    const isType = typeField !== undefined && error.params.additionalProperty === typeField;
    const lacks = isType ? answerFields(errors, error) : [];
    for (const field of lacks) meant.add(`${error.instancePath}/${field}`);
    const instead = isType ? typeAndAnswer(typeField, lacks, place.node) : undefined;
    const finding = explain(root, error, path, place, instead);
    findings.set(`${finding.rule} ${finding.span.start} ${String(missing)}`, {
      finding,
      ...(missing === undefined ? {} : { missing: `${error.instancePath}/${String(missing)}` }),
    });
    if (error.keyword === 'additionalProperties') {
      const suggestion = misspeltFor(place.node, String(error.params.additionalProperty), error);
      if (suggestion !== undefined) meant.add(`${error.instancePath}/${suggestion}`);
    }
  }
  const causes = [...findings.values()].filter(({ missing }) => missing === undefined || !meant.has(missing));
  return capped(causes.map(({ finding }) => finding).sort((a, b) => a.span.start - b.span.start));
}

/** The fields that a question of that type lacks for its answer. */
function answerFields(errors: readonly ValidatorError[], { instancePath }: ValidatorError): string[] {
  return errors.flatMap((error) => {
    const field = error.keyword === 'required' && String(error.params.missingProperty);
    return field && error.instancePath === instancePath && !['id', 'prompt'].includes(field) ? [field] : [];
  });
}

/** What to write for `numeric: 3`: `type: numeric` and `answer: 3`. */
function typeAndAnswer(type: string, fields: readonly string[], node: YamlNode): string[] {
  const value = node.kind === 'map' ? node.entries.get(type)?.value : undefined;
  const isShort = fields.length === 1 && value?.kind === 'scalar' && value.text !== '';
  return [`type: ${type}`, ...fields.map((field) => `${field}: ${isShort ? value.text : '…'}`)];
}

interface Reported {
  readonly finding: Finding;
  /** JSON pointer to the field that is missing. */
  readonly missing?: string;
}

/** The field that an unknown one was probably meant to be. */
function misspeltFor(node: YamlNode, key: string, { parentSchema }: ValidatorError): string | undefined {
  const taken = node.kind === 'map' ? node.entries : new Map();
  return fieldMeant(
    key,
    Object.keys(parentSchema.properties ?? {}).filter((name) => !taken.has(name)),
  );
}

/** What holds a field: `a hint: text, or …` is a hint; what has no such name is called by its place. */
function ownerNamed(expected: string, place: string): string {
  const noun = expected.replace(/:.*$/, '');
  return place !== '' && /^`|,? or /.test(noun) ? place : noun;
}

/** `{ answer: 1,5 }` is a field `answer` and a field `5`: the number that was meant, if it is one. */
function decimalCut(map: YamlMap, key: string): string | undefined {
  // Nobody writes so many fields by a slip, and each would look at all of them.
  if (map.entries.size > 50 || !/^\d+(?: ?%)?$/.test(key)) return undefined;
  const value = map.entries.get(key)?.value;
  if (value?.kind !== 'scalar' || value.value !== null) return undefined;
  const keys = [...map.entries.keys()];
  const before = map.entries.get(keys[keys.indexOf(key) - 1] ?? '')?.value;
  return before?.kind === 'scalar' && typeof before.value === 'number' && /^[-+]?\d+$/.test(before.text)
    ? `${before.text}.${key}`
    : undefined;
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

function explain(
  root: YamlNode,
  error: ValidatorError,
  path: readonly string[],
  place: Place,
  instead: readonly string[] | undefined,
): Finding {
  const { parentSchema, params } = error;
  const { node } = place;
  const named = { field: fieldName(path), name: placeInWords(root, path) };
  const expected = parentSchema['x-is'] ?? 'another value';
  const empty = () => {
    const comment = node.kind === 'scalar' ? node.comment : undefined;
    const args = { ...named, expected, ...(comment === undefined ? {} : { comment }) };
    return found('schema/empty', place.key ?? node.span, args);
  };
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
      const suggestion = misspeltFor(node, key, error);
      const decimal = node.kind === 'map' ? decimalCut(node, key) : undefined;
      return found('schema/unknown-field', entry?.key ?? node.span, {
        field: fieldName([...path, key]),
        key,
        owner: ownerNamed(expected, named.name),
        known: Object.keys(parentSchema.properties ?? {}),
        elsewhere: (owners[key] ?? []).filter((owner) => owner !== expected),
        ...(suggestion === undefined ? {} : { suggestion }),
        ...(decimal === undefined ? {} : { decimal }),
        ...(instead === undefined ? {} : { instead }),
      });
    }
    case 'required': {
      const key = String(params.missingProperty);
      const wanted = parentSchema.properties?.[key];
      const is = wanted === undefined ? undefined : phrase(wanted);
      const title = node.kind === 'map' ? text(node.entries.get('title')?.value) : undefined;
      return found('schema/missing-field', head(node), {
        field: fieldName([...path, key]),
        key,
        owner: ownerNamed(expected, named.name),
        ...(is === undefined ? {} : { expected: is }),
        ...(key === 'id' && title !== undefined ? { suggestion: suggestQuestionId(title) } : {}),
      });
    }
    case 'type': {
      // An empty text where text is wanted is empty rather than of a wrong type.
      if (node.kind === 'scalar' && node.value === null) return empty();
      const suggestion = retyped(node, expected);
      return found('schema/wrong-type', node.span, {
        ...named,
        expected,
        found: describe(node),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    case 'minItems':
    case 'minProperties':
      return empty();
    default: {
      const value = node.kind === 'scalar' ? node.text : describe(node);
      if (value.trim() === '') return empty();
      const allowed = parentSchema['x-values'] ?? parentSchema.enum?.map(String);
      const suggestion =
        nearest(value, allowed ?? []) ??
        allowed?.find((each) => each.startsWith(value.toLowerCase())) ??
        repaired(value, expected);
      return found('schema/bad-value', node.span, {
        ...named,
        value: value.slice(0, 200),
        expected,
        ...(allowed === undefined ? {} : { allowed }),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
  }
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
