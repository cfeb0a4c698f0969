import type { QuestionBase } from '../../model/question.ts';
import type { Entry, EntrySource } from '../entries.ts';
import type { SourceBase } from '../source.ts';

/** A choice that is neither right nor wrong. */
export interface PollQuestion extends QuestionBase {
  readonly type: 'poll';
  readonly options: readonly Entry[];
  /** Whether several may be chosen. */
  readonly several: boolean;
}

export interface PollSource extends SourceBase {
  readonly type: 'poll';
  readonly options: readonly EntrySource[];
  readonly several: boolean;
}
