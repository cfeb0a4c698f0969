import { parseEdition } from '../edition/file.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import { isFields } from '../model/fields.ts';
import { LineIndex, type Span } from '../model/span.ts';
import { found, type LoadFindings } from './findings.ts';
import type { SourceFile } from './source.ts';

/** The file beside course.yaml in which the names are kept that were published. */
export const LOCK = 'course-lock.json';

/** What the lock file says; the findings tell why it says nothing. */
export interface ReadLock {
  readonly lock?: Edition;
  readonly findings: readonly Finding[];
}

/** Reads course-lock.json. Never throws on any text. */
export function readLock(file: SourceFile): ReadLock {
  const lines = new LineIndex(file.text);
  const bad = (at: number | undefined, args: LoadFindings['edition/bad-lock']): ReadLock => ({
    findings: [found('edition/bad-lock', lineSpan(file.path, lines, at ?? 1), args)],
  });
  const conflict = firstLine(lines, (line) => /^(<{7}|={7}$|>{7})/.test(line));
  if (conflict !== undefined) return bad(conflict, { problem: 'conflict' });
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return bad(brokenLine(lines), { problem: 'syntax' });
  }
  const edition = parseEdition(value);
  if (!('problem' in edition)) {
    const twice = repeatedLine(lines);
    if (twice !== undefined) return bad(twice.line, { problem: 'twice', name: twice.name });
    return { lock: edition, findings: [] };
  }
  switch (edition.problem) {
    case 'entry': {
      const { name } = edition;
      return bad(lineOf(lines, name), { problem: 'entry', name });
    }
    case 'version': {
      const version = isFields(value) ? Number(value.version) : 0;
      return bad(lineOf(lines, 'version'), { problem: 'version', version });
    }
    case 'format':
    case 'too-many':
      return bad(1, { problem: edition.problem });
  }
}

/** Where a published name stands in the lock file, or, in its head, a field; undefined where the file was laid out by something else. */
export function placeInLock(
  { path, text }: SourceFile,
  name: string,
  part: 'published' | 'head' = 'published',
): Span | undefined {
  const indent = part === 'head' ? '\n  ' : '\n    ';
  const at = text.indexOf(`${indent}${JSON.stringify(name)}: `);
  if (at < 0) return undefined;
  const start = at + indent.length;
  return { file: path, start, end: start + JSON.stringify(name).length };
}

/** The text of a line, or the place of its first character where it has none. */
function lineSpan(file: string, lines: LineIndex, number: number): Span {
  const text = lines.line(number);
  const start = lines.startOf(number) + (text.length - text.trimStart().length);
  // A hostile file may be one line.
  return { file, start, end: start + Math.min(text.trim().length, 200) };
}

function firstLine(lines: LineIndex, is: (line: string, number: number) => boolean): number | undefined {
  for (let number = 1; number <= lines.lines; number++) if (is(lines.line(number), number)) return number;
  return undefined;
}

/** The first line that cannot be one of a lock file, in the layout that the tool writes: the parser does not say where it gave up. */
function brokenLine(lines: LineIndex): number | undefined {
  return firstLine(lines, (line, number) => {
    const text = line.trim();
    if (text === '' || /^[{}]+,?$/.test(text)) return false;
    const entry = entryOf(text);
    if (entry === undefined) return true;
    const next = lines.line(number + 1).trim();
    return entry.comma ? !next.startsWith('"') : next.startsWith('"') && entry.value !== '{';
  });
}

/** `"name": value,` */
function entryOf(line: string): { name: string; value: string; comma: boolean } | undefined {
  const [, key, rest] = /^("(?:[^"\\]|\\.)*")\s?:(.*)$/.exec(line) ?? [];
  if (key === undefined || rest === undefined) return undefined;
  const comma = rest.endsWith(',');
  const value = (comma ? rest.slice(0, -1) : rest).trim();
  try {
    if (value !== '{') JSON.parse(value);
    return { name: String(JSON.parse(key)), value, comma };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The second line of one name, as merges leave it: JSON takes the last and forgets the other. */
function repeatedLine(lines: LineIndex): { readonly line: number; readonly name: string } | undefined {
  const seen = new Set<string>();
  for (let number = 1; number <= lines.lines; number++) {
    const key = /^ {4}("(?:[^"\\]|\\.)*"): /.exec(lines.line(number))?.[1];
    if (key === undefined) continue;
    if (seen.has(key)) return { line: number, name: String(JSON.parse(key)) };
    seen.add(key);
  }
  return undefined;
}

function lineOf(lines: LineIndex, name: string): number | undefined {
  const key = `${JSON.stringify(name)}:`;
  return firstLine(lines, (line) => line.trimStart().startsWith(key));
}
