import type { Module } from '../model/course.ts';
import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import type { Piece } from '../words/sentences.ts';
import { button, fill, h, one, row, slot, steps } from './dom.ts';
import { late } from './late.ts';
import { type Onward, onward } from './onward.ts';
import { hrefOf, itemLink, linked, type Page, type PageItem } from './page.ts';
import * as words from './words.ts';

/** The way on at the end of a page. */
export interface Next {
  /** Brings the slot up to date; `open` is false while the page's content is locked away. */
  show(open: boolean): void;
  /** Where the page leads as things stand. */
  way(): Onward;
  /** Something else that has its place at the end of the page. */
  add(element: HTMLElement): void;
}

/**
 * Fills the slot at the end of a page. A `view` module becomes done when the learner goes on from its end:
 * with the button here or the page's own next link, or, once this end was on the screen, with a link to any
 * later page. Being on the page is not enough, so that a short page is not done by opening it.
 */
export function nextSlot(page: Page, item: PageItem): Next {
  const { progress } = page;
  const place = slot('next');
  const added: HTMLElement[] = [];
  let way = onward(page, item);
  let shown = '';
  let endSeen = false;

  const isLater = (id: ItemId) => {
    const order = progress.course.items.map((found) => found.id);
    return order.indexOf(id) > order.indexOf(item.id);
  };
  // Following a link to a later page from the end of this one is going on.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    // Going through a page again is said with a button of its own.
    if (!link || way.fact?.type !== 'viewed' || event.defaultPrevented || !place || place.hidden) return;
    const id = link.closest<HTMLElement>('[data-item]')?.dataset.item;
    const isNext = link.hasAttribute('data-go') || link.closest('.pager-next') !== null;
    if (isNext || (endSeen && id !== undefined && isLater(id))) progress.record(way.fact);
  });
  if (place) {
    new IntersectionObserver((entries) => {
      endSeen ||= entries.some((entry) => entry.isIntersecting);
    }).observe(place);
  }

  const act = (text: string, fact: Fact) => button(text, () => progress.record(fact), 'button primary');

  const go = (id: ItemId, text: string, style = '') => {
    const href = hrefOf(page, id, way.view);
    return href === undefined ? itemLink(page, id) : h('a', { href, class: style, 'data-go': true }, text);
  };

  function parts(toDo: string, reasons: readonly (readonly Piece[])[]): Node[] {
    const { target, choice, waits, isBack, open, fact, view } = way;
    const texts: Node[] = [];
    const buttons: Node[] = [];
    const found = progress.item(item.id);
    if (toDo !== '') texts.push(h('p', {}, toDo));
    if (item.kind === 'module' && item.done.type === 'manual' && found?.cleared === false)
      buttons.push(act(words.next.mark, { type: 'marked', item: item.id }));
    if (fact?.type === 'reviewed') {
      return [act(words.next.reviewed, fact)];
    }
    if (target !== undefined) {
      const review = view.byId.get(target)?.status === 'done';
      const text = review ? words.next.again : isBack ? words.next.back : words.next.go;
      buttons.push(
        go(target, text(progress.title(target)), buttons.length > 0 ? 'button' : 'button primary'),
      );
      if (open !== undefined) buttons.push(go(open, words.next.back(progress.title(open)), 'button'));
    } else if (fact && !choice) {
      buttons.push(act(words.next.finishPage, fact));
    } else if (!choice && view.finished) {
      texts.push(h('p', {}, words.next.finished));
      const href = `${page.root}complete.html`;
      buttons.push(h('a', { class: 'button primary', href }, words.next.certificate));
    }
    if (choice) {
      texts.push(h('p', {}, words.next.choose));
      buttons.push(...choice.options.map((id) => go(id, progress.title(id), 'button')));
    }
    if (waits !== undefined) {
      // What is left to do on this page stands above.
      const why = reasons.filter((pieces) => !names(pieces, item.id));
      if (why.length > 0)
        texts.push(
          h('p', {}, words.next.waits(progress.title(waits))),
          steps(why.map((pieces) => linked(page, pieces))),
        );
    }
    if (buttons.length > 0) texts.push(row(...buttons));
    return texts;
  }

  return {
    show(open) {
      if (!place) return;
      way = onward(page, item);
      const { view, ...rest } = way;
      const found = progress.item(item.id);
      if (!open || !found) {
        shown = '';
        fill(place);
        return;
      }
      const toDo = item.kind === 'module' && !found.cleared ? toDoOn(page, item) : '';
      const why = rest.waits === undefined ? [] : (late('locked')?.reasons(progress, view, rest.waits) ?? []);
      const key = JSON.stringify([rest, toDo, why, found.cleared, view.finished]);
      if (key === shown) return;
      shown = key;
      const hadFocus = place.contains(document.activeElement);
      const content = [...parts(toDo, why), ...added.filter((element) => !element.hidden)];
      // Where there is nothing to say, no empty box.
      fill(place, content.length > 0 && h('h2', { class: 'visually-hidden' }, words.next.title), ...content);
      // The control that was used is gone: the way on takes its place.
      if (hadFocus) one('.button', place)?.focus();
    },
    way: () => way,
    add: (element) => void added.push(element),
  };
}

function names(pieces: readonly Piece[], id: ItemId): boolean {
  return pieces.some((piece) => typeof piece !== 'string' && piece.item === id);
}

/** What is left to do on a module's page. */
function toDoOn({ progress }: Page, item: Module): string {
  const shares = progress.watched(item.id);
  const media = item.done.type === 'video' ? item.done.media : undefined;
  // Of several that are asked for, the one with the least says how far it is.
  const watched = media
    ? Math.min(1, ...media.map((name) => shares.get(name) ?? 0))
    : Math.max(0, ...shares.values());
  return words.toDo(item, progress.answered(item.id), watched);
}
