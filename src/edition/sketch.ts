/** Places in a sketch: the error of a likeness is about 1 / √PLACES at worst. */
const PLACES = 64;
const LENGTH = 4;
const EMPTY = '-';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_~';

/**
 * What a text says in 64 characters, from which can be told how much of it another text says as well: one-permutation minhash over
 * its sequences of four letters (Li, Owen, Zhang: One Permutation Hashing, 2012). Letter case, punctuation and spacing do not
 * count. Undefined for a text without letters and digits.
 */
export function sketch(text: string): string | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  if (!words) return undefined;
  const letters = ` ${words.join(' ')} `;
  // Typed arrays, since this runs for every letter of a course: three times as fast.
  const units = new Uint16Array(letters.length);
  for (let i = 0; i < letters.length; i++) units[i] = letters.charCodeAt(i);
  const least = new Float64Array(PLACES).fill(Infinity);
  for (let i = 0; i + Math.min(LENGTH, letters.length) <= letters.length; i++) {
    const hash = hashOf(units, i, LENGTH);
    const place = hash % PLACES;
    least[place] = Math.min(least[place] ?? Infinity, Math.floor(hash / PLACES));
  }
  return Array.from(least, (value) =>
    value === Infinity ? EMPTY : DIGITS.charAt(value % DIGITS.length),
  ).join('');
}

/** How much two sketched texts have in common, from 0 to 1: an estimate of the share of their sequences of letters that both have. */
export function likeness(one: string, other: string): number {
  let seen = 0;
  let same = 0;
  for (let i = 0; i < PLACES; i++) {
    const a = one.charAt(i);
    const b = other.charAt(i);
    if (a === EMPTY && b === EMPTY) continue;
    seen++;
    if (a === b) same++;
  }
  return seen === 0 ? 1 : same / seen;
}

/** How many places of a sketch say something, up to 64: about as many as the text has letters. A likeness of short texts says little. */
export function weight(text: string): number {
  let places = 0;
  for (let i = 0; i < text.length; i++) if (text.charAt(i) !== EMPTY) places++;
  return places;
}

/** A title as titles are compared: letter case and spacing tell none from another. */
export function foldedTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Is it one of `sketch`? */
export function isSketch(text: string): boolean {
  return /^[-\w~]{64}$/.test(text);
}

/** FNV-1a over some UTF-16 units, mixed at the end as murmur3 does, since the low bits of short texts hardly differ. */
function hashOf(units: Uint16Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + length && i < units.length; i++)
    hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
