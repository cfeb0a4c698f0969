import type { Condition } from '../../model/condition.ts';
import type { ItemId } from '../../model/ids.ts';
import { explain } from '../../path/reasons.ts';
import type { Reason, View } from '../../path/types.ts';
import type { Names, Piece } from '../../words/sentences.ts';
import type { Progress } from '../progress.ts';
import { moment, sentences } from '../words.ts';

/** Why an item is locked, one text for each reason. */
export function reasons(progress: Progress, view: View, id: ItemId): Piece[][] {
  return explain(view, id).map((why) => reason(progress, why));
}

/** One reason as a text. */
export function reason(progress: Progress, why: Reason): Piece[] {
  return sentences.reason(why, names(progress));
}

/** What a condition asks for, as a clause: `you have passed X`. */
export function clause(progress: Progress, condition: Condition): Piece[] {
  return sentences.condition(condition, names(progress));
}

/** That all attempts at a quiz are used, and what then. */
export function exhausted(progress: Progress, quiz: ItemId): Piece[] {
  const item = progress.items.get(quiz);
  const policy = item?.kind === 'quiz' && item.exhausted !== 'continue' ? item.exhausted : undefined;
  return reason(progress, { type: 'exhausted', quiz, policy });
}

/** Dates stand in the learner's own time zone. */
function names({ course }: Progress): Names {
  return {
    competency: (id) => sentences.title(course.competencies.find((found) => found.id === id)?.title ?? id),
    badge: (id) => sentences.title(course.badges.find((found) => found.id === id)?.title ?? id),
    date: (at) => moment(at, course.language),
  };
}

/** The same text without links, titles in quotation marks. */
export function plain(progress: Progress, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : sentences.title(progress.title(piece.item))))
    .join('');
}
