import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  type Scalar,
  type YAMLParseError,
} from 'yaml';
import type { Finding } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { unsafeFinding } from './decode.ts';
import { found } from './findings.ts';
import type { Fragment } from './source.ts';
import { withoutUnsafe } from './unsafe-text.ts';
import { causeOf } from './yaml-cause.ts';
import { offsetsOf, type ScalarStyle } from './yaml-offsets.ts';

/** A YAML value with its place. Mappings are Maps, so that no key can reach a prototype. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1.10` and `007` keep their digits. */
  readonly text: string;
  readonly span: Span;
  /** Reported already (an alias): later checks leave it alone. */
  readonly broken: boolean;
  /** What is empty and has a comment behind it on its line: `prompt: #1 how long?`. */
  readonly comment?: string;
  /** The value as compiled Markdown, where it was written in Markdown. */
  readonly fragment?: Fragment;
  /** The offset in the file of an offset in `text`. */
  toFile(offset: number): number;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: Span;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** How deep lists and mappings may nest. */
export const MAX_DEPTH = 64;

export interface ParsedYaml {
  /** Undefined when the text is empty or has syntax errors. */
  readonly root: YamlNode | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Parses one YAML 1.2 document (core schema). `base` is the offset of `text` in its file. Never throws on
 * any text: no aliases, no tags beyond the core schema's, no second document, no deep nesting.
 */
export function parseYaml(text: string, file: string, base = 0): ParsedYaml {
  const span = (start: number, end: number): Span => ({ file, start: base + start, end: base + end });
  const tokens = [...new Parser().parse(text)];
  // Composing recurses, and V8 aborts the process when a regular expression is compiled on a stack that is
  // nearly full. So the depth is measured on the flat token tree before.
  const deep = firstTooDeep(tokens);
  if (deep !== undefined) {
    return {
      root: undefined,
      findings: [found('yaml/too-deep', span(deep, deep + 1), { limit: MAX_DEPTH })],
    };
  }
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    // Its own check compares every pair: 32 s for 50,000 keys. `readMap` uses a Map.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [...composer.compose(tokens, true, text.length)];
  const [document, second] = documents;
  if (document === undefined) return { root: undefined, findings: [] };
  const findings: Finding[] = [];
  const slip = causeOf(
    document.errors.map((error) => ({
      code: error.code,
      message: error.message,
      pos: placeOf(error, tokens),
    })),
    text,
  );
  if (slip !== undefined) {
    const { cause, detail, at, instead } = slip;
    const args = { cause, detail, ...(instead !== undefined && { instead }) };
    findings.push(found('yaml/syntax', span(...at), args));
  }
  if (second !== undefined && findings.length === 0) {
    const start = second.range[0];
    const detail = 'There is more than one document in this file';
    findings.push(found('yaml/syntax', span(start, start), { cause: 'several-documents', detail }));
  }
  if (findings.length > 0) return { root: undefined, findings };
  for (const warning of document.warnings) {
    if (warning.code !== 'TAG_RESOLVE_FAILED') continue;
    const tag = text.slice(warning.pos[0], warning.pos[1]);
    findings.push(found('yaml/unknown-tag', span(warning.pos[0], warning.pos[1]), { tag }));
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { root: undefined, findings };
  return { root: readNode(contents, { text, span, base, findings }), findings };
}

/** The offset of the first node that is nested more than `MAX_DEPTH` deep. */
function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  for (const { token, depth } of walk(tokens)) {
    if (depth > MAX_DEPTH && 'items' in token) return token.offset;
  }
  return undefined;
}

/** Every node of the token tree with its depth from 1; without recursion, since the tree can be of any depth. */
function* walk(tokens: readonly CST.Token[]): Generator<{ token: CST.Token; depth: number }> {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth: 1 });
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    yield next;
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
    }
  }
}

/**
 * Where a syntax error is shown. The package reports a quote that is never closed at the end of the file; the
 * author looks for the quote that opens it.
 */
