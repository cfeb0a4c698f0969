import type { MultipleQuestion } from './multiple/types.ts';
import type { SingleQuestion } from './single/types.ts';

/** A question with its key, as pages carry it. One line for each question type. */
export type Question = SingleQuestion | MultipleQuestion;

export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Question & { readonly type: T };
