import type { Share } from '../model/condition.ts';
import type { Hint } from '../model/question.ts';

/** The share of the points that is left after so many hints were opened, the first ones first. */
export function leftAfterHints(hints: readonly Hint<unknown>[], opened: number): Share {
  const cost = hints.slice(0, opened).reduce((sum, hint) => sum + hint.cost, 0);
  return Math.max(0, 1 - cost);
}

/** The credit of an answer once its hints are paid: hints take their share of whatever was earned. */
export function afterHints(credit: Share, hints: readonly Hint<unknown>[], opened: number): Share {
  return credit * leftAfterHints(hints, opened);
}
