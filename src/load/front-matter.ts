import matter from 'gray-matter';
import type { Finding } from '../model/diagnostic.ts';
import { found } from './findings.ts';
import type { SourceFile } from './source.ts';
import { parseYaml, type YamlNode } from './yaml.ts';

export interface FrontMatter {
  readonly root: YamlNode | undefined;
  /** The offset at which the page itself begins. */
  readonly body: number;
  readonly findings: readonly Finding[];
}

/** Front matter beyond this many UTF-16 units is refused: gray-matter's own scan of it is quadratic. */
export const MAX_FRONT_MATTER = 16_384;

// Languages that gray-matter and its engines would run.
const CODE =
  /^(js|javascript|mjs|cjs|jsx|ts|typescript|tsx|node|coffee|coffeescript|cson|lua|py|python|rb|ruby)$/i;

/**
 * Splits a page into front matter and body. Only a bare `---` opens front matter: after any other word
 * gray-matter would pick an engine, and the one for JavaScript evaluates it.
 */
export function readFrontMatter(file: SourceFile): FrontMatter {
  const { path, text } = file;
  if (!text.startsWith('---') || text.charAt(3) === '-') return readMisplaced(file);
  const lineEnd = endOfLine(text, 3);
  const language = text.slice(3, lineEnd).trim();
  const head = text.slice(0, MAX_FRONT_MATTER);
  if (language !== '') {
    const span = { file: path, start: 0, end: lineEnd };
    const close = head.indexOf('\n---', lineEnd);
    // What stands between the fences is dropped, so that refused code is not shown as the page either.
    const body = close < 0 ? afterLine(text, lineEnd) : afterLine(text, endOfLine(text, close + 1));
    const finding = CODE.test(language)
      ? found('front-matter/code', span, { language })
      : found('front-matter/fence', span, { problem: 'language', found: language });
    return { root: undefined, body, findings: [finding] };
  }
  const end = 3 + split(head);
  const closing = end + 1;
  const closingEnd = endOfLine(text, closing);
  // gray-matter also takes `----` or `---x` for the closing line.
  if (end >= head.length || text.slice(closing, closingEnd).trim() !== '---') {
    const finding = found('front-matter/fence', { file: path, start: 0, end: 3 }, { problem: 'unclosed' });
    return { root: undefined, body: afterLine(text, lineEnd), findings: [finding] };
  }
  const yaml = parseYaml(text.slice(3, end), path, 3);
  return { root: yaml.root, body: afterLine(text, closingEnd), findings: yaml.findings };
}

const FENCE = /^(?:[ \t]*(?:\r\n|\n|\r))*(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/;
/** A field, what belongs to one above it, a comment or nothing. */
const FIELD = /^[\w-]+[ \t]*(?::(?=[ \t]|$)|=)/;
const REST = /^(?:[ \t]+\S.*|-[ \t].*|#.*|\[.*\]|[ \t]*)$/;

/**
 * Front matter that nothing would read: below blank lines, or in TOML. Only what can hardly be anything else counts: two
 * equal fences with nothing but fields between them.
 */
function readMisplaced(file: SourceFile): FrontMatter {
  const none = { root: undefined, body: 0, findings: [] };
  const head = file.text.slice(0, MAX_FRONT_MATTER);
  const open = FENCE.exec(head);
  const fence = open?.[1];
  if (open === null || fence === undefined) return none;
  const start = open[0].lastIndexOf(fence);
  const first = open[0].length;
  let fields = 0;
  for (let at = first; at < head.length; ) {
    const end = endOfLine(head, at);
    const line = head.slice(at, end);
    if (line.trimEnd() === fence) {
      if (fields === 0) return none;
      const span = { file: file.path, start, end: start + 3 };
      const body = afterLine(file.text, end);
      const problem = fence === '---' ? 'late' : 'toml';
      const finding = found('front-matter/fence', span, { problem });
      // What it says is clear enough, so that nothing else is said to be missing.
      const yaml = fence === '---' ? parseYaml(file.text.slice(first, at), file.path, first) : undefined;
      return { root: yaml?.root, body, findings: [finding, ...(yaml?.findings ?? [])] };
    }
    if (FIELD.test(line)) fields++;
    else if (!REST.test(line)) return none;
    at = afterLine(head, end);
  }
  return none;
}

/** The length of what stands between the fences. Options are always given: without them gray-matter caches. */
function split(head: string): number {
  const refuse = (): never => {
    throw new Error('front matter is data: no engine may run');
  };
  const engines = { yaml: () => ({}), javascript: refuse, js: refuse };
  return matter(head, { language: 'yaml', engines }).matter.length;
}

function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return i;
  }
  return text.length;
}

function afterLine(text: string, lineEnd: number): number {
  if (text.charAt(lineEnd) === '\r' && text.charAt(lineEnd + 1) === '\n') return lineEnd + 2;
  return Math.min(lineEnd + 1, text.length);
}
