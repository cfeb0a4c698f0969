import type { Condition } from '../../model/condition.ts';
import type { ItemId } from '../../model/ids.ts';
import { explain } from '../../path/reasons.ts';
import type { ItemView, Reason, View } from '../../path/types.ts';
import type { Names, Piece } from '../../words/sentences.ts';
import type { Page } from '../page.ts';
import type { Progress } from '../progress.ts';
import { moment, sentences } from '../words.ts';

/** Why an item is locked, one text for each reason. */
export function reasons(progress: Progress, view: View, id: ItemId): Piece[][] {
  return explain(view, id).map((why) => reason(progress, why));
}

/** Puts why an item is locked, or what a failed quiz asks for, into its entry in a list; nothing where it is neither. */
export function showReason({ progress }: Page, { id, quiz, status }: ItemView, place: HTMLElement): void {
  const items = (status === 'open' && quiz?.toReview) || [];
  const why =
    items.length > 0
      ? [reason(progress, { type: 'review', quiz: id, items })]
      : status === 'locked'
        ? reasons(progress, progress.view, id)
        : [];
  const text = why.map((pieces) => plain(progress, pieces)).join(' ');
  if (place.textContent !== text) place.textContent = text;
  place.hidden = why.length === 0;
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
