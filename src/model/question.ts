import type { Share } from './condition.ts';
import type { QuestionKey } from './ids.ts';

/** HTML that the compiler made and sanitised; never an author's raw text. */
export type Html = string;

/** What a question says before and after it is answered: `Text` is HTML on a page, a fragment with its span in a source. */
export interface QuestionTexts<Text> {
  readonly prompt: Text;
  readonly hints: readonly Hint<Text>[];
  /** Shown after the answer, right or wrong. */
  readonly explanation?: Text;
  /** What is said to every answer of that outcome, besides what the type says to a particular one. */
  readonly feedback?: { readonly right?: Text; readonly partly?: Text; readonly wrong?: Text };
}

/** Hints are opened one after the other. */
export interface Hint<Text> {
  readonly text: Text;
  /** The share of the question's points that opening it costs. */
  readonly cost: Share;
}

/** What every question has on a page, whatever its type (`src/questions`). */
export interface QuestionBase extends QuestionTexts<Html> {
  readonly key: QuestionKey;
  /** The id in its file; also the anchor on its page. */
  readonly id: string;
  /** 0 for what is not graded. */
  readonly points: number;
  readonly competencies: readonly string[];
  /** Whether its options may change places; undefined: as the quiz says. */
  readonly shuffle?: boolean;
}
