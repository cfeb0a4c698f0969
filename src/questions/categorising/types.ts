import type { Html, QuestionBase } from '../../model/question.ts';
import type { Part, PartSource, PartsCredit } from '../parts/types.ts';
import type { SourceBase } from '../source.ts';

/** What things are sorted into. */
export interface Category {
  readonly id: string;
  readonly title: Html;
}

/** A thing with the category that it belongs to. */
export interface Thing extends Part {
  /** The id of its category. */
  readonly category: string;
}

/** Each thing is put into its category. */
export interface CategorisingQuestion extends QuestionBase {
  readonly type: 'categorising';
  /** In the author's order. */
  readonly categories: readonly Category[];
  readonly things: readonly Thing[];
  readonly credit?: PartsCredit;
}

export interface CategorisingSource extends SourceBase {
  readonly type: 'categorising';
  readonly categories: readonly PartSource[];
  readonly things: readonly (PartSource & { readonly category: string })[];
  readonly credit?: PartsCredit;
}
