import type { Module } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { Autoplay } from './autoplay.ts';
import { fill, h, one, slot } from './dom.ts';
import { type Onward, onward } from './onward.ts';
import { hrefOf, itemLink, linked, type Page, type PageItem } from './page.ts';
import { reasons } from './reasons.ts';
import * as words from './words.ts';

/**
 * The way on at the end of a page. A `view` module becomes done when the learner goes on from its end: with
 * the button here or the page's own next link, or, once this end was on the screen, with a link to any
 * later page. Reading without going on is not counted, so that nothing is done by a short page alone.
 */
export class Next {
  readonly #page: Page;
  readonly #item: PageItem;
  readonly #place = slot('next');
  readonly #autoplay: Autoplay;
  #shown = '';
  #endSeen = false;
  #onward: Onward;

  constructor(page: Page, item: PageItem) {
    this.#page = page;
    this.#item = item;
    this.#onward = onward(page, item);
    this.#autoplay = new Autoplay(page, item);
    document.addEventListener('click', (event) => this.#follow(event));
    const place = this.#place;
    if (place && 'IntersectionObserver' in window) {
      new IntersectionObserver((entries) => {
        this.#endSeen ||= entries.some((entry) => entry.isIntersecting);
      }).observe(place);
    }
  }

  /** Brings the slot up to date; `open` is false while the page's content is locked away. */
  show(open: boolean): void {
    const place = this.#place;
    if (!place) return;
    const { view } = this.#page.progress;
    this.#onward = onward(this.#page, this.#item);
    const found = view.byId.get(this.#item.id);
    if (!open || !found) {
      this.#shown = '';
      this.#autoplay.cancel();
      fill(place);
      return;
    }
    const { target, choice, waits, isBack, fact, finished } = this.#onward;
    const toDo = this.#toDo();
    const why = waits === undefined ? [] : reasons(this.#page.progress, this.#onward.view, waits);
    const key = JSON.stringify([
      target,
      choice?.options,
      waits,
      isBack,
      fact,
      finished,
      toDo,
      why,
      found.cleared,
    ]);
    if (key === this.#shown) return;
    this.#shown = key;
    const hadFocus = place.contains(document.activeElement);
    fill(
      place,
      h('h2', { class: 'visually-hidden' }, words.next.title),
      ...this.#parts(toDo),
      this.#autoplay.place,
    );
    // The control that was used is gone: the way on takes its place.
    if (hadFocus) one('a.button, button', place)?.focus();
  }

  /** A medium ended, or the page became done: in a linear section that plays by itself the next page starts. */
  ended(): void {
    const { fact, target, isBack } = this.#onward;
    if (target === undefined || isBack) return;
    this.#autoplay.start(target, () => {
      if (fact) this.#page.progress.record(fact);
    });
  }

  /** Plays the page's first video or audio where autoplay led here; a browser may refuse that. */
  startMedia(): void {
    if (!this.#autoplay.started()) return;
    const medium = document.querySelector<HTMLMediaElement>('[data-media] video, [data-media] audio');
    // Refused without a click: the learner starts it.
    medium?.play().catch(() => undefined);
  }

  #parts(toDo: string): Node[] {
    const { target, choice, waits, isBack, fact, finished, view } = this.#onward;
    const { progress } = this.#page;
    const parts: Node[] = [];
    const buttons: Node[] = [];
    if (toDo !== '') parts.push(h('p', {}, toDo));
    const found = progress.item(this.#item.id);
    if (this.#item.kind === 'module' && this.#item.done.type === 'manual' && found?.cleared === false)
      buttons.push(this.#button(words.next.mark, { type: 'marked', item: this.#item.id }));
    if (target !== undefined) {
      const title = progress.title(target);
      const text = isBack ? words.next.back(title) : words.next.go(title);
      const style = buttons.length > 0 ? 'button' : 'button primary';
      const href = hrefOf(this.#page, target, view);
      buttons.push(h('a', { class: style, href, 'data-go': true }, text));
    } else if (choice) {
      if (fact) buttons.push(this.#button(words.next.finishPage, fact));
      parts.push(
        h('p', {}, words.next.choose),
        h('ul', { class: 'steps' }, ...choice.options.map((id) => h('li', {}, this.#optionLink(id)))),
      );
    } else if (finished) {
      if (fact) buttons.push(this.#button(words.next.finishPage, fact));
      else parts.push(h('p', {}, words.next.finished));
      if (!fact)
        buttons.push(
          h(
            'a',
            { class: 'button primary', href: `${this.#page.root}complete.html` },
            words.next.certificate,
          ),
        );
    } else {
      if (fact) buttons.push(this.#button(words.next.finishPage, fact));
      if (waits === undefined) parts.push(h('p', {}, words.next.nothing));
    }
    if (waits !== undefined && (target === undefined || isBack)) parts.push(...this.#waiting(waits));
    if (buttons.length > 0) parts.push(h('div', { class: 'cluster' }, ...buttons));
    return parts;
  }

  #waiting(waits: ItemId): Node[] {
    const { progress } = this.#page;
    const why = reasons(progress, this.#onward.view, waits);
    return [
      h('p', {}, words.next.waits(progress.title(waits))),
      h('ul', { class: 'steps' }, ...why.map((pieces) => h('li', {}, ...linked(this.#page, pieces)))),
    ];
  }

  #optionLink(id: ItemId): HTMLElement {
    const href = hrefOf(this.#page, id, this.#onward.view);
    return href === undefined
      ? itemLink(this.#page, id)
      : h('a', { href, 'data-go': true }, this.#page.progress.title(id));
  }

  #button(text: string, fact: Parameters<Page['progress']['record']>[0]): HTMLElement {
    const click = () => void this.#page.progress.record(fact);
    return h('button', { type: 'button', class: 'button primary', click }, text);
  }

  #toDo(): string {
    const item = this.#item;
    if (item.kind !== 'module' || this.#page.progress.item(item.id)?.cleared !== false) return '';
    return words.toDo(item, this.#page.progress.answered(item.id), watched(this.#page, item));
  }

  /** Following a link to a later page from the end of this one is going on. */
  #follow(event: MouseEvent): void {
    const { fact } = this.#onward;
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link || !fact || event.defaultPrevented || this.#place?.hidden !== false) return;
    const id = link.closest<HTMLElement>('[data-item]')?.dataset.item;
    const isNext = link.hasAttribute('data-go') || link.closest('.pager-next') !== null;
    if (isNext || (this.#endSeen && id !== undefined && this.#isLater(id))) this.#page.progress.record(fact);
  }

  #isLater(id: ItemId): boolean {
    const order = this.#page.progress.course.items.map((item) => item.id);
    return order.indexOf(id) > order.indexOf(this.#item.id);
  }
}

/** The share of the module's media that was played: of the one with the least where several are asked for. */
function watched(page: Page, item: Module): number {
  const shares = page.progress.watched(item.id);
  if (item.done.type === 'video' && item.done.media)
    return Math.min(1, ...item.done.media.map((media) => shares.get(media) ?? 0));
  return Math.max(0, ...shares.values());
}
