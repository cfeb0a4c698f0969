import type { Quiz } from '../../model/course.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { QuizView } from '../../path/types.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { Tools } from '../tools.ts';
import { answers } from './answers.ts';
import { missedFrom, type Submission } from './attempt.ts';
import { followQuiz, unfollowQuiz } from './changed.ts';
import { quizFacts } from './facts.ts';
import { handIn, updateOpen } from './hand-in.ts';
import { latest } from './latest.ts';
import type { QuizRun } from './run.ts';
import { showVerdict } from './verdict.ts';

interface Retry {
  readonly missed: ReadonlySet<QuestionKey>;
  readonly kept: readonly QuestionKey[];
}

/** Handing in, and what comes of it. */
export interface ResultPart {
  /** How the quiz stands. */
  facts(quiz: Quiz, view: QuizView): HTMLElement;
  /** What another attempt asks and what it keeps, where only what was missed is asked again. */
  retry(run: QuizRun, last: Submission | undefined): Retry | undefined;
  /** Grades and records what is given in the form, or says what is still open. */
  handIn(run: QuizRun): void;
  /** Shows an attempt that was handed in: what came of it, what is to be done now, its answers with what each earned. */
  showResult(run: QuizRun, submission: Submission): void;
  /** Says of an answer to the attempt at hand that it cannot be read, once it is settled: never whether it is right; and no longer lists it as open. */
  showUnread(run: QuizRun, active: ActiveQuestion, isSettled: boolean): void;
  /** Shows those that the attempt at hand keeps. */
  showKept(run: QuizRun): void;
}

/** Makes it with the runtime's tools. */
export function resultPart(tools: Tools): ResultPart {
  const shown = answers(tools);
  return {
    facts: (quiz, view) => quizFacts(quiz, view, tools),
    retry(run, last) {
      const missed = missedFrom(run, last && latest(run.page.progress, last));
      return last && missed && { missed, kept: Object.keys(last.credits).filter((key) => !missed.has(key)) };
    },
    showUnread(run, active, isSettled) {
      followQuiz(run, tools);
      shown.showUnread(run, active, isSettled);
      updateOpen(run, tools);
    },
    handIn: (run) => handIn(run, tools),
    showKept: shown.showKept,
    showResult(run, handedIn) {
      unfollowQuiz(run, tools);
      const submission = latest(run.page.progress, handedIn);
      const text = JSON.stringify(submission);
      if (text !== run.shown) shown.showAnswers(run, submission);
      run.shown = text;
      showVerdict(run, handedIn, submission, tools);
    },
  };
}
