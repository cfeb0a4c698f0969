import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import { leaves, nextOpen } from '../path/order.ts';
import type { View } from '../path/types.ts';
import { type ChoicePoint, choicePoint } from './choice-point.ts';
import type { Page, PageItem } from './page.ts';

/** The way on from a page. */
export interface Onward {
  /** What going on says about this page: recorded when the learner does it. */
  readonly fact: Fact | undefined;
  /** The page to go on with. */
  readonly target: ItemId | undefined;
  /** The target stands before this page: something left open, or to be gone through again. */
  readonly isBack: boolean;
  /** Where the way divides: the learner says which one. */
  readonly choice: ChoicePoint | undefined;
  /** The next page, where nothing after this one can be entered yet. */
  readonly waits: ItemId | undefined;
  /** How things stand once the learner has gone on. */
  readonly view: View;
}

/** Works out where the learner can go on from a page, as things stand once its end was reached. */
export function onward(page: Page, item: PageItem): Onward {
  const { course } = page.progress;
  const fact = goingOn(page, item);
  const view = fact ? page.progress.after(fact) : page.progress.view;
  const target = nextOpen(course, view, item.id);
  const order = leaves(course).map((leaf) => leaf.id);
  const here = order.indexOf(item.id);
  const isBack = target !== undefined && order.indexOf(target) < here;
  const waits =
    target === undefined || isBack
      ? order.slice(here + 1).find((id) => view.byId.get(id)?.status === 'locked')
      : undefined;
  const choice = target === undefined ? undefined : choicePoint(page, view, target);
  return { fact, target: choice ? undefined : target, isBack, choice, waits, view };
}

/** A page whose end is its completion says so when the learner goes on; so does one that is gone through again. */
function goingOn({ progress }: Page, item: PageItem): Fact | undefined {
  if (item.kind !== 'module') return undefined;
  if (item.done.type === 'view' && progress.item(item.id)?.cleared === false)
    return { type: 'viewed', item: item.id };
  const asked = progress.view.items.some((found) => found.quiz?.toReview.includes(item.id));
  return asked ? { type: 'reviewed', item: item.id } : undefined;
}
