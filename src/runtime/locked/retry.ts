import type { ItemId } from '../../model/ids.ts';
import { wayOn } from '../../path/order.ts';
import type { View } from '../../path/types.ts';
import type { Page, PageItem } from '../page.ts';

/** Where the way on from a page leads while some quiz is failed. */
export interface Retry {
  /** The failed quiz that this page was gone through again for, however the learner came to it, or the next page on its list. */
  readonly target: ItemId | undefined;
  /** A page beside this one that is still open, such as help that has just appeared. */
  readonly open: ItemId | undefined;
}

/** Works it out. */
export function retryOf({ progress }: Page, { id, parent }: PageItem, view: View): Retry {
  const failed = view.items.find(({ id: quiz, quiz: found, status }) => {
    const other = progress.items.get(quiz);
    const isAsked = other?.kind === 'quiz' && other.review.includes(id);
    return isAsked && status !== 'hidden' && found?.failed && !found.toReview.includes(id);
  });
  const beside = view.items.find(({ id: other, status, required }) => {
    const item = progress.items.get(other);
    return status === 'open' && required && item?.kind === 'module' && item.parent === parent;
  });
  return { target: failed && wayOn(view, failed), open: beside?.id };
}
