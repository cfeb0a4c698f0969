import type { QuestionBase } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { PartsCredit } from '../parts/types.ts';
import type { Strictness } from '../short-text/normalise.ts';
import type { SourceBase } from '../source.ts';

/** A place in the prompt that the learner fills. */
export type Blank = TextBlank | MenuBlank;

export interface TextBlank {
  readonly kind: 'text';
  /** Its place among the blanks: what was typed outlives a corrected key. Other blanks make another question (`QuestionRef.asks`). */
  readonly id: string;
  /** Any of them is right, compared as short texts are. */
  readonly answers: readonly string[];
}

export interface MenuBlank {
  readonly kind: 'menu';
  readonly id: string;
  /** In the author's order. */
  readonly choices: readonly MenuChoice[];
}

export interface MenuChoice {
  readonly id: string;
  readonly text: string;
  readonly correct: boolean;
}

/** Blanks in a prompt. Its HTML has a place for each (`blanks.ts`). */
export interface ClozeQuestion extends QuestionBase {
  readonly type: 'cloze';
  /** In the order of the places. */
  readonly blanks: readonly Blank[];
  /** What has to agree in the text fields besides the letters. */
  readonly strict?: Strictness;
  readonly credit?: PartsCredit;
}

export interface ClozeSource extends SourceBase {
  readonly type: 'cloze';
  readonly blanks: readonly (Blank & { readonly span: Span })[];
  /** What has to agree in the text fields besides the letters. */
  readonly strict?: Strictness;
  readonly credit?: PartsCredit;
}
