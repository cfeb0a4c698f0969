import type { Share } from '../model/condition.ts';
import type { QuestionRef } from '../model/course.ts';
import { type Random, streamFor } from './random.ts';

/** A question as the item response model sees it. */
export interface Item {
  readonly outcomes: readonly Share[];
  /** Logits: where half of those who know rather than guess reach full credit. */
  readonly difficulty: number;
  readonly discrimination: number;
  /** For each outcome the chance that blind guessing reaches at least it. */
  readonly guessing: readonly Share[];
}

/** How much easier the least credit is than full credit, in logits: an assumption. */
const PARTIAL = 1.5;

/**
 * A question with a difficulty drawn by the seed and its own key: N(0, 0.7), so that most questions are of the level
 * of average learners; discrimination uniform from 0.8 to 1.6, moderate to high in the words of Baker (2001), "The basics of
 * item response theory", chapter 2.
 */
export function itemOf(question: QuestionRef, seed: number, guessing: readonly Share[] = []): Item {
  const random = streamFor(seed, question.key);
  return {
    outcomes: question.outcomes,
    difficulty: 0.7 * random.normal(),
    discrimination: 0.8 + 0.8 * random.share(),
    guessing,
  };
}

/**
 * The chance that a learner reaches at least the outcome at `place`: c + (1 - c) / (1 + exp(-a (θ - b))), the
 * three-parameter logistic model (Birnbaum 1968, in Lord and Novick, "Statistical theories of mental test scores"; Baker and
 * Kim 2004, "Item response theory", chapter 2). For partial credit each outcome has a threshold of its own, as in the
 * graded response model (Samejima 1969): the lower, the easier.
 */
export function reach(item: Item, ability: number, place: number): Share {
  const outcome = item.outcomes[place] ?? 0;
  const threshold = item.difficulty - PARTIAL * (1 - outcome);
  const guess = item.guessing[place] ?? 0;
  return guess + (1 - guess) / (1 + Math.exp(-item.discrimination * (ability - threshold)));
}

/** Draws the credit that a learner of this ability earns. */
export function answer(item: Item, ability: number, random: Random): Share {
  const luck = random.share();
  for (let place = item.outcomes.length - 1; place > 0; place--)
    if (luck < reach(item, ability, place)) return item.outcomes[place] ?? 0;
  return item.outcomes[0] ?? 0;
}
