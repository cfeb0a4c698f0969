import type { ItemId } from '../../model/ids.ts';
import type { Onward } from '../onward.ts';
import type { Page, PageItem } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** Seconds between the end of a page and the start of the next. */
const COUNTDOWN = 10;

const SETTING = 'autoplay';
const STARTED = 'autoplay-started';

/** Starts the next page by itself. */
export interface Autoplay {
  /** What stands at the end of the page: the countdown and the switch. */
  readonly place: HTMLElement;
  /** Counts down to the way on, if the section plays by itself and that page stands in it as well. */
  start(way: Onward): void;
  cancel(): void;
  /** True once, on the page that autoplay led to. */
  started(): boolean;
}

/**
 * Autoplay for a page in a linear section that asks for it. A switch turns it off and on, and is remembered;
 * where the system asks for less motion it is off until the learner turns it on.
 */
export function autoplay(page: Page, item: PageItem, { button, fill, h, hrefOf, row }: Tools): Autoplay {
  const { progress } = page;
  const { store } = progress;
  const section = progress.items.get(item.parent ?? '');
  const plays =
    section?.kind === 'section' &&
    (section.type === 'linear' || section.type === 'hurdles') &&
    section.autoplay;
  const countdown = h('div', { class: 'autoplay-countdown', hidden: true });
  const box = h('input', {
    type: 'checkbox',
    change: () => {
      store.keep(SETTING, box.checked);
      if (!box.checked) cancel();
    },
  });
  const setting = store.note(SETTING);
  box.checked =
    typeof setting === 'boolean' ? setting : !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const place = h('div', { hidden: !plays }, countdown, h('label', {}, box, words.autoplay.toggle));
  let timer: ReturnType<typeof setInterval> | undefined;

  function cancel(): void {
    clearInterval(timer);
    timer = undefined;
    const hadFocus = countdown.contains(document.activeElement);
    fill(countdown);
    if (hadFocus) box.focus();
  }

  function isNear(target: ItemId): boolean {
    let at: ItemId | undefined = target;
    while (at !== undefined && at !== section?.id) at = progress.items.get(at)?.parent;
    return at !== undefined;
  }

  function start({ fact, target, isBack }: Onward): void {
    if (!plays || !box.checked || timer !== undefined || target === undefined || isBack || !isNear(target))
      return;
    const href = hrefOf(page, target);
    if (href === undefined) return;
    const title = progress.title(target);
    const text = h('p', {});
    let left = COUNTDOWN;
    const go = () => {
      cancel();
      if (fact) progress.record(fact);
      store.keep(STARTED, target);
      location.assign(href);
    };
    const tick = () => {
      text.textContent = words.autoplay.soon(title, left);
      if (left === 0) go();
    };
    fill(countdown, text, row(button(words.autoplay.cancel, cancel), button(words.autoplay.now, go)));
    tick();
    page.announce(words.autoplay.announce(title, COUNTDOWN));
    timer = setInterval(() => {
      // Nobody is looking: wait until somebody does.
      if (document.hidden) return;
      left--;
      tick();
    }, 1000);
  }

  return {
    place,
    start,
    cancel,
    started() {
      if (store.note(STARTED) !== item.id) return false;
      store.keep(STARTED, undefined);
      return true;
    },
  };
}
