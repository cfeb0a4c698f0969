import type { Fragment } from '../load/source.ts';
import { holds, wordsOf } from './wording.ts';

/** How two answers of one question get into each other's way. */
export type Overlap =
  | { readonly by: 'spelling' }
  | { readonly by: 'range'; readonly shared: string }
  | { readonly by: 'part'; readonly longer: 'first' | 'second' };

/** Words that make of a statement another one, which then does not overlap with it. */
const TURNS =
  /^(?:not|no|only|never|without|but|or|and|nicht|kein\w*|nur|ohne|nie|aber|oder|und|solo|sin|nunca|pero|o|y|pas|ne|sans|jamais|mais|ou|et|seulement|than|als|que)$/;
/** Fewer words in common are a term, not a statement. */
const LEAST_WORDS = 3;

/** @param one whether only one of them can be taken: then a part of another, or a range that meets another, is in the way as well */
export function overlapOf(first: Fragment, second: Fragment, one: boolean): Overlap | undefined {
  if (isExact(first) || isExact(second)) return undefined;
  const [a, b] = [first.text.trim(), second.text.trim()];
  if (a === b) return undefined;
  if (folded(a) === folded(b) && folded(a) !== '') return { by: 'spelling' };
  if (!one) return undefined;
  const shared = sharedNumber(a, b);
  if (shared !== undefined) return { by: 'range', shared };
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (isPart(left, right)) return { by: 'part', longer: 'second' };
  return isPart(right, left) ? { by: 'part', longer: 'first' } : undefined;
}

/** Code, formulas and pictures mean what each of their characters says. */
function isExact({ html }: Fragment): boolean {
  return /<(?:code|math|img|svg|pre)\b/.test(html);
}

/** Without case, white space, and punctuation around words; what stands within a word or a number counts. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{S}-]+|[^\p{L}\p{N}\p{S}]+$/gu, ''))
    .filter((word) => word !== '')
    .join(' ');
}

function isPart(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < LEAST_WORDS || long.length <= short.length || !holds(long, short)) return false;
  const isAtEdge =
    holds(long.slice(0, short.length), short) || holds(long.slice(long.length - short.length), short);
  const rest = long.filter((word) => !short.includes(word));
  return isAtEdge && !rest.some((word) => TURNS.test(word));
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  /** What a learner would read as one end of it. */
  readonly ends: readonly [string, string];
}

const NUMBER = String.raw`([-−]?\d+(?:[.,]\d+)?)`;
const RANGE = new RegExp(
  String.raw`^(?:(?:from|between|von|zwischen|de|entre)\s+)?${NUMBER}\s*(\p{L}*|%|°\p{L}?)\s*(?:–|-|—|to|and|bis|und|a|y|à|et)\s*${NUMBER}\s*(\D{0,20})$`,
  'iu',
);

/** A number that is in both of two ranges with the same unit. Two years from a calendar are names of a time, not ranges. */
function sharedNumber(a: string, b: string): string | undefined {
  const [first, second] = [rangeOf(a), rangeOf(b)];
  if (first === undefined || second === undefined || first.unit !== second.unit) return undefined;
  if ([first.from, first.to, second.from, second.to].every(isYear) && first.unit === '') return undefined;
  const [low, high] = first.from <= second.from ? [first, second] : [second, first];
  return low.to >= high.from ? high.ends[0] : undefined;
}

function rangeOf(text: string): Range | undefined {
  const match = RANGE.exec(text.trim());
  if (match === null) return undefined;
  const [, start = '', , end = '', unit = ''] = match;
  const [from, to] = [numberOf(start), numberOf(end)];
  return from < to ? { from, to, unit: folded(unit), ends: [start, end] } : undefined;
}

function numberOf(text: string): number {
  return Number(text.replace('−', '-').replace(',', '.'));
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1000 && number <= 2200;
}
