import { scoreShare } from '../../assess/score.ts';
import { eventId, profileOf } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { Progress } from '../progress.ts';
import type { Submission } from './attempt.ts';

type Done = Pick<Progress, 'events'>;

/**
 * An attempt as it counts now (`src/path/attempts.ts`): the best of what the tabs of one browser profile handed in as that attempt,
 * with what corrected answer keys have added. The event itself where nothing differs.
 */
export function latest(done: Done, submission: Submission): Submission {
  return sheetsOf(done, submission)
    .map((sheet) => asRegraded(done, sheet))
    .reduce(
      (best, sheet) => (scoreShare(sheet) > scoreShare(best) ? sheet : best),
      asRegraded(done, submission),
    );
}

/** What the tabs of one browser profile handed in as one attempt: this submission and its twins, as they were recorded. */
export function sheetsOf({ events }: Done, { item, attempt, device }: Submission): readonly Submission[] {
  const profile = profileOf({ device });
  return events.filter(
    (event): event is Submission =>
      event.type === 'submitted' &&
      event.item === item &&
      event.attempt === attempt &&
      profileOf(event) === profile,
  );
}

/** What one tab handed in, with what corrected answer keys have added to it. */
export function asRegraded({ events }: Done, submission: Submission): Submission {
  const name = eventId(submission);
  let found = submission;
  for (const event of events)
    if (event.type === 'regraded' && event.attempt?.of === name)
      found = withMore(found, event.attempt, event.credits);
  return found;
}

type Result = Pick<Submission, 'earned' | 'possible' | 'passed' | 'right'>;

/** The better of both, question by question and as a whole. */
function withMore(found: Submission, result: Result, credits: Submission['credits']): Submission {
  const best = scoreShare(result) > scoreShare(found) ? result : found;
  const right = new Set<QuestionKey>([...(found.right ?? []), ...(result.right ?? [])]);
  return {
    ...found,
    earned: best.earned,
    possible: best.possible,
    credits: Object.fromEntries(
      Object.entries(found.credits).map(([key, credit]) => [
        key,
        Math.max(credit, (Object.hasOwn(credits, key) && credits[key]) || 0),
      ]),
    ),
    ...(right.size > 0 && { right: [...right] }),
    ...((found.passed || result.passed) && { passed: true }),
  };
}
