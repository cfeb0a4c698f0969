import type { Share } from '../model/condition.ts';
import type { Confidence } from '../model/events.ts';
import type { QuestionKey } from '../model/ids.ts';
import { type Score, score } from './score.ts';

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
 * Paid hints take their share of what was earned; they make no answer wrong, and lose nothing by themselves.
 *
 * @param credit before hints are paid
 * @param left the share of the points that hints have left
 *
 * Gardner-Medwin, A. R. (1995): Confidence assessment in the teaching of basic science. ALT-J 3(1), 80-85. Gardner-Medwin,
 * A. R. and Gahan, M. (2003): Formative and summative confidence-based assessment. 7th International CAA Conference.
 */
export function confidentMark(credit: Share, confidence: Confidence, left: Share = 1): number {
  const { right, wrong } = MARKS[confidence];
  const mark = (wrong * (1 - credit) + right * credit) / BEST;
  return mark > 0 ? mark * left : mark;
}

/**
 * Every mark that an answer of that credit, hints paid, can turn into, ascending, without repeats; for one that is left out there is 0.
 * The credit alone does not say what of it is missing: part of the answer, whose marks stand between those of right and wrong, or the
 * price of hints for a right answer, whose marks are the credit's share of those of a right one. Both are among them.
 */
export function confidentMarks(credit: Share): readonly number[] {
  const marks = CONFIDENCES.flatMap((confidence) => [
    confidentMark(credit, confidence),
    confidentMark(1, confidence, credit),
  ]);
  return [...new Set(marks)].sort((a, b) => a - b);
}

/** Credits with how sure the learner was: undefined where a question was left out. */
export type Confidences = Readonly<Record<QuestionKey, Confidence | undefined>>;

/**
 * The points of an attempt under confidence-based marking: never below 0 as a whole. An answer without a confidence counts as a guess.
 *
 * @param credits before hints are paid
 * @param left the share of the points that hints have left, where any were opened
 */
export function confidentScore(
  questions: readonly { readonly key: QuestionKey; readonly points: number }[],
  credits: Readonly<Record<QuestionKey, Share>>,
  confidences: Confidences,
  left: Readonly<Record<QuestionKey, Share>> = {},
): Score {
  const marks = questions.flatMap(({ key }) => {
    if (!Object.hasOwn(credits, key)) return [];
    const confidence = Object.hasOwn(confidences, key) ? confidences[key] : undefined;
    const rest = Object.hasOwn(left, key) ? left[key] : undefined;
    return [[key, confidentMark(credits[key] ?? 0, confidence ?? 1, rest)] as const];
  });
  const { earned, possible } = score(questions, Object.fromEntries(marks));
  return { earned: Math.max(0, earned), possible };
}
