import type { Fragment } from '../../load/source.ts';
import type { Html } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { QuestionSource, SourceOf } from '../source.ts';

/** One possible answer of a choice question, on a page. */
export interface Option {
  /** The author's id, or a digest of its text: answers outlive a change of order. */
  readonly id: string;
  readonly text: Html;
  readonly correct: boolean;
  readonly feedback?: Html;
}

/** The same in its source. */
export interface OptionSource {
  readonly id: string;
  readonly text: Fragment;
  readonly correct: boolean;
  readonly feedback?: Fragment;
  readonly span: Span;
}

/** Whether options are chosen from, one or several of them. */
export function isChoice(source: QuestionSource): source is SourceOf<'single' | 'multiple'> {
  return source.type === 'single' || source.type === 'multiple';
}
