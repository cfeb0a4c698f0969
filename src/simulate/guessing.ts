import { randomFor } from '../assess/random.ts';
import type { Share } from '../model/condition.ts';
import type { Question, QuestionOf, QuestionType } from '../questions/question.ts';
import { grade, questionKinds } from '../questions/registry.ts';

/** Guesses tried for each question: chances are known to about two hundredths. */
const TRIES = 500;

/**
 * For each outcome (ascending, as in `QuestionRef.outcomes`) the chance that blind guessing reaches at least it: the type's own
 * guesses, graded by the question's own rules, without hints. The same question gives the same chances.
 */
export function guessingOf(question: Question, outcomes: readonly Share[]): readonly Share[] {
  const credits = guesses(question);
  return outcomes.map((outcome) => credits.filter((credit) => credit >= outcome - 1e-9).length / TRIES);
}

function guesses<T extends QuestionType>(question: QuestionOf<T>): Share[] {
  const type: T = question.type;
  const below = randomFor(0, question.key);
  return Array.from(
    { length: TRIES },
    () => grade(question, questionKinds[type].guess(question, below))?.credit ?? 0,
  );
}
