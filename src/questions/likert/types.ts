import type { QuestionBase } from '../../model/question.ts';
import type { Entry, EntrySource } from '../entries.ts';
import type { SourceBase } from '../source.ts';

/** Statements to rate on a scale, neither right nor wrong. */
export interface LikertQuestion extends QuestionBase {
  readonly type: 'likert';
  readonly statements: readonly Entry[];
}

export interface LikertSource extends SourceBase {
  readonly type: 'likert';
  readonly statements: readonly EntrySource[];
  /** The steps in their order; empty: agreement in five steps, in the course's language. */
  readonly scale: readonly string[];
}
