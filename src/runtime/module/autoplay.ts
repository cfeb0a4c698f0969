import type { ItemId } from '../../model/ids.ts';
import type { Next } from '../next.ts';
import type { Page, PageItem } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** Seconds between the end of a page and the start of the next. */
const COUNTDOWN = 10;

const SETTING = 'autoplay';
const STARTED = 'autoplay-started';

/** Starts the next page by itself. */
export interface Autoplay {
  /** Counts down to the way on, if that page stands in the section as well. */
  start(): void;
  /** Starts when the page becomes done, and stops when it is locked away. */
  show(): void;
}

export interface AutoplayPart {
  /**
   * Autoplay for a page in a section that asks for it. A switch at the end of the page turns it off and on, and is
   * remembered; where the system asks for less motion it is off until the learner turns it on.
   */
  autoplay(page: Page, item: PageItem, next: Next): Autoplay;
}

export function autoplayPart(tools: Tools): AutoplayPart {
  return { autoplay: (page, item, next) => autoplay(page, item, next, tools) };
}

function autoplay(page: Page, item: PageItem, next: Next, tools: Tools): Autoplay {
  const { button, fill, h, hrefOf, row } = tools;
  const { progress } = page;
  const { store } = progress;
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
  next.add(h('div', {}, countdown, h('label', {}, box, words.autoplay.toggle)));
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
    while (at !== undefined && at !== item.parent) at = progress.items.get(at)?.parent;
    return at !== undefined;
  }

  function start(): void {
    const { fact, target, isBack } = next.way();
    if (!box.checked || timer !== undefined || target === undefined || isBack || !isNear(target)) return;
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

  page.signal?.addEventListener('abort', cancel);
  let wasDone = true;
  void store.ready.then(() => {
    if (page.signal?.aborted) return;
    // Only what becomes done from now on goes on by itself.
    wasDone = progress.item(item.id)?.status === 'done';
    // True once, on the page that autoplay led to.
    if (store.note(STARTED) !== item.id) return;
    store.keep(STARTED, undefined);
    // A browser may refuse to play without a click: the learner starts it then.
    const medium = document.querySelector<HTMLMediaElement>('[data-media] video, [data-media] audio');
    medium?.play().catch(() => undefined);
  });
  return {
    start,
    show() {
      const isDone = progress.item(item.id)?.status === 'done';
      if (isDone && !wasDone) start();
      // Locked away, by a reset in another tab say.
      if (tools.one('[data-content]')?.hidden) cancel();
      wasDone ||= isDone;
    },
  };
}
