import type { Share } from '../model/condition.ts';

/** Where the middle half lies. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The standard normal's quantile that leaves 2.5 % above it. */
const Z = 1.959963984540054;

/**
 * The 95 % confidence interval of a proportion: Wilson's score interval (Wilson 1927, JASA 22, 209–212), which, unlike the textbook's,
 * holds near 0 and 1 and for small samples (Brown, Cai and DasGupta 2001). Of nothing it is the whole range.
 */
export function wilson(successes: number, of: number): { readonly low: Share; readonly high: Share } {
  if (of <= 0) return { low: 0, high: 1 };
  const share = successes / of;
  const square = Z * Z;
  const scale = 1 + square / of;
  const centre = (share + square / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === of ? 1 : Math.min(1, centre + half),
  };
}

/** Quartiles with linear interpolation (Hyndman and Fan 1996, type 7, as in R and spreadsheets); undefined of nothing. */
export function quartiles(numbers: readonly number[]): Quartiles | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = Float64Array.from(numbers).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    const above = sorted[Math.ceil(place)] ?? below;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
