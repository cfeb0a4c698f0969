import type { Quiz } from '../../model/course.ts';
import type { QuizView } from '../../path/types.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { Tools } from '../tools.ts';
import { answers } from './answers.ts';
import { missedFrom, type Submission } from './attempt.ts';
import { quizFacts } from './facts.ts';
import { handIn, updateOpen } from './hand-in.ts';
import type { QuizRun } from './run.ts';
import { showVerdict } from './verdict.ts';

/** Handing in, and what comes of it. */
export interface ResultPart {
  /** How the quiz stands. */
  facts(quiz: Quiz, view: QuizView): HTMLElement;
  /** What another attempt asks, where that is only what was missed. */
  missedFrom: typeof missedFrom;
  /** Grades and records what is given in the form, or says what is still open. */
  handIn(run: QuizRun): void;
  /** Shows the answers of an attempt that was handed in, with what each earned. */
  showAnswers(run: QuizRun, submission: Submission): void;
  /** Says of an answer to the attempt at hand that it cannot be read, once it is settled: never whether it is right; and no longer lists it as open. */
  showUnread(run: QuizRun, active: ActiveQuestion, isSettled: boolean): void;
  /** Shows those that the attempt at hand keeps. */
  showKept(run: QuizRun): void;
  /** Shows the score of an attempt, and what is to be done now. */
  showVerdict(run: QuizRun, submission: Submission): void;
}

/** Makes it with the runtime's tools. */
export function resultPart(tools: Tools): ResultPart {
  const shown = answers(tools);
  return {
    ...shown,
    facts: (quiz, view) => quizFacts(quiz, view, tools),
    missedFrom,
    showUnread(run, active, isSettled) {
      shown.showUnread(run, active, isSettled);
      updateOpen(run, tools);
    },
    handIn: (run) => handIn(run, tools),
    showVerdict: (run, submission) => showVerdict(run, submission, tools),
  };
}
