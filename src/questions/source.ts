import type { Fragment, Sited } from '../load/source.ts';
import type { QuestionTexts } from '../model/question.ts';
import type { Span } from '../model/span.ts';
import type { CalculatedSource } from './calculated/types.ts';
import type { CategorisingSource } from './categorising/types.ts';
import type { ClozeSource } from './cloze/types.ts';
import type { HotspotSource } from './hotspot/types.ts';
import type { LikertSource } from './likert/types.ts';
import type { MatchingSource } from './matching/types.ts';
import type { MultipleSource } from './multiple/types.ts';
import type { NumericSource } from './numeric/types.ts';
import type { OrderingSource } from './ordering/types.ts';
import type { PollSource } from './poll/types.ts';
import type { QuestionType } from './question.ts';
import type { ReflectionSource } from './reflection/types.ts';
import type { ShortTextSource } from './short-text/types.ts';
import type { SingleSource } from './single/types.ts';
import type { TrueFalseSource } from './true-false/types.ts';

/** A question before its references are joined: the same from Markdown and from YAML. One line for each question type. */
export type QuestionSource =
  | SingleSource
  | MultipleSource
  | TrueFalseSource
  | ShortTextSource
  | NumericSource
  | CalculatedSource
  | PollSource
  | HotspotSource
  | LikertSource
  | ReflectionSource
  | ClozeSource
  | MatchingSource
  | OrderingSource
  | CategorisingSource;

export type SourceOf<T extends QuestionType> = QuestionSource & { readonly type: T };

/** What every question says in its source, whatever its type. */
export interface SourceBase extends QuestionTexts<Fragment> {
  readonly id: Sited<string>;
  /** 0 for what is not graded. */
  readonly points: number;
  readonly competencies: readonly Sited<string>[];
  /** Items to send learners to who got it wrong, as the author wrote them. */
  readonly see: readonly Sited<string>[];
  /** What draws can ask for. */
  readonly tags: readonly Sited<string>[];
  readonly difficulty?: Difficulty;
  /** Whether its options may change places; undefined: as the quiz says. */
  readonly shuffle?: boolean;
  readonly span: Span;
}

export type Difficulty = 'easy' | 'medium' | 'hard';
