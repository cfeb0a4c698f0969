import type { Fragment } from '../../load/source.ts';
import type { Html, QuestionBase } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { Part, PartSource, PartsCredit } from '../parts/types.ts';
import type { SourceBase } from '../source.ts';

/** A left side with the right one that belongs to it. */
export interface Pair extends Part {
  /** The id of the right choice. */
  readonly match: string;
}

export interface PairSource extends PartSource {
  readonly match: string;
}

/** A right side, of one pair, of several, or of none. */
export interface MatchChoice {
  /** A digest of its text. */
  readonly id: string;
  readonly text: Html;
}

export interface MatchChoiceSource {
  readonly id: string;
  readonly text: Fragment;
  readonly span: Span;
}

/** For each left side the right side that belongs to it is chosen. */
export interface MatchingQuestion extends QuestionBase {
  readonly type: 'matching';
  readonly pairs: readonly Pair[];
  /** Sorted by their texts. */
  readonly choices: readonly MatchChoice[];
  readonly credit?: PartsCredit;
}

export interface MatchingSource extends SourceBase {
  readonly type: 'matching';
  /** What stands above the left and the right sides. */
  readonly columns?: readonly Fragment[];
  readonly pairs: readonly PairSource[];
  readonly choices: readonly MatchChoiceSource[];
  readonly credit?: PartsCredit;
}
