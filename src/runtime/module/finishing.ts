import type { Module } from '../../model/course.ts';
import type { ItemId } from '../../model/ids.ts';
import type { Next, PageEnd } from '../next.ts';
import type { Page } from '../page.ts';
import { asking } from '../review.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/**
 * What finishes a module. A `view` module becomes done when the learner goes on from its end: with the button there
 * or the page's own next link, or, once this end was on the screen, with a link to any later page. Being on the page
 * is not enough, so that a short page is not done by opening it.
 */
export function finishing(page: Page, item: Module, next: Next, tools: Tools): void {
  const { progress } = page;
  next.ask(() => endOf(page, item, tools));
  const place = tools.slot('next');
  if (!place) return;
  let endSeen = false;
  new IntersectionObserver((entries) => {
    endSeen ||= entries.some((entry) => entry.isIntersecting);
  }).observe(place);
  const isLater = (id: ItemId) => {
    const order = progress.course.items.map((found) => found.id);
    return order.indexOf(id) > order.indexOf(item.id);
  };
  // Following a link to a later page from the end of this one is going on.
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const { fact } = next.way();
    // Going through a page again is said with a button of its own.
    if (!link || fact?.type !== 'viewed' || event.defaultPrevented || place.hidden) return;
    const id = link.closest<HTMLElement>('[data-item]')?.dataset.item;
    const isNext = link.hasAttribute('data-go') || link.closest('.pager-next') !== null;
    if (isNext || (endSeen && id !== undefined && isLater(id))) progress.record(fact);
  };
  document.addEventListener('click', click, page);
}

/** A page whose end is its completion says so when the learner goes on; so does one that is gone through again. */
function endOf(page: Page, item: Module, tools: Tools): PageEnd {
  const { id, done } = item;
  const isOpen = page.progress.item(id)?.cleared === false;
  const end = isOpen ? { toDo: toDoOn(page, item, tools) } : {};
  const isViewed = isOpen && done.type === 'view';
  // Going through a page for the first time is what a quiz asks for as well: it counts for both.
  if (asking(page.progress, id)) {
    const text = isOpen ? words.finish.gone : words.finish.reviewed;
    return { again: { text, fact: { type: isViewed ? 'viewed' : 'reviewed', item: id } } };
  }
  if (isViewed) return { ...end, goOn: { text: words.finish.page, fact: { type: 'viewed', item: id } } };
  return isOpen && done.type === 'manual'
    ? { ...end, mark: { text: words.finish.mark, fact: { type: 'marked', item: id } } }
    : end;
}

/** What is left to do on a module's page before it counts as done. */
function toDoOn(page: Page, item: Module, { late }: Tools): string {
  const { id, done, questions } = item;
  switch (done.type) {
    case 'view':
      return '';
    case 'manual':
      return words.toDo.manual;
    case 'video':
      return late('media')?.toWatch(page, item) ?? '';
    case 'questions': {
      const { credits = [] } = page.progress.stateOf(id) ?? {};
      const answered = credits.filter((credit) => credit !== undefined).length;
      return words.toDo.questions(answered, questions.length);
    }
  }
}
