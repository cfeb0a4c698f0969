import type { Share } from '../model/condition.ts';
import type { Response } from '../model/events.ts';
import type { Html, Question, QuestionType } from '../model/question.ts';

/** How one option was treated. */
export interface OptionGrade {
  readonly option: string;
  readonly chosen: boolean;
  /** Chosen and correct, or left alone and not correct. */
  readonly right: boolean;
  /** The author's words about it: only for what was chosen, so that the rest is not given away. */
  readonly feedback?: Html;
}

/** The grade of one response to one question. */
export interface Grade {
  /** The share of the question's points that it earned. */
  readonly credit: Share;
  /** Full credit. */
  readonly correct: boolean;
  readonly options: readonly OptionGrade[];
}

export type QuestionOf<T extends QuestionType> = Question & { readonly type: T };
export type ResponseOf<T extends QuestionType> = Extract<Response, { readonly type: T }>;

/** One question type: one folder, one line in the registry. */
export interface QuestionKind<T extends QuestionType> {
  readonly type: T;
  /** Is this a response that the type can grade? For stored and imported data, which may be anything. */
  isResponse(value: unknown): value is ResponseOf<T>;
  /** Grades a response. Options that the question does not have (any more) count as not chosen. */
  grade(question: QuestionOf<T>, response: ResponseOf<T>): Grade;
  /** Every credit that some response earns, ascending and without repeats. */
  outcomes(question: QuestionOf<T>): readonly Share[];
}
