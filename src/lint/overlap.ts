import type { Fragment } from '../load/source.ts';
import { wordsOf } from './wording.ts';

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

/** An answer as it is compared with others. */
export interface Compared {
  readonly text: string;
  readonly exact: boolean;
  readonly folded: string;
  readonly words: readonly string[];
  readonly range: Range | undefined;
}

export function compared({ html, text }: Fragment): Compared {
  const trimmed = text.trim();
  return {
    text: trimmed,
    exact: EXACT.test(html),
    folded: folded(trimmed),
    words: wordsOf(trimmed),
    range: rangeOf(trimmed),
  };
}

/** @param one whether only one of them can be taken: then a part of another, or a range that meets another, is in the way as well */
export function overlapOf(a: Compared, b: Compared, one: boolean): Overlap | undefined {
  if (a.exact || b.exact || a.text === b.text) return undefined;
  if (a.folded === b.folded && a.folded !== '') return { by: 'spelling' };
  if (!one) return undefined;
  const shared = sharedNumber(a.range, b.range);
  if (shared !== undefined) return { by: 'range', shared };
  if (isPart(a.words, b.words)) return { by: 'part', longer: 'second' };
  return isPart(b.words, a.words) ? { by: 'part', longer: 'first' } : undefined;
}

/** Code, formulas and pictures mean what each of their characters says. */
const EXACT = /<(?:code|math|img|svg|pre)\b/;

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
  if (short.length < LEAST_WORDS || long.length <= short.length) return false;
  const isAtEdge =
    short.every((word, i) => long[i] === word) ||
    short.every((word, i) => long[long.length - short.length + i] === word);
  if (!isAtEdge) return false;
  const rest = long.filter((word) => !short.includes(word));
  return !rest.some((word) => TURNS.test(word));
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
function sharedNumber(first: Range | undefined, second: Range | undefined): string | undefined {
  if (first === undefined || second === undefined || first.unit !== second.unit) return undefined;
  if ([first.from, first.to, second.from, second.to].every(isYear) && first.unit === '') return undefined;
  const [low, high] = first.from <= second.from ? [first, second] : [second, first];
  return low.to >= high.from ? high.ends[0] : undefined;
}

function rangeOf(text: string): Range | undefined {
  const match = text.length > 80 ? null : RANGE.exec(text);
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
