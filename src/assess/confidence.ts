import type { Share } from '../model/condition.ts';
import type { Confidence } from '../model/events.ts';
import type { QuestionKey } from '../model/ids.ts';
import type { Score } from './score.ts';

/** The marks of a right and of a wrong answer by confidence, and the best of them. */
const MARKS = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
} as const;
const BEST = 3;

export const CONFIDENCES: readonly Confidence[] = [1, 2, 3];

/**
 * The share of a question's points that an answer earns under confidence-based marking, from -2 to 1: who is sure and right
 * earns most, who is sure and wrong loses most, so that saying what one really thinks pays best: 1 below two chances in three of being
 * right, 3 above four in five. Partly right answers stand between.
 *
 * Gardner-Medwin, A. R. (1995): Confidence assessment in the teaching of basic science. ALT-J 3(1), 80-85. Gardner-Medwin,
 * A. R. and Gahan, M. (2003): Formative and summative confidence-based assessment. 7th International CAA Conference.
 */
export function confidentMark(credit: Share, confidence: Confidence): number {
  const { right, wrong } = MARKS[confidence];
  return (wrong * (1 - credit) + right * credit) / BEST;
}

/** Every mark that an answer of that credit can turn into, ascending, without repeats; for one that is left out there is 0. */
export function confidentMarks(credit: Share): readonly number[] {
  const marks = CONFIDENCES.map((confidence) => confidentMark(credit, confidence));
  return [...new Set(marks)].sort((a, b) => a - b);
}

/** Credits with how sure the learner was: undefined where a question was left out. */
export type Confidences = Readonly<Record<QuestionKey, Confidence | undefined>>;

/** The points of an attempt under confidence-based marking: never below 0 as a whole. An answer without a confidence counts as a guess. */
export function confidentScore(
  questions: readonly { readonly key: QuestionKey; readonly points: number }[],
  credits: Readonly<Record<QuestionKey, Share>>,
  confidences: Confidences,
): Score {
  let earned = 0;
  let possible = 0;
  for (const { key, points } of questions) {
    possible += points;
    if (!Object.hasOwn(credits, key)) continue;
    const confidence = Object.hasOwn(confidences, key) ? confidences[key] : undefined;
    earned += points * confidentMark(credits[key] ?? 0, confidence ?? 1);
  }
  return { earned: Math.max(0, earned), possible };
}
