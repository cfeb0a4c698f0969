import type { QuestionBase } from '../../model/question.ts';
import type { Option, OptionSource } from '../choice/types.ts';
import type { SourceBase } from '../source.ts';

/**
 * What a set of options earns that is not quite right. `partial`: right ticks less wrong ones; `unpenalised`: right ticks, and
 * wrong ones cost nothing; `all-or-nothing`: only the whole set counts.
 */
export type CreditRule = 'partial' | 'unpenalised' | 'all-or-nothing';

/** A set of options is right. */
export interface MultipleQuestion extends QuestionBase {
  readonly type: 'multiple';
  readonly options: readonly Option[];
  /** Default: `partial`. */
  readonly credit?: CreditRule;
}

export interface MultipleSource extends SourceBase {
  readonly type: 'multiple';
  readonly options: readonly OptionSource[];
  readonly credit?: CreditRule;
}
