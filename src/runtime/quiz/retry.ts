import type { QuestionKey } from '../../model/ids.ts';
import { missedFrom, type Submission } from './attempt.ts';
import { latest } from './latest.ts';
import type { QuizRun } from './run.ts';

/** What another attempt asks and what it keeps. */
export interface Retry {
  readonly missed: ReadonlySet<QuestionKey>;
  readonly kept: readonly QuestionKey[];
}

/** As things stand now; undefined where all is asked again. */
export function retryOf(run: QuizRun, last: Submission | undefined): Retry | undefined {
  const missed = missedFrom(run, last && latest(run.page.progress, last));
  return last && missed && { missed, kept: Object.keys(last.credits).filter((key) => !missed.has(key)) };
}
