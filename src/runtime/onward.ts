import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import { nextOpen } from '../path/order.ts';
import type { View } from '../path/types.ts';
import { type ChoicePoint, choicePoint } from './choice-point.ts';
import { late } from './late.ts';
import type { Page, PageItem } from './page.ts';

/** The way on from a page. */
export interface Onward {
  /** What going on says about this page: recorded when the learner does it. */
  readonly fact: Fact | undefined;
  /** The page to go on with. */
  readonly target: ItemId | undefined;
  /** The target stands before this page: something left open, or to be gone through again. */
  readonly isBack: boolean;
  /** Of what a failed quiz asks for again: a page beside this one that is still open, such as help that has just appeared. */
  readonly open: ItemId | undefined;
  /** Where the way divides: the learner says which one. */
  readonly choice: ChoicePoint | undefined;
  /** Nothing after this page can be entered yet, and something is locked: what comes next is to be said. */
  readonly waits: boolean;
  /** How things stand once the learner has gone on. */
  readonly view: View;
}

/** Works out where the learner can go on from a page, as things stand once its end was reached, which says `fact`. */
export function onward(page: Page, item: PageItem, fact: Fact | undefined): Onward {
  const { course } = page.progress;
  const view = fact ? page.progress.after(fact) : page.progress.view;
  // Only who failed a quiz is sent back: few do, and what it takes is loaded then.
  const retry = view.items.some(({ quiz }) => quiz?.failed)
    ? late('locked')?.retryOf(page, item, view)
    : undefined;
  const target = retry?.target ?? nextOpen(course, view, item.id) ?? asked(view, item);
  const order = course.items.map((found) => found.id);
  const isBack = target !== undefined && order.indexOf(target) < order.indexOf(item.id);
  const isReview = target !== undefined && view.byId.get(target)?.status === 'done';
  const open = isReview ? retry?.open : undefined;
  // A failed quiz comes before whatever is locked.
  const waits =
    (target === undefined || (isBack && !isReview)) && view.items.some(({ status }) => status === 'locked');
  const choice = target === undefined ? undefined : choicePoint(page, view, target);
  return { fact, target: choice ? undefined : target, isBack, open, choice, waits, view };
}

/** What the end of the course asks for may lie where reading order does not lead. */
function asked(view: View, { id }: PageItem): ItemId | undefined {
  const next = view.finished ? undefined : view.next;
  return next === id ? undefined : next;
}
