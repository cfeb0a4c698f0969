/** Letters and symbols that have no ink: fillers of Hangul, the empty pattern of Braille. */
const BLANKS = /[\u115f\u1160\u2800\u3164\uffa0]/g;

/** Whether there is anything to see in a text: a mark without its letter, or what only directs, is nothing. */
export function isSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(BLANKS, ''));
}
