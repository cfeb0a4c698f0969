import type { YAMLParseError } from 'yaml';

/** What instructors do wrong in YAML; `other` leaves it to the parser's own sentence. */
export type SyntaxCause =
  | 'tab'
  | 'indented-otherwise'
  | 'indented-deeper'
  | 'list-on-line'
  | 'colon-in-text'
  | 'no-colon'
  | 'no-blank'
  | 'open-quote'
  | 'after-quote'
  | 'open-bracket'
  | 'first-character'
  | 'several-documents'
  | 'other';

export interface Cause {
  readonly cause: SyntaxCause;
  /** The parser's own sentence. */
  readonly detail: string;
  /** From and to, as offsets in the text. */
  readonly at: readonly [number, number];
  /** What to write instead, where it is clear. */
  readonly instead?: string;
}

/** Only what is read of an error, so that tests need no parser. */
type ParserError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/**
 * The one slip behind the errors of a text: a single wrong blank makes up to five, and the first in the parser's words is
 * rarely the one that helps. Undefined without errors.
 */
export function causeOf(errors: readonly ParserError[], text: string): Cause | undefined {
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT');
  const tab = tabs.reduce<ParserError | undefined>(
    (first, each) => (first === undefined || each.pos[0] < first.pos[0] ? each : first),
    undefined,
  );
  const error = tab ?? errors[0];
  if (error === undefined) return undefined;
  const { cause, at } = explain(error, errors, text);
  const instead = cause === 'colon-in-text' ? fieldsOnLine(text, at[0]) : undefined;
  return { cause, at, detail: error.message, ...(instead !== undefined && { instead }) };
}

/** Fields that are written behind one another on one line, without braces: `text: A, correct: true`. */
const PAIRS =
  /^[ \t]*(?:- +)?((?:text|left|right|title|id|correct|value|from|to|step|draw|answer|prompt):[ \t]+[^,\r\n]*(?:,[ \t]*(?:text|left|right|title|id|correct|feedback|value|cost|from|to|step|tags|points|answer|type):[ \t]+[^,\r\n]+)+)$/;

/** The line at an offset with braces around its fields, if it is a few of them between commas. */
function fieldsOnLine(text: string, offset: number): string | undefined {
  const line = lineBefore(text, offset) + (/^[^\r\n]*/.exec(text.slice(offset, offset + 500))?.[0] ?? '');
  const pairs = PAIRS.exec(line.trimEnd())?.[1];
  return pairs === undefined ? undefined : `{ ${pairs} }`;
}

function explain(
  error: ParserError,
  errors: readonly ParserError[],
  text: string,
): { readonly cause: SyntaxCause; readonly at: readonly [number, number] } {
  const { message, pos } = error;
  const [start] = pos;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { cause: 'tab', at: pos };
    case 'BLOCK_AS_IMPLICIT_KEY': {
      if (message.startsWith('A block sequence')) {
        return { cause: 'indented-otherwise', at: restOfLine(text, start) };
      }
      // `prompt: text` and, indented further, `options:`: the parser takes all of it for one key.
      const folded = errors.find((each) => each.code === 'MULTILINE_IMPLICIT_KEY' && each.pos[0] === start);
      if (folded === undefined) return { cause: 'colon-in-text', at: pos };
      const end = folded.pos[1] - 1;
      const line = Math.max(text.lastIndexOf('\n', end), text.lastIndexOf('\r', end)) + 1;
      return { cause: 'indented-deeper', at: restOfLine(text, line) };
    }
    case 'MULTILINE_IMPLICIT_KEY': {
      const at = restOfLine(text, start);
      const isGlued = /^[\w-]+:\S/.test(text.slice(...at));
      return { cause: isGlued ? 'no-blank' : 'no-colon', at };
    }
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? { cause: 'open-bracket', at: pos }
        : { cause: 'indented-otherwise', at: restOfLine(text, start) };
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return { cause: 'open-quote', at: pos };
      if (message.startsWith('Sequence item without'))
        return { cause: 'indented-otherwise', at: restOfLine(text, start) };
      return { cause: 'other', at: pos };
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
      return { cause: 'first-character', at: pos };
    case 'UNEXPECTED_TOKEN': {
      if (message.includes('block-seq-ind on same line')) return { cause: 'list-on-line', at: pos };
      const value = lineBefore(text, start).replace(/^[\s-]*(?:[\w-]+:[ \t]+)?/, '');
      if (/^["']/.test(value)) return { cause: 'after-quote', at: pos };
      return { cause: /^[*&[{]/.test(value) ? 'first-character' : 'other', at: pos };
    }
    default:
      return { cause: 'other', at: pos };
  }
}

/** What stands on the line before an offset. */
function lineBefore(text: string, offset: number): string {
  return /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - 500), offset))?.[0] ?? '';
}

/** From the first character that is no blank to the end of its line, closing blanks left out. */
function restOfLine(text: string, from: number): [number, number] {
  let start = from;
  while (start < text.length && /\s/.test(text.charAt(start))) start++;
  let end = start;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  return [start, Math.max(start, start + text.slice(start, end).trimEnd().length)];
}
