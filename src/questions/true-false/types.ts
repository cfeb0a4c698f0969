import type { QuestionBase } from '../../model/question.ts';
import type { SourceBase } from '../source.ts';

/** A statement that is true or false. Its options are `true` and `false`, in this order; the page has the words for them. */
export interface TrueFalseQuestion extends QuestionBase {
  readonly type: 'true-false';
  readonly answer: boolean;
}

export interface TrueFalseSource extends SourceBase {
  readonly type: 'true-false';
  readonly answer: boolean;
}
