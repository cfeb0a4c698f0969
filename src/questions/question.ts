import type { Html } from '../model/question.ts';
import type { CalculatedQuestion } from './calculated/types.ts';
import type { CategorisingQuestion } from './categorising/types.ts';
import type { ClozeQuestion } from './cloze/types.ts';
import type { HotspotQuestion } from './hotspot/types.ts';
import type { LikertQuestion } from './likert/types.ts';
import type { MatchingQuestion } from './matching/types.ts';
import type { MultipleQuestion } from './multiple/types.ts';
import type { NumericQuestion } from './numeric/types.ts';
import type { OrderingQuestion } from './ordering/types.ts';
import type { PollQuestion } from './poll/types.ts';
import type { ReflectionQuestion } from './reflection/types.ts';
import type { ShortTextQuestion } from './short-text/types.ts';
import type { SingleQuestion } from './single/types.ts';
import type { TrueFalseQuestion } from './true-false/types.ts';

/** A question with its key, as pages carry it. One line for each question type. */
export type Question =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | ShortTextQuestion
  | NumericQuestion
  | CalculatedQuestion
  | PollQuestion
  | HotspotQuestion
  | LikertQuestion
  | ReflectionQuestion
  | ClozeQuestion
  | MatchingQuestion
  | OrderingQuestion
  | CategorisingQuestion;

/** A question as its page carries it. What a draw may take brings its form: the page puts in what is asked. */
export type SealedQuestion = Question & { readonly form?: Html };

export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Question & { readonly type: T };
