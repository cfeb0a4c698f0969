import type { Share } from '../model/condition.ts';
import { inPercent } from '../model/quantities.ts';

/** Formats a number in a language. */
type Numbers = (number: number) => string;

/** Formats numbers with at most two decimals: `1`, `0.5`, `1,000`. */
export function numbers(tag: string): Numbers {
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  return (number) => format.format(number);
}

/**
 * Formats shares, rounded to a tenth (`inPercent`). The sign stands
 * apart by a narrow no-break space in every language, as in the texts of the command line.
 */
export function percents(number: Numbers): (share: Share) => string {
  return (share) => `${number(inPercent(share))}\u202f%`;
}

/** Counts things: `1 attempt`, `3 attempts`. For languages with two forms; French takes the first for 0 as well. */
export function counter(
  tag: string,
  format: Numbers,
): (number: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(tag);
  return (number, one, other) => `${format(number)} ${rules.select(number) === 'one' ? one : other}`;
}
