import { reaches } from './attempts.ts';
import type { Tagged } from './lookup.ts';
import type { State } from './state.ts';
import type { CompetencyView } from './types.ts';

/**
 * How well a competency is known: points earned over points possible on the questions tagged with it that
 * were seen so far, the best answer to each.
 */
export function mastery({ competency, questions }: Tagged, state: State): CompetencyView {
  let seen = 0;
  let earned = 0;
  let possible = 0;
  for (const { item, place, points } of questions) {
    const credit = state.items[item]?.credits?.[place];
    if (credit === undefined) continue;
    seen++;
    earned += credit * points;
    possible += points;
  }
  const share = possible > 0 ? earned / possible : 0;
  const enough = Math.max(1, Math.min(competency.evidence, questions.length));
  return {
    id: competency.id,
    seen,
    share,
    mastered:
      state.mastered.includes(competency.id) || (seen >= enough && reaches(share, competency.mastery)),
  };
}
