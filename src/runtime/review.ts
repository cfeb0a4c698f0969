import type { ItemId } from '../model/ids.ts';
import type { ItemView } from '../path/types.ts';
import type { Progress } from './progress.ts';

/** The failed quiz that asks for an item to be gone through again; undefined when none does. */
export function asking(progress: Progress, id: ItemId): ItemView | undefined {
  return progress.view.items.find(({ quiz }) => quiz?.toReview.includes(id));
}
