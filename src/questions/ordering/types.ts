import type { QuestionBase } from '../../model/question.ts';
import type { Part, PartSource, PartsCredit } from '../parts/types.ts';
import type { SourceBase } from '../source.ts';

/** Entries that are put in order. */
export interface OrderingQuestion extends QuestionBase {
  readonly type: 'ordering';
  /** In the right order. */
  readonly entries: readonly Part[];
  readonly credit?: PartsCredit;
}

export interface OrderingSource extends SourceBase {
  readonly type: 'ordering';
  readonly entries: readonly PartSource[];
  readonly credit?: PartsCredit;
}
