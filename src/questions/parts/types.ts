import type { Fragment } from '../../load/source.ts';
import type { Html } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';

/** What an answer earns of which some parts are right: their share (`partial`, the default), or nothing. */
export type PartsCredit = 'partial' | 'all-or-nothing';

/** One thing to be matched, put in order or sorted, on a page. */
export interface Part {
  /** The author's id, or a digest of its text: answers outlive a change of order. */
  readonly id: string;
  readonly text: Html;
  /** Said to who answered this part. */
  readonly feedback?: Html;
}

/** The same in its source. */
export interface PartSource {
  readonly id: string;
  readonly text: Fragment;
  readonly feedback?: Fragment;
  readonly span: Span;
}
