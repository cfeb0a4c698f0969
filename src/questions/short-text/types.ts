import type { Fragment } from '../../load/source.ts';
import type { Html, QuestionBase } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { SourceBase } from '../source.ts';
import type { Strictness } from './normalise.ts';

/** A text that learners may type, with what is said to who does. */
export interface TypedText {
  readonly text: string;
  readonly feedback?: Html;
}

export interface TypedTextSource {
  readonly text: string;
  readonly feedback?: Fragment;
  readonly span: Span;
}

/** A word or a few, typed. */
export interface ShortTextQuestion extends QuestionBase {
  readonly type: 'short-text';
  /** Any of them is right. */
  readonly answers: readonly TypedText[];
  /** Wrong answers that are known, each with its feedback. */
  readonly mistakes: readonly TypedText[];
  readonly strict?: Strictness;
}

export interface ShortTextSource extends SourceBase {
  readonly type: 'short-text';
  readonly answers: readonly TypedTextSource[];
  readonly mistakes: readonly TypedTextSource[];
  readonly strict?: Strictness;
}
