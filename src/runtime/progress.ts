import type { Condition } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { Event, Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import { evaluate } from '../path/evaluate.ts';
import { lookup } from '../path/lookup.ts';
import type { ItemState, State } from '../path/state.ts';
import { replay, step } from '../path/step.ts';
import type { ItemView, View } from '../path/types.ts';
import { type Advice, viewWith } from '../path/view.ts';
import type { Change, Store } from './store/store.ts';

/** The longest delay that timers take, in milliseconds (a signed 32-bit number). */
const LONGEST = 2 ** 31 - 1;

/** Hears of a change, with the view after and before it. */
export type ChangeListener = (view: View, before: View, change: Change | 'date') => void;

/** What earlier editions called things (`edition/names-part.ts`): loaded where any was renamed. */
export interface Names extends Pick<Store, 'note' | 'keep'> {
  /** Events in the names of this edition: the same objects each time. */
  events(stored: readonly Event[]): readonly Event[];
  renamed(event: Event): Event;
  /** The names that a note may have had. */
  earlier(note: string): readonly string[];
}

/** The learner's progress as the engine sees it, always up to date with the store and with the calendar. */
export class Progress {
  readonly course: Course;
  readonly store: Store;
  /** Who is learning, where somebody said so (`people/learner.ts`). */
  readonly learner: string | undefined;
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly #clock: () => number;
  readonly #advice: Advice;
  readonly #listeners: ChangeListener[] = [];
  #state: State;
  #view: View;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Was the replica read? Nothing is recorded before: it may be there already. */
  isReady = false;
  #names: Names | undefined;
  /** What follows from what is being recorded is: who listens hears of all of it at once. */
  #settling = false;
  /** What was recorded as due, so that no fact is recorded twice in a row whatever the engine says. */
  readonly #settled = new Set<string>();

  constructor(course: Course, store: Store, clock: () => number, advice: Advice, learner?: string) {
    this.course = course;
    this.store = store;
    this.learner = learner;
    this.items = new Map(course.items.map((item) => [item.id, item]));
    this.#clock = clock;
    this.#advice = advice;
    this.#state = this.#replay();
    this.#view = this.#look(this.#state);
    this.#wait();
    store.onChange((change, added) => {
      if (change === 'reset' || change === 'undone') {
        this.#state = this.#replay();
        this.#settled.clear();
      }
      for (const event of added) this.#state = step(course, this.#state, this.#renamed(event));
      if (!this.#settling) this.#refresh(change);
    });
    void store.ready.then(() => {
      this.isReady = true;
      if (this.#due().length > 0) this.#refresh('recorded');
    });
  }

  get view(): View {
    return this.#view;
  }

  /**
   * Every event about the course, also those on items that this edition does not have, in its names. The store has them
   * as they were recorded.
   */
  get events(): readonly Event[] {
    const stored = this.store.events();
    return this.#names?.events(stored) ?? stored;
  }

  /** Follows what was renamed. */
  follow(names: Names): void {
    this.#names = names;
    this.#state = this.#replay();
    this.#refresh('merged');
  }

  /** A note of the store; one of an earlier edition where there is none of this name. */
  note(name: string): unknown {
    return (this.#names ?? this.store).note(name);
  }

  /** Keeps a note under its name of this edition; undefined removes it, also what earlier editions kept. */
  keep(name: string, value: object | undefined): void {
    (this.#names ?? this.store).keep(name, value);
  }

  /** The names that a note may have had in earlier editions. */
  earlier(name: string): readonly string[] {
    return this.#names?.earlier(name) ?? [];
  }

  /** The device's clock. */
  now(): number {
    return this.#clock();
  }

  /** The latest event that fits. */
  last<Found extends Event>(fits: (event: Event) => event is Found): Found | undefined {
    return this.events.findLast(fits);
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

  /** How things would stand with these events as well, or in some other state. */
  with(events: readonly Event[], state = this.#state): View {
    for (const event of events) state = step(this.course, state, this.#renamed(event));
    return this.#look(state);
  }

  /** Tells after every change, with the view before it. */
  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  #replay(): State {
    return replay(this.course, this.events);
  }

  #renamed(event: Event): Event {
    return this.#names?.renamed(event) ?? event;
  }

  #look(state: State): View {
    return viewWith(this.course, state, this.#clock(), this.#advice);
  }

  #refresh(change: Change | 'date'): void {
    const before = this.#view;
    this.#view = this.#look(this.#state);
    // What another tab did, it follows itself.
    if (change !== 'merged') this.#settle();
    this.#wait();
    for (const listener of this.#listeners) listener(this.#view, before, change);
  }

  /** What the engine found due and was not recorded. Nothing before the replica was read: it may hold these facts already. */
  #due(): Fact[] {
    const isFollowed = this.#names ?? !this.course.renamed;
    return this.isReady && isFollowed
      ? this.#view.due.filter((fact) => !this.#settled.has(JSON.stringify(fact)))
      : [];
  }

  /** Records what is due, and what is due by that. */
  #settle(): void {
    for (let due = this.#due(); due.length > 0; due = this.#due()) {
      this.#settling = true;
      for (const fact of due) {
        this.#settled.add(JSON.stringify(fact));
        this.record(fact);
      }
      this.#settling = false;
      this.#view = this.#look(this.#state);
    }
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
