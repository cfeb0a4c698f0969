import type { QuestionRef, Quiz } from '../../model/course.ts';
import type { Event } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { QuizView } from '../../path/types.ts';
import type { Progress } from '../progress.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { QuizRun } from './run.ts';

export type Submission = Extract<Event, { type: 'submitted' }>;
/** The attempt at hand. */
export interface Attempt {
  readonly number: number;
  readonly seed: number;
  readonly asked: readonly ActiveQuestion[];
  /** Questions that stay as an earlier attempt answered them, with what they earned there. */
  readonly kept: readonly ActiveQuestion[];
  readonly last: Submission | undefined;
}

export type Began = Extract<Event, { type: 'began' }>;
export type Answered = Extract<Event, { type: 'answered' }>;

/** May the learner begin, or go on with, an attempt? */
export function mayTry(view: QuizView): boolean {
  return view.attemptsLeft !== 0 && view.toReview.length === 0;
}

/** Does an attempt wait for a button: where time runs from its start, or what is asked is drawn for it? */
export function isStarted({ settings, draws }: Quiz): boolean {
  return settings?.time !== undefined || (draws?.length ?? 0) > 0;
}

/** The beginning of an attempt: of two devices that began it apart, the earlier in the order of events counts. */
export function beganAt({ events }: Progress, { id }: Quiz, attempt: number): Began | undefined {
  return events.find(
    (event): event is Began => event.type === 'began' && event.item === id && event.attempt === attempt,
  );
}

/** The attempt that was handed in last. */
export function lastSubmission(progress: Progress, { id }: Quiz): Submission | undefined {
  return progress.last((event): event is Submission => event.type === 'submitted' && event.item === id);
}

/** Was the answer to a question right? Paid hints make it worth less, not less right. */
export function isRight({ credits, right = [] }: Submission, key: QuestionKey): boolean {
  return (credits[key] ?? 0) >= 1 || right.includes(key);
}

/** The answer that an attempt was graded by. A question that it kept was answered in an earlier one. */
export function answerIn(
  { events }: Progress,
  quiz: Quiz,
  submission: Submission,
  { key, points }: QuestionRef,
): Answered | undefined {
  const answers = events.filter(
    (event): event is Answered => event.type === 'answered' && event.question === key,
  );
  const mayBeKept = quiz.settings?.retryMissed && (points === 0 || isRight(submission, key));
  return answerTo(submission, answers, mayBeKept === true);
}

/**
 * Of the answers to a question, in their order, the one that an attempt was graded by: given in the tab that handed it in, since others
 * may have handed in the same attempt. What it kept (`mayBeKept`) is the better one of the last attempt that has any.
 */
export function answerTo(
  { attempt, device, n }: Submission,
  answers: readonly Answered[],
  mayBeKept: boolean,
): Answered | undefined {
  const before = answers.filter((answer) => answer.n < n);
  const given = before.findLast((answer) => answer.attempt === attempt && answer.device === device);
  if (given || !mayBeKept) return given;
  const number = (answer: Answered) => answer.attempt ?? attempt;
  return before
    .filter((answer) => number(answer) < attempt)
    .sort((one, other) => number(one) - number(other) || one.credit - other.credit)
    .at(-1);
}

/**
 * What another attempt asks, where that is only what was missed: of the questions that are always asked, and those of the last one as
 * it stands now (`latest.ts`).
 */
export function missedFrom(
  { quiz, fixed }: Pick<QuizRun, 'quiz' | 'fixed'>,
  last: Submission | undefined,
): ReadonlySet<QuestionKey> | undefined {
  const kept = keptFrom(quiz, last);
  return kept && new Set([...fixed, ...Object.keys(last?.credits ?? {})].filter((key) => !kept.has(key)));
}

/** What another attempt need not ask again, where the quiz has only the missed ones asked: undefined where it asks all. */
export function keptFrom(quiz: Quiz, last: Submission | undefined): ReadonlySet<QuestionKey> | undefined {
  if (!quiz.settings?.retryMissed || !last) return undefined;
  const worth = new Map(quiz.questions.map(({ key, points }) => [key, points]));
  const keys = Object.keys(last.credits);
  const kept = keys.filter((key) => isRight(last, key) || worth.get(key) === 0);
  // Nothing was missed: whoever wants a better score all the same is asked everything.
  return kept.length > 0 && kept.length < keys.length ? new Set(kept) : undefined;
}
