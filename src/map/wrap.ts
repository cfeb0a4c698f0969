import fastStringWidth from 'fast-string-width';

const NARROW = /[ijltfrI.,:;'|!()[\]{} \u{a0}\u{202f}·“”‘’`-]/u;
const BROAD = /[mwMW@%—…]/;
const CAPITAL = /[A-Z0-9&#?$]/;

/** About how wide a text is in a common sans-serif, in units of its font size: rather too much than too little. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (char > '\u{2fff}') return fastStringWidth(char) * 0.52;
  if (NARROW.test(char)) return 0.34;
  if (BROAD.test(char)) return 0.92;
  return CAPITAL.test(char) ? 0.68 : 0.58;
}

/**
 * Breaks a text into lines of at most `width` (in units of the font size), between words where it can; after `most` lines
 * an ellipsis stands for the rest.
 */
export function wrap(text: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const push = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ').flatMap((part) => broken(part, width))) {
    const room = widthOf(word);
    if (line !== '' && used + 0.34 + room > width) push();
    if (lines.length > most) break;
    used += room + (line === '' ? 0 : 0.34);
    line = line === '' ? word : `${line} ${word}`;
  }
  push();
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${shortened(kept.at(-1) ?? '', width - 0.92)}…`];
}

/** A word that is wider than a line, in pieces that fit. */
function broken(word: string, width: number): string[] {
  if (word.length * 0.3 <= width && widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const char of word) {
    const room = charWidth(char);
    if (piece !== '' && used + room > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += char;
    used += room;
  }
  return [...pieces, piece];
}

function shortened(line: string, width: number): string {
  let used = 0;
  let result = '';
  for (const char of line) {
    used += charWidth(char);
    if (used > width) break;
    result += char;
  }
  return result.trimEnd();
}
