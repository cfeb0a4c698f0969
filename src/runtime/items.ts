import type { ItemView } from '../path/types.ts';
import { all, one, setAttribute, setText } from './dom.ts';
import { late } from './late.ts';
import { isPreview, type Page } from './page.ts';
import { state } from './words.ts';

/** Puts the status of every item on the elements that name it, in words and as `data-status`. */
export function showItems(page: Page): void {
  const { view, items } = page.progress;
  // What a failed quiz asks for is done, and yet the learner is to go there.
  const asks = (found: ItemView) => (found.status === 'open' ? (found.quiz?.toReview ?? []) : []);
  const again = view.items.flatMap(asks);
  for (const element of all('[data-item]')) {
    const id = element.dataset.item ?? '';
    const found = view.byId.get(id);
    const item = items.get(id);
    if (!found || !item) continue;
    setAttribute(element, 'data-status', found.status);
    const hidden = found.status === 'hidden' && !isPreview();
    if (element.hidden !== hidden) element.hidden = hidden;
    const own = (selector: string) => {
      const child = one(selector, element);
      // An entry of a section holds entries of its items: their children are not its own.
      return child?.closest('[data-item]') === element ? child : undefined;
    };
    setText(own('[data-state]'), state(found, item, again.includes(id)));
    const place = own('[data-reason]');
    const isTold = found.status === 'locked' || asks(found).length > 0;
    if (place && (isTold || !place.hidden)) late('locked')?.showReason(page, found, place);
  }
}
