import type { Share } from '../model/condition.ts';
import type { QuestionKey } from '../model/ids.ts';

/** Points of an attempt. */
export interface Score {
  readonly earned: number;
  readonly possible: number;
}

/** The points that credits earn. A question without a credit was left out and earns nothing. */
export function score(
  questions: readonly { readonly key: QuestionKey; readonly points: number }[],
  credits: Readonly<Record<QuestionKey, Share>>,
): Score {
  let earned = 0;
  let possible = 0;
  for (const { key, points } of questions) {
    possible += points;
    if (Object.hasOwn(credits, key)) earned += points * (credits[key] ?? 0);
  }
  return { earned, possible };
}

/** A score as a share; 1 where there is nothing to earn, since nothing was missed. */
export function scoreShare({ earned, possible }: Score): Share {
  return possible > 0 ? Math.min(1, Math.max(0, earned / possible)) : 1;
}
