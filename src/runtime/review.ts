import type { ItemId } from '../model/ids.ts';
import type { ItemView } from '../path/types.ts';
import type { Progress } from './progress.ts';

/** What a failed quiz asks to go through again before its next attempt: nothing where no attempt can come of that. */
export function toReview(progress: Progress, { id, quiz }: ItemView): readonly ItemId[] {
  const item = progress.items.get(id);
  const isOver = quiz?.exhausted && item?.kind === 'quiz' && item.exhausted !== 'review';
  return (!isOver && quiz?.toReview) || [];
}

/** The failed quiz that asks for an item to be gone through again; undefined when none does. */
export function asking(progress: Progress, id: ItemId): ItemView | undefined {
  return progress.view.items.find((found) => toReview(progress, found).includes(id));
}
