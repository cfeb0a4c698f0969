import { otherChoice } from '../path/order.ts';
import { choicePoint } from './choice-point.ts';
import { one, slot } from './dom.ts';
import { late } from './late.ts';
import { isPreview, type Page } from './page.ts';
import { asking } from './review.ts';

/**
 * Shows the page's content, or why it is locked and what opens it. Gives true when the content shows.
 * `separate`: this browser keeps every page's progress apart, so a lock can never open; nor can it where nothing is kept, but
 * in the portable edition, whose pages are one document.
 */
export function gate(page: Page, separate: boolean): () => boolean {
  const place = slot('gate');
  const content = one('[data-content]');
  let anyway = false;
  return () => {
    const { item } = page;
    if (!item || !place) return true;
    const { view } = page.progress;
    const found = view.byId.get(item.id);
    // An item that no pathway uses has no status: nothing gates it.
    const locked = found?.status === 'locked' || found?.status === 'hidden';
    const choice = locked || !found ? undefined : choicePoint(page, view, item.id);
    // Where all branches count only their order is free.
    const needsChoice = choice?.section.type === 'dynamic-branching' && !found?.opened;
    const isApart = separate || (!page.signal && page.progress.store.trouble() === 'refused');
    const open = anyway || (!locked && !needsChoice);
    const shows = open || isPreview();
    if (content && content.hidden === shows) content.hidden = !shows;
    const asks = open ? asking(page.progress, item.id) : undefined;
    const other = open ? otherChoice(page.progress.course, view, item.id) : undefined;
    const enter = () => {
      anyway = true;
      page.progress.record({ type: 'opened', item: item.id });
    };
    // What there is to say, or no longer, follows when it is loaded.
    if (!open || asks || other || !place.hidden)
      late('locked')?.gate(page, place, { open, other, asks, choice, anyway: isApart ? enter : undefined });
    return open;
  };
}
