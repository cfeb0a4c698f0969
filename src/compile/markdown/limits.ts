/** The longest Markdown text that is compiled, in UTF-16 units: the length of a novella. */
export const MAX_PAGE_SIZE = 256 * 1024;

/** How deep lists, quotes and directives may nest. The parser overflows the stack at about 750 lists. */
export const MAX_DEPTH = 60;

/** Seconds that a suspicious text may take before its worker is stopped. */
export const DEADLINE_SECONDS = 4;

/**
 * An upper bound of how deep containers nest, from one linear pass over the text. An indented line can only
 * continue containers that an earlier line opened, so its depth is limited by theirs.
 */
export function containerDepth(text: string): number {
  let current = 0;
  let deepest = 0;
  const open: number[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const { indent, markers, rest } = linePrefix(line);
    if (rest === '' && markers === 0) continue;
    current = Math.min(indent >> 1, current) + markers;
    const colons = /^:{3,}/.exec(rest)?.[0].length ?? 0;
    if (colons > 0) {
      if (rest.slice(colons).trim() === '') {
        const opener = open.findLastIndex((size) => size <= colons);
        if (opener >= 0) open.length = opener;
      } else if (/^[a-z]/i.test(rest.slice(colons))) {
        open.push(colons);
      }
    }
    deepest = Math.max(deepest, current + open.length);
  }
  return deepest;
}

/** The column of the first character that is not a blank, the quote and list markers from there, and the rest. */
function linePrefix(line: string): { indent: number; markers: number; rest: string } {
  let column = 0;
  let indent = -1;
  let markers = 0;
  let i = 0;
  for (; i < line.length; i++) {
    const char = line[i];
    if (char === ' ') column++;
    else if (char === '\t') column += 4 - (column % 4);
    else {
      if (indent < 0) indent = column;
      const marker = char === '>' ? 1 : listMarker(line, i);
      if (marker === 0) break;
      markers++;
      column += marker;
      i += marker - 1;
    }
  }
  return { indent: Math.max(indent, 0), markers, rest: line.slice(i) };
}

/** The length of the list marker at `i`, or 0. */
function listMarker(line: string, i: number): number {
  const char = line[i];
  if (char === '-' || char === '*' || char === '+') return isBlank(line[i + 1]) ? 1 : 0;
  let end = i;
  while (end < i + 9 && /[0-9]/.test(line[end] ?? '')) end++;
  if (end === i || (line[end] !== '.' && line[end] !== ')')) return 0;
  return isBlank(line[end + 1]) ? end + 1 - i : 0;
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t';
}

/**
 * Could compiling this text take seconds? Ordinary lessons never do. The parser is quadratic in the items of a
 * list, the lines of a block, and in characters that may open or close something (`*`, `_`, `[`, backticks, …), so
 * a text in which those abound is compiled where it can be stopped.
 */
export function isSuspicious(text: string): boolean {
  if (text.length > 60_000) return true;
  if (text.length < 2_000) return false;
  if (count(text, /\n|\r/g) > 3_000) return true;
  const items = count(text, /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/gm);
  if (items > 400) return true;
  const openers = count(text, /[*_[\]`<>~$!&\\|{}()]/g);
  return openers > 4_000 || (openers > 1_000 && openers * 4 > text.length);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
