import type { Fragment } from '../../load/source.ts';
import type { Html, QuestionBase } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { KnownNumber, NumericKey, NumericRules } from '../numeric/types.ts';
import type { SourceBase } from '../source.ts';

/** One set of values, and what is right with them. */
export interface Variant {
  /** What stands in the places of `names`, with a point for decimals. */
  readonly shown: readonly string[];
  /** In the order of the formulas, without their feedback. */
  readonly answers: readonly KnownNumber[];
  readonly mistakes: readonly KnownNumber[];
}

/** A number to be worked out from values that differ from learner to learner. */
export interface CalculatedQuestion
  extends QuestionBase,
    Pick<NumericKey, 'figures' | 'units' | 'unitNames'> {
  readonly type: 'calculated';
  /** The variables, and `answer`: each is the `data-variable` of its places in the texts. */
  readonly names: readonly string[];
  readonly variants: readonly Variant[];
  /** What is said to each answer, and to each mistake; null for nothing. */
  readonly said: { readonly answers: readonly (Html | null)[]; readonly mistakes: readonly (Html | null)[] };
}

/** Values that a variable may have: number `i` is `from + i × step`, or that of the list. */
export interface VariableSource {
  readonly name: string;
  readonly values:
    | { readonly type: 'range'; readonly from: number; readonly step: number; readonly count: number }
    | { readonly type: 'list'; readonly list: readonly number[] };
  readonly span: Span;
}

export interface FormulaSource {
  readonly text: string;
  readonly feedback?: Fragment;
  readonly span: Span;
}

export interface CalculatedSource extends SourceBase {
  readonly type: 'calculated';
  readonly variables: readonly VariableSource[];
  readonly answers: readonly FormulaSource[];
  readonly mistakes: readonly FormulaSource[];
  readonly rules: NumericRules;
  /** How many sets of values are wanted. */
  readonly wanted: number;
  /** Worked out by `finish`; empty before, and where something is wrong. */
  readonly variants: readonly Variant[];
}
