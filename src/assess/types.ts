import type { Share } from '../model/condition.ts';
import type { Html } from '../model/question.ts';

/** How one part of an answer was treated: an option, a blank, a pair, a thing in its category. */
export interface PartGrade {
  readonly part: string;
  /** The learner said something about it. */
  readonly chosen: boolean;
  /** As the key has it: chosen and correct, or left alone and not correct. */
  readonly right: boolean;
  /** The author's words about it: only for what was chosen, so that the rest is not given away. */
  readonly feedback?: Html;
}

/** What the tool itself can say about an answer, in the course's language (`remarks` in `src/words`). */
export type Remark =
  /** Nearly an accepted text. */
  | 'spelling'
  /** Right but for the letter case, or the accents, which count here. */
  | 'case'
  | 'accents'
  | 'not-a-number'
  | 'unit-missing'
  | 'unit-unknown'
  /** The right number in a unit that does not fit it. */
  | 'unit-wrong'
  /** The right value with another number of significant figures than asked for. */
  | 'figures';

/** The grade of one response to one question. */
export interface Grade {
  /** The share of the question's points that it earned, before hints are paid. */
  readonly credit: Share;
  /** In the order of the question; empty for an answer without parts. */
  readonly parts: readonly PartGrade[];
  readonly remarks: readonly Remark[];
  /** What the author says to this very answer: an accepted one, or a common mistake. */
  readonly feedback: readonly Html[];
}

/** A grade without anything to say besides. */
export function gradeOf(credit: Share, parts: readonly PartGrade[] = []): Grade {
  return { credit, parts, remarks: [], feedback: [] };
}
