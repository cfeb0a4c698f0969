import type { Fragment } from '../../load/source.ts';
import type { Html, QuestionBase } from '../../model/question.ts';
import type { Entry, EntrySource } from '../entries.ts';
import type { SourceBase } from '../source.ts';

/** Free text, which learners compare with an answer and a rubric themselves. */
export interface ReflectionQuestion extends QuestionBase {
  readonly type: 'reflection';
  /** An answer to compare with, shown after one's own. */
  readonly model?: Html;
  /** What to look for in one's own answer. */
  readonly rubric: readonly Entry[];
}

export interface ReflectionSource extends SourceBase {
  readonly type: 'reflection';
  readonly model?: Fragment;
  readonly rubric: readonly EntrySource[];
}
