import type { Condition } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { Event, Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import { evaluate } from '../path/evaluate.ts';
import { lookup } from '../path/lookup.ts';
import type { ItemState, State } from '../path/state.ts';
import { replay, start, step } from '../path/step.ts';
import type { ItemView, View } from '../path/types.ts';
import { type Explain, viewWith } from '../path/view.ts';
import type { Change, Store } from './store/store.ts';

/** The longest delay that timers take, in milliseconds (a signed 32-bit number). */
const LONGEST = 2 ** 31 - 1;

/** Hears of a change, with the view after and before it. */
export type ChangeListener = (view: View, before: View, change: Change | 'date') => void;

/** The learner's progress as the engine sees it, always up to date with the store and with the calendar. */
export class Progress {
  readonly course: Course;
  readonly store: Store;
  /** Who is learning, where somebody said so (`people/learner.ts`). */
  readonly learner: string | undefined;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly #clock: () => number;
  readonly #explain: Explain;
  readonly #listeners: ChangeListener[] = [];
  #state: State;
  #view: View;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ready = false;
  /** What was recorded as due, so that no fact is recorded twice in a row whatever the engine says. */
  readonly #settled = new Set<string>();

  constructor(course: Course, store: Store, clock: () => number, explain: Explain, learner?: string) {
    this.course = course;
    this.store = store;
    this.learner = learner;
    this.items = new Map(course.items.map((item) => [item.id, item]));
    this.#clock = clock;
    this.#explain = explain;
    this.#state = this.#replay();
    this.#view = this.#look(this.#state);
    this.#wait();
    store.onChange((change, added) => {
      if (change === 'reset') {
        this.#state = start(course);
        this.#settled.clear();
      }
      for (const event of added) this.#state = step(course, this.#state, event);
      this.#refresh(change);
    });
    void store.ready.then(() => {
      this.#ready = true;
      this.#settle();
    });
  }

  get view(): View {
    return this.#view;
  }

  /** Every event about the course, also those on items that this edition does not have. */
  get events(): readonly Event[] {
    return this.store.events();
  }

  /** The device's clock. */
  now(): number {
    return this.#clock();
  }

  /** The latest event that fits. */
  last(fits: (event: Event) => boolean): Event | undefined {
    const { events } = this;
    for (let i = events.length - 1; i >= 0; i--) {
      const event = events[i];
      if (event && fits(event)) return event;
    }
    return undefined;
  }

  /** What happened to an item; undefined while nothing did. */
  stateOf(id: ItemId): ItemState | undefined {
    return this.#state.items[this.course.items.findIndex((item) => item.id === id)];
  }

  /** Does a condition of the course hold now? */
  holds(condition: Condition): boolean {
    return evaluate(lookup(this.course), this.#state, this.#clock()).holds(condition);
  }

  item(id: ItemId): ItemView | undefined {
    return this.#view.byId.get(id);
  }

  title(id: ItemId): string {
    return this.items.get(id)?.title ?? id;
  }

  record(fact: Fact): Event {
    return this.store.record(fact);
  }

  /** How things would stand if this had happened as well. */
  after(fact: Fact): View {
    const imagined: Event = { ...fact, device: '', n: Number.MAX_SAFE_INTEGER, at: this.#clock() };
    return this.with([imagined]);
  }

  /** How things would stand with these events as well. */
  with(events: readonly Event[]): View {
    let state = this.#state;
    for (const event of events) state = step(this.course, state, event);
    return this.#look(state);
  }

  /** Tells after every change, with the view before it. */
  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  #replay(): State {
    return replay(this.course, this.store.events());
  }

  #look(state: State): View {
    return viewWith(this.course, state, this.#clock(), this.#explain);
  }

  #refresh(change: Change | 'date'): void {
    const before = this.#view;
    this.#view = this.#look(this.#state);
    this.#wait();
    for (const listener of this.#listeners) listener(this.#view, before, change);
    this.#settle();
  }

  /** Records what the engine found due. Not before the replica was read: it may hold these facts already. */
  #settle(): void {
    if (!this.#ready) return;
    const due = this.#view.due.find((fact) => !this.#settled.has(JSON.stringify(fact)));
    if (!due) return;
    this.#settled.add(JSON.stringify(due));
    // Recording comes back here with the next one.
    this.record(due);
  }

  /** Looks again when the next date condition changes something. */
  #wait(): void {
    clearTimeout(this.#timer);
    const { until } = this.#view;
    if (until === undefined) return;
    const delay = Math.min(Math.max(until - this.#clock(), 0) + 1, LONGEST);
    this.#timer = setTimeout(() => this.#refresh('date'), delay);
  }
}
