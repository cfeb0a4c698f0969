import type { PageWords } from '../../../templates/site/words.ts';
import type { NumericRules } from './types.ts';

/** What is asked for besides the number, in a few words; undefined for nothing. */
export function instructionOf(
  { units, figures, decimals }: NumericRules,
  words: PageWords,
): string | undefined {
  const asked = [
    ...(figures === undefined ? [] : [words.figures(figures)]),
    ...(decimals === undefined ? [] : [words.decimals(decimals)]),
    ...(units.length === 0 ? [] : [words.withUnit]),
  ];
  return asked.length === 0 ? undefined : asked.join(', ');
}
