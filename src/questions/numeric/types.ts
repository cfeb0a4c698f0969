import type { Fragment, Sited } from '../../load/source.ts';
import type { Html, QuestionBase } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { SourceBase } from '../source.ts';
import type { UnitNames } from './unit.ts';

/** A number that learners may type, and how far from it still counts as it. */
export interface KnownNumber {
  readonly value: number;
  readonly margin: number;
  readonly feedback?: Html;
}

/** An accepted unit: (number + shift) × factor is the number in the unit that is asked for. */
export interface Unit {
  /** As `unitKey` gives it. */
  readonly key: string;
  readonly factor: number;
  readonly shift: number;
  /** In another letter case it is another unit: `mPa` is no `MPa`. */
  readonly exact?: true;
}

/** The accepted units, and the names of their symbols. */
export interface UnitTable {
  readonly units: readonly Unit[];
  readonly unitNames: UnitNames;
}

/** What a typed number is compared with. */
export interface NumericKey {
  readonly answers: readonly KnownNumber[];
  readonly mistakes: readonly KnownNumber[];
  /** Significant figures that are asked for. */
  readonly figures?: number | undefined;
  /** Undefined: no unit is to be written. */
  readonly units?: readonly Unit[] | undefined;
  /** What may be written instead of the symbols in `units`. */
  readonly unitNames?: UnitNames | undefined;
}

/** A number, typed. */
export interface NumericQuestion extends QuestionBase, NumericKey {
  readonly type: 'numeric';
}

/** How near is near enough: by that much, or by that share of the number. */
export interface Tolerance {
  readonly type: 'absolute' | 'relative';
  readonly by: number;
  /** Where it stands. */
  readonly span?: Span;
}

/** How a number is to be given. */
export interface NumericRules {
  readonly tolerance?: Tolerance;
  readonly figures?: number;
  readonly decimals?: number;
  /** As written; the first is the one that is asked for. */
  readonly units: readonly Sited<string>[];
  /** There are others, and none that is asked for. */
  readonly isUnitMissing?: true;
  /** What was worked out from them; undefined before, and where no unit is asked for. */
  readonly table?: UnitTable;
}

export interface KnownNumberSource {
  readonly value: number;
  readonly text: string;
  readonly feedback?: Fragment;
  readonly span: Span;
}

export interface NumericSource extends SourceBase {
  readonly type: 'numeric';
  readonly answers: readonly KnownNumberSource[];
  readonly mistakes: readonly KnownNumberSource[];
  readonly rules: NumericRules;
}
