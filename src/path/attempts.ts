import type { Share } from '../model/condition.ts';
import type { Quiz } from '../model/course.ts';
import { eventId } from '../model/events.ts';
import type { Lookup } from './lookup.ts';
import { compareStamps, type Stamp, type State, type Submission } from './state.ts';
import type { QuizView } from './types.ts';

/** Does a score reach a mark? Sums of thirds must not fail for the last bit. */
export function reaches(score: Share, mark: Share): boolean {
  return score >= mark - 1e-9;
}

/** Cleared as a hurdle: passed, or handed in where nothing is to be passed, or let go by `continue`. */
export function clearedAsHurdle(quiz: Quiz, view: QuizView): boolean {
  if (quiz.pass === undefined) return view.submissions > 0;
  // Not `view.exhausted`: who was let go once stays so, even if the attempts start anew.
  return (
    view.passed ||
    (quiz.exhausted === 'continue' && quiz.attempts !== undefined && view.submissions >= quiz.attempts)
  );
}

/** Scores and attempts of a quiz, from its submissions, resets and the items that were gone through again. */
export function quizView({ nodes }: Lookup, state: State, at: number, quiz: Quiz): QuizView {
  const own = state.items[at];
  const submissions = own?.submissions ?? [];
  const review = nodes[at]?.review ?? [];
  /** Do the attempts start anew between a submission and the next one (or now)? */
  const renewed = (used: number, after: Stamp, before?: Stamp): boolean =>
    between(own?.unlocked, after, before) ||
    (quiz.exhausted === 'review' &&
      quiz.attempts !== undefined &&
      used >= quiz.attempts &&
      review.length > 0 &&
      review.every((place) => between(state.items[place]?.again, after, before)));
  /** As handed in, or as a corrected key has it. */
  const latest = (submission: Submission) => {
    const found = own?.regraded?.find(({ of }) => of === eventId(submission));
    return {
      share: Math.max(submission.share, found?.share ?? 0),
      passed: submission.passed || found?.passed,
    };
  };
  let best: Share | undefined;
  let share: Share | undefined;
  let passed = false;
  let used = 0;
  let last: Stamp | undefined;
  for (const submission of submissions) {
    if (last && !passed && renewed(used, last, submission)) used = 0;
    used++;
    const result = latest(submission);
    share = result.share;
    best = Math.max(best ?? 0, share);
    passed ||= result.passed || (quiz.pass !== undefined && reaches(best, quiz.pass));
    last = submission;
  }
  const failed = submissions.length > 0 && quiz.pass !== undefined && !passed;
  if (last && !passed && renewed(used, last)) used = 0;
  const left = quiz.attempts === undefined ? undefined : Math.max(0, quiz.attempts - used);
  // Where no attempt is left and none comes back, going through it again would lead nowhere.
  const mayRetry = left !== 0 || quiz.exhausted === 'review';
  const since = failed && mayRetry ? last : undefined;
  return {
    submissions: submissions.length,
    best,
    last: share,
    passed,
    failed,
    exhausted: failed && left === 0,
    attempt: submissions.length + 1,
    attemptsLeft: left,
    toReview:
      since && !between(own?.unlocked, since)
        ? review
            .filter((place) => !between(state.items[place]?.again, since))
            .flatMap((place) => nodes[place]?.item.id ?? [])
        : [],
  };
}

/** Did one of these happen after one event and, if given, before another? */
function between(stamps: readonly Stamp[] | undefined, after: Stamp, before?: Stamp): boolean {
  return (
    stamps?.some(
      (stamp) => compareStamps(stamp, after) > 0 && (!before || compareStamps(stamp, before) < 0),
    ) ?? false
  );
}
