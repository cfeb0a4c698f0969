import type { Quiz } from '../../model/course.ts';
import type { QuizView } from '../../path/types.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { Tools } from '../tools.ts';
import { answers } from './answers.ts';
import type { Submission } from './attempt.ts';
import { followQuiz, unfollowQuiz } from './changed.ts';
import { quizFacts } from './facts.ts';
import { handIn, updateOpen } from './hand-in.ts';
import { latest } from './latest.ts';
import { type Retry, retryOf } from './retry.ts';
import type { QuizRun } from './run.ts';
import { showVerdict } from './verdict.ts';

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
  /** Says above the form what has become of the attempt at hand since it began. */
  follow(run: QuizRun): void;
  /** Shows those that the attempt at hand keeps. */
  showKept(run: QuizRun): void;
}

/** Makes it with the runtime's tools. */
export function resultPart(tools: Tools): ResultPart {
  const shown = answers(tools);
  return {
    facts: (quiz, view) => quizFacts(quiz, view, tools),
    retry: retryOf,
    follow: (run) => followQuiz(run, tools),
    showUnread(run, active, isSettled) {
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
      showVerdict(run, submission, tools);
    },
  };
}
