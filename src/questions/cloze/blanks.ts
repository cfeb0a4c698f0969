import type { Nodes } from 'mdast';

/** Blanks in the HTML of a prompt: `[[Paris]]`, a text field; `[[Lyon|(Paris)|Nice]]`, a menu. As LiaScript writes them. */

/** Two brackets around anything but brackets; lines of a paragraph may break within. */
const BLANK = /\[\[([^[\]]*)\]\]/g;

/** A tag, in HTML as the compiler writes it: attributes in double quotes. */
const TAG = /<(\/?)([a-z][\w:-]*)(?:"[^"]*"|[^">])*>/gi;

/** In these text is no prose: code and formulas keep their brackets, and no control can stand in a link. */
const OPAQUE: ReadonlySet<string> = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'math',
  'svg',
  'a',
  'script',
  'style',
  'summary',
]);

/** One `[[…]]` in a prompt, in the order in which they stand there. */
export interface Occurrence {
  /** What stands between the brackets, as plain text. */
  readonly content: string;
  /** Within code, a formula or a link: it stays what it is. */
  readonly isText: boolean;
  /** Within a link or the title of what unfolds, which cannot hold a control: learners read it as it stands. */
  readonly isShown: boolean;
}

export interface Apart {
  /** The prompt with a place for each blank. */
  readonly html: string;
  readonly occurrences: readonly Occurrence[];
  /** Two brackets open in prose or a link and make no blank: there is markup between them, or they do not close. */
  readonly isBroken: boolean;
}

/** Where the blank of that number, from 0, goes. Authors cannot write it: their HTML keeps no such attribute. */
export function placeOf(blank: number): string {
  return `<span data-blank="${blank}"></span>`;
}

/** With the marks that stand right before and behind it; in French there may be a blank before some. */
const PLACE =
  /([([{¿¡«„“‘"']*)<span data-blank="(\d+)"><\/span>((?:[.,;:!?…)\]}»”’"'%°]|[ \u00a0\u202f][;:!?»%])*)/g;

/** The prompt with its places filled. Marks stay on the line of their blank. */
export function filled(html: string, fill: (blank: number) => string): string {
  return html.replace(PLACE, (_, before: string, blank: string, after: string) => {
    const control = fill(Number(blank));
    return before + after === '' ? control : `<span class="blank-line">${before}${control}${after}</span>`;
  });
}

/** Takes a compiled prompt apart: what stands in its running text between two brackets is a blank. */
export function takeApart(html: string): Apart {
  const occurrences: Occurrence[] = [];
  const open: string[] = [];
  let blanks = 0;
  let isBroken = false;
  const text = (piece: string): string => {
    const isText = open.length > 0;
    const isShown = isText && open.every((name) => name === 'a' || name === 'summary');
    const kept = piece.replace(BLANK, (whole, content: string) => {
      occurrences.push({ content: plain(content), isText, isShown });
      return isText ? whole : placeOf(blanks++);
    });
    if ((isShown || !isText) && kept.includes('[[')) isBroken = true;
    return kept;
  };
  let result = '';
  let from = 0;
  for (const match of html.matchAll(TAG)) {
    const [tag, close, name = ''] = match;
    result += text(html.slice(from, match.index)) + tag;
    from = match.index + tag.length;
    if (!OPAQUE.has(name.toLowerCase()) || tag.endsWith('/>')) continue;
    if (close === '') open.push(name.toLowerCase());
    else if (open.at(-1) === name.toLowerCase()) open.pop();
  }
  return { html: result + text(html.slice(from)), occurrences, isBroken };
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** The text of a piece of HTML without tags, its white space as one reads it. */
function plain(html: string): string {
  const decoded = html.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return decoded.replace(/\s+/g, ' ').trim();
}

/** Where in a text the occurrences stand: for each the range from its first bracket to behind its last, if it is found. */
export function locate(
  text: string,
  occurrences: readonly Occurrence[],
): ({ readonly start: number; readonly end: number } | undefined)[] {
  const written = [...text.matchAll(BLANK_IN_SOURCE)];
  // By what they say, the last first, so that finding each takes one look, however many there are.
  const places = new Map<string, number[]>();
  for (let i = written.length - 1; i >= 0; i--) {
    for (const key of readingsOf(written[i]?.[1] ?? '')) {
      const list = places.get(key);
      if (list === undefined) places.set(key, [i]);
      else list.push(i);
    }
  }
  let next = 0;
  return occurrences.map(({ content }) => {
    const list = places.get(content) ?? [];
    let at = list.pop();
    while (at !== undefined && at < next) at = list.pop();
    const match = at === undefined ? undefined : written[at];
    if (at === undefined || match === undefined) return undefined;
    next = at + 1;
    return { start: match.index, end: match.index + match[0].length };
  });
}

/** As `BLANK`, but a bracket may be escaped. */
const BLANK_IN_SOURCE = /\[\[((?:\\.|[^[\]\\])*)\]\]/g;

/** What a content may say in a source, with escapes and entities of Markdown, in YAML folded. */
function readingsOf(source: string): Set<string> {
  const read = plain(source);
  return new Set([read, read.replace(/\\(.)/g, '$1')]);
}

/** The answers of a blank as written: parts between `|`. */
export function splitBlank(content: string): {
  readonly kind: 'text' | 'menu';
  readonly parts: readonly BlankPart[];
} {
  const parts = content.split('|').map((part) => part.trim());
  // One alone in brackets is a menu with one choice: a mistake that is reported.
  const isMenu = parts.some(isBracketed);
  return {
    kind: isMenu ? 'menu' : 'text',
    parts: parts.map((text) => {
      const correct = !isMenu || isBracketed(text);
      return { text: isMenu && correct ? text.slice(1, -1).trim() : text, correct };
    }),
  };
}

export interface BlankPart {
  readonly text: string;
  readonly correct: boolean;
}

function isBracketed(text: string): boolean {
  return text.length > 1 && text.startsWith('(') && text.endsWith(')');
}

/** Whether text as an author writes it has blanks, for a quick look: outside code and formulas. */
export function hasBlanks(markdown: string): boolean {
  const prose = markdown.replace(/`+[^`]*`+|\$(?! )[^$\n]*(?<! )\$(?!\d)/g, '');
  return /\[\[[^[\]]*\]\]/.test(prose);
}

/** Whether there are blanks in the text of a parsed block. */
export function holdsBlanks(node: Nodes): boolean {
  if (node.type === 'text') return /\[\[[^[\]]*\]\]/.test(node.value);
  return node.type !== 'link' && 'children' in node && node.children.some(holdsBlanks);
}
