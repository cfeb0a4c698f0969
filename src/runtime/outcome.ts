import type { Share } from '../model/condition.ts';

/** `right` for full credit, `wrong` for none: the value of `data-outcome`. */
export type Outcome = 'right' | 'wrong' | 'partly';

export function outcomeOf(credit: Share): Outcome {
  return credit >= 1 ? 'right' : credit <= 0 ? 'wrong' : 'partly';
}
