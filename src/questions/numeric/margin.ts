import type { NumericRules } from './types.ts';

/**
 * How far from a number still counts as it: the tolerance, or half of one in the last place that is asked for, whichever is more, so that what was
 * rounded as asked is always right. 0: exactly that number.
 */
export function marginOf(value: number, { tolerance, figures, decimals }: NumericRules): number {
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const margins = [
    tolerance === undefined
      ? 0
      : tolerance.type === 'absolute'
        ? tolerance.by
        : Math.abs(value) * tolerance.by,
    // 0 has no figure that could be the last.
    figures === undefined || value === 0 ? 0 : Number(`5e${magnitude - figures}`),
    decimals === undefined ? 0 : Number(`5e${-decimals - 1}`),
  ];
  return Math.max(...margins);
}
