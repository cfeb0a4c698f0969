import type { ItemId } from '../model/ids.ts';
import { fill, h, setText } from './dom.ts';
import { ancestors, hrefOf, type Page, type PageItem } from './page.ts';
import * as words from './words.ts';

/** Seconds between the end of a page and the start of the next. */
const COUNTDOWN = 10;

const SETTING = 'autoplay';
const STARTED = 'autoplay-started';

/**
 * Starts the next page by itself in linear sections that ask for it. A switch turns it off and on, and is
 * remembered; where the system asks for less motion it is off until the learner turns it on.
 */
export class Autoplay {
  /** What stands at the end of the page: the switch and the countdown. */
  readonly place: HTMLElement;
  readonly #page: Page;
  readonly #item: PageItem;
  readonly #countdown = h('div', { class: 'autoplay-countdown', hidden: true });
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(page: Page, item: PageItem) {
    this.#page = page;
    this.#item = item;
    const box = h('input', {
      type: 'checkbox',
      change: () => {
        page.progress.store.keep(SETTING, box.checked);
        if (!box.checked) this.cancel();
      },
    });
    box.checked = this.#wanted();
    this.place = h(
      'div',
      { class: 'autoplay', hidden: this.#section() === undefined },
      this.#countdown,
      h('label', {}, box, ` ${words.autoplay.toggle}`),
    );
  }

  /** Counts down to a page, if the section plays by itself and the page stands in it. */
  start(target: ItemId, leave: () => void): void {
    const section = this.#section();
    if (section === undefined || !this.#wanted() || this.#timer !== undefined) return;
    if (!ancestors(this.#page.progress, target).includes(section)) return;
    const href = hrefOf(this.#page, target);
    if (href === undefined) return;
    const title = this.#page.progress.title(target);
    const text = h('p', {});
    let left = COUNTDOWN;
    const go = () => {
      this.cancel();
      leave();
      this.#page.progress.store.keep(STARTED, target);
      location.assign(href);
    };
    const tick = () => {
      setText(text, words.autoplay.soon(title, left));
      if (left === 0) go();
    };
    fill(
      this.#countdown,
      text,
      h(
        'div',
        { class: 'cluster' },
        h('button', { type: 'button', class: 'button', click: () => this.cancel() }, words.autoplay.cancel),
        h('button', { type: 'button', class: 'button primary', click: go }, words.autoplay.now),
      ),
    );
    tick();
    this.#page.announce(words.autoplay.announce(title, COUNTDOWN));
    this.#timer = setInterval(() => {
      // Nobody is looking: wait until somebody does.
      if (document.hidden) return;
      left--;
      tick();
    }, 1000);
  }

  cancel(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    const hadFocus = this.#countdown.contains(document.activeElement);
    fill(this.#countdown);
    if (hadFocus) this.place.querySelector('input')?.focus();
  }

  /** True once, on the page that autoplay led to: its media may start. */
  started(): boolean {
    const { store } = this.#page.progress;
    if (store.note(STARTED) !== this.#item.id) return false;
    store.keep(STARTED, undefined);
    return true;
  }

  /** The nearest section around the page, if it plays by itself. */
  #section(): ItemId | undefined {
    const section = this.#page.progress.items.get(this.#item.parent ?? '');
    if (section?.kind !== 'section' || (section.type !== 'linear' && section.type !== 'hurdles'))
      return undefined;
    return section.autoplay ? section.id : undefined;
  }

  #wanted(): boolean {
    const setting = this.#page.progress.store.note(SETTING);
    return typeof setting === 'boolean' ? setting : !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }
}
