import type { Random } from './random.ts';

/** What one synthetic learner is like. */
export interface Traits {
  /** In logits, as item response models measure it: 0 is the average learner of this course. */
  readonly ability: number;
  /**
   * From 0 to 1: the chance of taking each optional item, of answering practice questions, of reading a page
   * again in earnest when a quiz asks for it, and of taking feedback to heart.
   */
  readonly diligence: number;
  /** The time that things take, over the course's estimate. */
  readonly pace: number;
  /** The setbacks in a row, without anything finished in between, that are borne. */
  readonly setbacks: number;
  /** The time that is given to the course at most, over the middle of its shortest and its longest way. */
  readonly stamina: number;
  /** The longest wait for a date that is borne, in days. */
  readonly waits: number;
  /** Minutes of one sitting. */
  readonly sitting: number;
  /** At most so many days from one sitting to the next; at least one. */
  readonly gap: number;
}

/**
 * Draws one learner. The distributions are assumptions, chosen for adults who mean to finish: normal ones, cut
 * off at the ends. Ability N(0, 1), which fixes the scale of the item response model (Baker and Kim 2004, chapter 1); the
 * others by their mean and standard deviation below.
 */
export function drawTraits(random: Random): Traits {
  const drawn = (mean: number, deviation: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, mean + deviation * random.normal()));
  return {
    ability: random.normal(),
    diligence: drawn(0.7, 0.2, 0.05, 1),
    pace: drawn(1, 0.25, 0.5, 2),
    setbacks: Math.round(drawn(6, 2, 1, 12)),
    stamina: drawn(3, 0.75, 1.25, 6),
    waits: Math.round(drawn(30, 12, 1, 90)),
    sitting: drawn(40, 15, 10, 120),
    gap: 1 + random.below(4),
  };
}
