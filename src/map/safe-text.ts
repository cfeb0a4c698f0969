import { printable } from '../report/printable.ts';

/**
 * A title or clause on one line that every format can hold: without control characters, halves of surrogate pairs
 * and U+FFFE and U+FFFF, which XML 1.0 refuses.
 */
export function safeText(text: string): string {
  return printable(text).replace(/[\p{Cs}\ufffe\uffff]/gu, '\u{fffd}');
}
