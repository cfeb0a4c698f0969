import stringWidth from 'fast-string-width';
import type { Position } from '../model/span.ts';
import { LineIndex } from '../model/span.ts';
import { printable } from './printable.ts';
import type { Palette } from './report.ts';

/** Less than this is no frame any more. */
const NARROWEST = 20;

/**
 * The source line of a finding with a caret under each of its columns, and the line before it. Lines wider than
 * the terminal are cut around the caret; wide characters (CJK, emoji) count two columns.
 */
export function codeFrame(
  text: string,
  start: Position,
  end: Position,
  style: { readonly width: number; readonly palette: Palette; readonly accent: (text: string) => string },
): string[] {
  const index = new LineIndex(text);
  const line = index.line(start.line);
  if (line === '' && text === '') return [];
  const { dim } = style.palette;
  const gutter = String(start.line).length;
  const room = Math.max(NARROWEST, style.width - gutter - 5);

  const from = Math.min(start.column - 1, line.length);
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length;
  const cut = excerpt(line, from, room);
  const before = printable(line.slice(cut.start, from));
  const marked = printable(line.slice(from, Math.min(Math.max(to, from), cut.end)));
  const lead = cut.start > 0 ? '…' : '';
  const more = end.line > start.line ? ` … to line ${end.line}` : '';
  const left = room - stringWidth(`${lead}${before}${more}`);
  // Blanks at the end of a line are not shown, nor marked.
  const width = stringWidth(cut.end <= Math.max(to, from) ? marked.trimEnd() : marked);
  const carets = '^'.repeat(Math.max(1, Math.min(width, more === '' ? Infinity : left)));

  const rows: string[] = [];
  const previous = index.line(start.line - 1);
  if (start.line > 1 && previous.trim() !== '') {
    const short = printable(previous.slice(0, excerpt(previous, 0, room).end));
    rows.push(
      dim(
        `${String(start.line - 1).padStart(gutter)} | ${short}${short.length < previous.length ? '…' : ''}`,
      ),
    );
  }
  const shown = `${lead}${printable(line.slice(cut.start, cut.end))}${cut.end < line.length ? '…' : ''}`;
  rows.push(`${dim(`${start.line} |`)} ${shown}`.trimEnd());
  const pad = ' '.repeat(stringWidth(`${lead}${before}`));
  rows.push(`${dim(`${' '.repeat(gutter)} |`)} ${pad}${style.accent(carets)}${dim(more)}`);
  return rows;
}

/** The part of a line that fits, with the place `at` in it: UTF-16 offsets, never inside a surrogate pair. */
function excerpt(line: string, at: number, room: number): { readonly start: number; readonly end: number } {
  const fits = line.length <= room && stringWidth(printable(line)) <= room;
  let start = fits || at < room * 0.7 ? 0 : Math.floor(at - room * 0.4);
  if (isLow(line.charCodeAt(start))) start--;
  let end = Math.min(line.length, start + room);
  // A zero-width run can fit more than `room` units; cutting it there keeps this linear.
  while (end > start && stringWidth(printable(line.slice(start, end))) > room) end--;
  if (isLow(line.charCodeAt(end))) end--;
  return { start, end: Math.max(start, end) };
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
