import type { QuestionKey } from './ids.ts';

/** HTML that the compiler made and sanitised; never an author's raw text. */
export type Html = string;

interface QuestionBase {
  readonly key: QuestionKey;
  /** The id in its file; also the anchor on its page. */
  readonly id: string;
  readonly prompt: Html;
  readonly hints: readonly Html[];
  readonly explanation?: Html;
  readonly points: number;
  readonly competencies: readonly string[];
}

export interface Option {
  /** The author's id, or a digest of its text: answers outlive a change of order. */
  readonly id: string;
  readonly text: Html;
  readonly correct: boolean;
  readonly feedback?: Html;
}

/** One of several options is right (`single`), or a set of them (`multiple`). */
export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'single' | 'multiple';
  readonly options: readonly Option[];
}

/** A question with its key, as pages carry it. One member for each question type. */
export type Question = ChoiceQuestion;
export type QuestionType = Question['type'];
