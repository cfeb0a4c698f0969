import type { Plan } from './plan.ts';
import type { Traits } from './traits.ts';

/** What having studied everything that a question presupposes is worth, in logits, when it has all sunk in. */
const STUDY = 2;
/** How fast it sinks in: going through all of it once gives 1 - exp(-2), or 86 % of that. */
const RATE = 2;
/** What having had a question explained again and again is worth, in logits. The first time gives half of it. */
const EXPLAINED = 2;
/** A second reading, over a first one. */
const AGAIN = 0.5;

/** What one learner has learned of one course. */
export interface Knowledge {
  /** Went through a module; `care` from 0 to 1. */
  study(at: number, care: number): void;
  /** Went through it once more. */
  review(at: number, care: number): void;
  /** Took to heart what the feedback on a question says. */
  explain(at: number, place: number): void;
  /** The ability that the learner brings to a question now, in logits. */
  ability(at: number, place: number): number;
}

/**
 * Starts with the learner's own ability. Learning follows the exponential law of practice (Heathcote, Brown and
 * Mewhort 2000, Psychonomic Bulletin & Review 7, 185–207): each act of study closes the same share of the gap that is left. The sizes
 * are assumptions: an average learner who read everything knows nine of ten average questions.
 */
export function knowledgeOf({ lessons, topics }: Plan, { ability }: Traits): Knowledge {
  const studied = new Float64Array(topics);
  const explained: (number[] | undefined)[] = [];
  const add = (at: number, amount: number): void => {
    for (const topic of lessons[at]?.teaches ?? []) studied[topic] = (studied[topic] ?? 0) + amount;
  };
  return {
    study: add,
    review: (at, care) => add(at, AGAIN * care),
    explain(at, place) {
      const counts = explained[at] ?? [];
      counts[place] = (counts[place] ?? 0) + 1;
      explained[at] = counts;
    },
    ability(at, place) {
      const asks = lessons[at]?.asks[place] ?? [];
      let share = 0;
      for (const { topic, lessons: count } of asks)
        if (count > 0) share += 1 - Math.exp((-RATE * (studied[topic] ?? 0)) / count);
      const often = explained[at]?.[place] ?? 0;
      return ability + (STUDY * share) / Math.max(1, asks.length) + EXPLAINED * (1 - 2 ** -often);
    },
  };
}