function placeOf(error: YAMLParseError, tokens: readonly CST.Token[]): [number, number] {
  if (error.code !== 'MISSING_CHAR' || !error.message.startsWith('Missing closing')) return error.pos;
  for (const { token } of walk(tokens)) {
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    const end = token.offset + token.source.length;
    if (end === error.pos[0] || end === error.pos[1]) return [token.offset, token.offset + 1];
  }
  return error.pos;
}

interface Reading {
  readonly text: string;
  readonly base: number;
  readonly span: (start: number, end: number) => Span;
  readonly findings: Finding[];
}

function readNode(node: Node | null, reading: Reading, at = 0): YamlNode {
  const [start, end] = node?.range ?? [at, at];
  const span = reading.span(start, end);
  if (isMap<Node, Node | null>(node)) return { kind: 'map', entries: readMap(node.items, reading), span };
  if (isSeq<Node>(node))
    return { kind: 'list', items: node.items.map((item) => readNode(item, reading)), span };
  if (isAlias(node)) {
    reading.findings.push(found('yaml/alias', span, { name: node.source }));
    return constant(span, true);
  }
  if (isScalar(node)) return readScalar(node, start, end, span, reading);
  return constant(span, false);
}

function readMap(
  pairs: readonly { readonly key: Node; readonly value: Node | null }[],
  reading: Reading,
): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>();
  for (const pair of pairs) {
    const [start, end] = pair.key.range ?? [0, 0];
    const span = reading.span(start, end);
    if (isAlias(pair.key)) {
      reading.findings.push(found('yaml/alias', span, { name: pair.key.source }));
      continue;
    }
    if (!isScalar(pair.key) || pair.key.value === null) {
      const what = isMap(pair.key) ? 'a mapping' : isSeq(pair.key) ? 'a list' : 'empty';
      reading.findings.push(found('yaml/complex-key', span, { found: what }));
      continue;
    }
    const key = typeof pair.key.value === 'string' ? pair.key.value : reading.text.slice(start, end);
    const first = entries.get(key);
    if (first !== undefined) {
      const related = [{ message: 'It stands here first', span: first.key }];
      reading.findings.push(found('yaml/duplicate-key', span, { key }, { related }));
      continue;
    }
    entries.set(key, { key: span, value: readNode(pair.value, reading, end) });
  }
  return entries;
}

/** What an escape such as `"\\e"` wrote is checked here: the file's own text was checked when it was decoded. */
function unescaped(value: string, span: Span, reading: Reading): string {
  const { text, problems } = withoutUnsafe(value);
  reading.findings.push(...problems.map((problem) => unsafeFinding(problem, span)));
  return text;
}

function readScalar(node: Scalar, start: number, end: number, span: Span, reading: Reading): YamlScalar {
  const value = typeof node.value === 'string' ? unescaped(node.value, span, reading) : node.value;
  const plain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const raw = reading.text.slice(start, end);
  const text = typeof plain === 'string' ? plain : raw;
  const style: ScalarStyle =
    node.type === 'QUOTE_DOUBLE'
      ? 'double'
      : node.type === 'QUOTE_SINGLE'
        ? 'single'
        : node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
          ? 'block'
          : 'plain';
  const comment =
    raw === '' ? /^:?[ \t]*#([^\r\n]{1,200})/.exec(reading.text.slice(start, start + 300))?.[1] : undefined;
  let offsets: Uint32Array | undefined;
  return {
    kind: 'scalar',
    value: plain,
    text,
    span,
    broken: false,
    ...(comment === undefined ? {} : { comment: comment.trim() }),
    toFile(offset) {
      offsets ??= offsetsOf(raw, text, style);
      const clamped = Math.max(0, Math.min(offset, text.length));
      return reading.base + start + (offsets[clamped] ?? 0);
    },
  };
}

function constant(span: Span, broken: boolean): YamlScalar {
  return { kind: 'scalar', value: null, text: '', span, broken, toFile: () => span.start };
}
