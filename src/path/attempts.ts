import type { Share } from '../model/condition.ts';
import type { Quiz } from '../model/course.ts';
import { eventId, profileOf } from '../model/events.ts';
import type { Lookup } from './lookup.ts';
import {
  type Alias,
  compareStamps,
  type ItemState,
  type Result,
  type Stamp,
  type State,
  type Submission,
} from './state.ts';
import type { QuizView } from './types.ts';

/** More names than any browser profile ever has: a hostile file may hold many. */
const MOST = 100;

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
  const submissions = attemptsIn(own);
  const review = nodes[at]?.review ?? [];
  /** Do the attempts start anew between a submission and the next one (or now)? */
  const renewed = (used: number, after: Stamp, before?: Stamp): boolean =>
    between(own?.unlocked, after, before) ||
    (quiz.exhausted === 'review' &&
      quiz.attempts !== undefined &&
      used >= quiz.attempts &&
      review.length > 0 &&
      review.every((place) => between(state.items[place]?.again, after, before)));
  let best: Share | undefined;
  let share: Share | undefined;
  let passed = false;
  let used = 0;
  const counted = new Set<string>();
  let last: Stamp | undefined;
  for (const submission of submissions) {
    if (last && !passed && renewed(used, last, submission)) used = 0;
    // Where two tabs handed it in under two names it is used up once.
    const name = `${browserOf(submission, state.aliases)}:${submission.attempt}`;
    if (!counted.has(name)) used++;
    counted.add(name);
    share = submission.share;
    best = Math.max(best ?? 0, share);
    passed ||= submission.passed || (quiz.pass !== undefined && reaches(best, quiz.pass));
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
    handedIn: counted.size,
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

/**
 * The attempts that were handed in, in the order of their first stamps: each as the best of the tabs of one browser profile
 * has it, or a corrected key. What these tabs did before they agreed on a name stands apart, since a number of attempts that
 * falls would take back what it has opened, and would give the same number to two attempts.
 */
function attemptsIn({ submissions = [], regraded = [] }: ItemState = {}): readonly Submission[] {
  const attempts = new Map<string, Submission>();
  for (const submission of submissions) {
    const name = `${profileOf(submission)}:${submission.attempt}`;
    const now = regraded.filter(({ of }) => of === eventId(submission));
    attempts.set(name, [submission, ...now].reduce(better, attempts.get(name) ?? submission));
  }
  return [...attempts.values()];
}

/** The better of two results, in place of the first. */
function better(one: Submission, other: Result): Submission {
  return { ...one, share: Math.max(one.share, other.share), passed: one.passed || other.passed };
}

/** One name for the browser profile that recorded an event, whichever of its names it was recorded under. */
function browserOf(event: Stamp, aliases: readonly Alias[]): string {
  const names = new Set([profileOf(event)]);
  // What is added on the way is gone through as well.
  for (const name of names)
    for (const alias of aliases.slice(0, MOST)) {
      const both = [alias.profile, profileOf(alias)];
      if (both.includes(name)) for (const one of both) names.add(one);
    }
  return [...names].sort().join();
}

/** Did one of these happen after one event and, if given, before another? */
function between(stamps: readonly Stamp[] | undefined, after: Stamp, before?: Stamp): boolean {
  return (
    stamps?.some(
      (stamp) => compareStamps(stamp, after) > 0 && (!before || compareStamps(stamp, before) < 0),
    ) ?? false
  );
}
