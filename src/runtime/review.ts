import type { ItemId } from '../model/ids.ts';
import type { ItemView } from '../path/types.ts';
import type { Page } from './page.ts';

/** The failed quiz that asks for an item to be gone through again; undefined when none does. */
export function asking(page: Page, id: ItemId): ItemView | undefined {
  return page.progress.view.items.find((found) => found.quiz?.toReview.includes(id));
}
