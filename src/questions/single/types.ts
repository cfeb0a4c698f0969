import type { QuestionBase } from '../../model/question.ts';
import type { Option, OptionSource } from '../choice/types.ts';
import type { SourceBase } from '../source.ts';

/** One of several options is right. */
export interface SingleQuestion extends QuestionBase {
  readonly type: 'single';
  readonly options: readonly Option[];
}

export interface SingleSource extends SourceBase {
  readonly type: 'single';
  readonly options: readonly OptionSource[];
}
