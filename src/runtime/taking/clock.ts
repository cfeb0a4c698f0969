import type { Instant } from '../../model/condition.ts';
import type { Quiz } from '../../model/course.ts';
import { duration } from '../../model/quantities.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { timeGiven, timeNote } from './time-given.ts';

const MINUTE = 60_000;

/** Milliseconds between two looks at the clock. */
const LOOK = 2000;

/** The time that is left, and the button that gives more of it. */
export interface Clock {
  /** Shows the time of an attempt. */
  start(attempt: number, began: Instant | undefined): HTMLElement;
  stop(): void;
}

/**
 * A gentle limit: it says how much time is left, warns, and can be extended by one act as often as somebody needs
 * (WCAG 2.2, 2.2.1). When it is over nothing happens but that the learner is told. It counts from the moment that was
 * recorded, by the device's clock; where that is set wrong meanwhile, more time can be taken like at any other moment.
 */
export function clock(
  { announce, progress, signal }: Page,
  quiz: Quiz,
  minutes: number,
  { button, h, setText }: Tools,
): Clock {
  const limit = minutes * MINUTE;
  /** Half as much again, in whole minutes. */
  const step = Math.max(1, Math.ceil(minutes / 2));
  let timer: ReturnType<typeof setInterval> | undefined;

  function start(attempt: number, began: Instant = progress.now()): HTMLElement {
    stop();
    const name = timeNote(quiz.id, attempt);
    let told: number | undefined;
    /** When it is over, and how much was given in all: a clock that was set back must not give more than that. */
    const given = () => timeGiven(progress, name) ?? { until: began + limit, all: limit };
    const left = () => {
      const { until, all } = given();
      return Math.min(until - progress.now(), all);
    };
    const look = () => {
      const rest = left();
      const { left: says, lastMinute, over } = words.taking;
      const text = rest <= 0 ? over : rest <= MINUTE ? lastMinute : says(duration(Math.ceil(rest / MINUTE)));
      setText(shown, text);
      box.dataset.over = String(rest <= 0);
      // Half of it, five minutes, one minute, none: said once each, not what was so when the page was opened.
      const passed = [limit / 2, 5 * MINUTE, MINUTE, 0].filter((mark) => mark < limit && rest <= mark).length;
      if (told !== undefined && passed > told) announce(text);
      told = passed;
    };
    const more = () => {
      const { until, all } = given();
      const now = progress.now();
      const added = step * MINUTE;
      progress.store.keep(name, {
        until: Math.max(now, Math.min(until, now + all)) + added,
        all: all + added,
      });
      told = undefined;
      look();
      announce(words.taking.added(duration(step)));
    };
    const shown = h('p', {});
    const box = h('div', { class: 'clock' }, shown, button(words.taking.more(duration(step)), more));
    look();
    timer = setInterval(look, LOOK);
    return box;
  }

  function stop(): void {
    clearInterval(timer);
  }

  signal?.addEventListener('abort', stop);
  return { start, stop };
}
