import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';

/** What is to be written under `renamed` and `retired`. */
export interface Additions {
  readonly renamed: readonly (readonly [from: string, to: string])[];
  readonly retired: readonly string[];
}

/**
 * Puts names into the text of a course.yaml, and leaves every other character where it is: comments, order, line ends. What stands there
 * already is not written again. Undefined where the text has a form that only a person should edit.
 */
export function withAdditions(text: string, { renamed, retired }: Additions): string | undefined {
  const before = read(text);
  if (before === undefined) return undefined;
  const known = { renamed: fieldsOf(before.renamed), retired: listOf(before.retired) };
  if (known.renamed === undefined || known.retired === undefined) return undefined;
  const { renamed: knownNames, retired: knownGone } = known;
  const pairs = renamed.filter(([from]) => !knownNames.has(from));
  const gone = retired.filter((name) => !knownGone.has(name));
  let edited: string | undefined = text;
  for (const [from, to] of pairs) edited = edited && added(edited, 'renamed', [from, to]);
  for (const name of gone) edited = edited && added(edited, 'retired', [name]);
  if (edited === undefined) return undefined;
  // What was written is read again: nothing else may have changed, whatever the text looked like.
  const after = read(edited);
  const wanted = {
    ...before,
    ...(pairs.length > 0 && { renamed: { ...Object.fromEntries(knownNames), ...Object.fromEntries(pairs) } }),
    ...(gone.length > 0 && { retired: [...knownGone, ...gone] }),
  };
  return after !== undefined && JSON.stringify(sorted(after)) === JSON.stringify(sorted(wanted))
    ? edited
    : undefined;
}

type Entry = readonly [name: string] | readonly [name: string, value: string];

function added(text: string, field: 'renamed' | 'retired', entry: Entry): string | undefined {
  const document = parseDocument(text);
  const root = document.contents;
  if (!isMap(root) || root.flow) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === field);
  if (pair === undefined) return appended(text, field, entry, eol, root, indentOf(text, root));
  const { value } = pair;
  if (isMap(value) || isSeq(value)) {
    if (isMap(value) !== (field === 'renamed') || (value.items.length === 0 && !value.flow)) return undefined;
    return value.flow ? inFlow(text, value, entry, eol) : inBlock(text, value, entry, eol);
  }
  const isEmpty = value === null || (isScalar(value) && value.value === null);
  return isEmpty ? belowKey(text, pair, entry, eol, indentOf(text, root)) : undefined;
}

/** At the end of the file: before the mark of the document's end, if there is one. */
function appended(
  text: string,
  field: 'renamed' | 'retired',
  entry: Entry,
  eol: string,
  root: YAMLMap<ParsedNode, ParsedNode | null>,
  indent: string,
): string {
  const mark = /^(\.\.\.|---)/m.exec(text.slice(root.range?.[1] ?? text.length));
  const end = mark === null ? text.length : (root.range?.[1] ?? 0) + mark.index;
  const before = text.slice(0, end);
  const gap = before === '' || before.endsWith('\n') ? '' : eol;
  const lines = [`${indent}${field}:`, `${indent}  ${blockEntry(entry)}`];
  return `${before}${gap}${eol}${lines.join(eol)}${eol}${text.slice(end)}`;
}

/** After the last entry of a list of lines, as far to the right as it. */
function inBlock(
  text: string,
  value: { readonly items: readonly unknown[] },
  entry: Entry,
  eol: string,
): string | undefined {
  const last = rangeOf(value.items.at(-1));
  if (last === undefined) return undefined;
  const [start, end] = last;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(text.slice(line))?.[0] ?? '';
  const at = lineEnd(text, end);
  const gap = at === text.length && !text.endsWith('\n') ? eol : '';
  return `${text.slice(0, at)}${gap}${indent}${blockEntry(entry)}${eol}${text.slice(at)}`;
}

/** Before the bracket that closes a list on a line. */
function inFlow(
  text: string,
  value: { readonly items: readonly unknown[]; readonly range?: readonly number[] | null },
  entry: Entry,
  eol: string,
): string | undefined {
  const end = value.range?.[1];
  if (end === undefined) return undefined;
  const close = end - 1;
  const last = rangeOf(value.items.at(-1))?.[1];
  const [name, to] = entry.map(plain);
  const written = to === undefined ? name : `${name}: ${to}`;
  if (last === undefined) return `${text.slice(0, close).trimEnd()} ${written} ${text.slice(close)}`;
  // A comma after the last entry is allowed, and a comment may follow it.
  const comma = /^\s*,/.exec(text.slice(last))?.[0];
  const at = last + (comma?.length ?? 0);
  const own = lineEnd(text, at);
  const [before, after] = [
    `${text.slice(0, at)}${comma === undefined ? ',' : ''}`,
    comma === undefined ? '' : ',',
  ];
  if (own > close) return `${before} ${written}${after}${text.slice(at)}`;
  // On a line of its own, below the last one.
  const line = text.lastIndexOf('\n', last - 1) + 1;
  const indent = /^ */.exec(text.slice(line))?.[0] ?? '';
  return `${before}${text.slice(at, own)}${indent}${written}${after}${eol}${text.slice(own)}`;
}

/** The field is there without a value. */
function belowKey(
  text: string,
  pair: Pair<ParsedNode, ParsedNode | null>,
  entry: Entry,
  eol: string,
  indent: string,
): string | undefined {
  const key = rangeOf(pair.key);
  if (key === undefined) return undefined;
  const at = lineEnd(text, key[1]);
  const gap = at === text.length && !text.endsWith('\n') ? eol : '';
  return `${text.slice(0, at)}${gap}${indent}  ${blockEntry(entry)}${eol}${text.slice(at)}`;
}

function blockEntry(entry: Entry): string {
  const [name, to] = entry.map(plain);
  return to === undefined ? `- ${name}` : `${name}: ${to}`;
}

/** A name as YAML reads it back: quoted where it has to be. */
function plain(name: string): string {
  return stringify(name, { lineWidth: 0 }).trimEnd();
}

/** Where the text of an entry begins and ends: of a pair, its key's begin and its value's end. */
function rangeOf(node: unknown): readonly [start: number, end: number] | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('range' in node && Array.isArray(node.range)) return [Number(node.range[0]), Number(node.range[1])];
  if (!('key' in node) || !('value' in node)) return undefined;
  const [key, value] = [rangeOf(node.key), rangeOf(node.value)];
  return key && [key[0], value?.[1] ?? key[1]];
}

/** After the line break of the line that a place is in. */
function lineEnd(text: string, at: number): number {
  // The end of a block may lie behind its line break already.
  if (at > 0 && text[at - 1] === '\n') return at;
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

function indentOf(text: string, root: YAMLMap<ParsedNode, ParsedNode | null>): string {
  const start = rangeOf(root.items[0])?.[0] ?? 0;
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}

function read(text: string): Record<string, unknown> | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let aliased = false;
  visit(document, {
    Alias: () => {
      aliased = true;
      return visit.BREAK;
    },
  });
  // The loader refuses them, and what one stands for may be anywhere.
  if (aliased) return undefined;
  const value: unknown = document.toJS();
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (value === undefined || value === null) return new Map();
  return typeof value === 'object' && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
}

function listOf(value: unknown): ReadonlySet<unknown> | undefined {
  if (value === undefined || value === null) return new Set();
  return Array.isArray(value) ? new Set(value) : undefined;
}

/** With its fields in one order, so that two can be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, each]): [string, unknown] => [key, sorted(each)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
