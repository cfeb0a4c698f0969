import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import type { View } from '../path/types.ts';
import { type ChoicePoint, choicePoint } from './choice-point.ts';
import { ancestors, leaves, type Page, type PageItem } from './page.ts';

/** The way on from a page. */
export interface Onward {
  /** What going on says about this page: recorded when the learner does it. */
  readonly fact: Fact | undefined;
  /** The page to go on with. */
  readonly target: ItemId | undefined;
  /** A page further back that is still to be done. */
  readonly isBack: boolean;
  /** Where the way divides: the learner says which one. */
  readonly choice: ChoicePoint | undefined;
  /** The next page, where nothing can be entered yet. */
  readonly waits: ItemId | undefined;
  /** Nothing is left to do once this page is done. */
  readonly finished: boolean;
  /** How things stand once the learner has gone on. */
  readonly view: View;
}

/** Works out where the learner can go on from a page, as things stand once its end was reached. */
export function onward(page: Page, item: PageItem): Onward {
  const { progress } = page;
  const asking = progress.view.items.find((found) => found.quiz?.toReview.includes(item.id));
  const fact = goingOn(page, item, asking !== undefined);
  const view = fact ? progress.after(fact) : progress.view;
  const none = {
    fact,
    view,
    target: undefined,
    isBack: false,
    choice: undefined,
    waits: undefined,
    finished: view.finished,
  };

  if (asking) {
    const left = view.byId.get(asking.id)?.quiz?.toReview.filter((id) => id !== item.id);
    return { ...none, target: left?.[0] ?? asking.id };
  }

  const order = leaves(progress, progress.course.pathway);
  const here = order.findIndex((leaf) => leaf.id === item.id);
  let waits: ItemId | undefined;
  for (const leaf of order.slice(here + 1)) {
    const status = view.byId.get(leaf.id)?.status;
    if (status === 'locked') waits ??= leaf.id;
    if (status !== 'open' || sideways(page, view, leaf.id)) continue;
    const choice = choicePoint(page, view, leaf.id);
    const inside = choice && ancestors(progress, item.id).includes(choice.section.id);
    if (choice && !(inside && view.byId.get(choice.option)?.opened)) return { ...none, choice };
    return { ...none, target: leaf.id };
  }
  if (view.next !== undefined && view.next !== item.id && !view.finished)
    return { ...none, target: view.next, isBack: true, waits };
  return { ...none, waits };
}

/** A page whose end is its completion says so when the learner goes on; so does one that is gone through again. */
function goingOn(page: Page, item: PageItem, review: boolean): Fact | undefined {
  const found = page.progress.item(item.id);
  if (item.kind === 'module' && item.done.type === 'view' && found?.cleared === false)
    return { type: 'viewed', item: item.id };
  return review && item.kind === 'module' ? { type: 'reviewed', item: item.id } : undefined;
}

/** In an option that was not taken, of a choice that is made: possible perhaps, but not the way on. */
function sideways(page: Page, view: View, id: ItemId): boolean {
  const way = [id, ...ancestors(page.progress, id)];
  return way.some((sectionId, i) => {
    const section = page.progress.items.get(sectionId);
    const option = way[i - 1];
    if (section?.kind !== 'section' || section.type !== 'dynamic-branching' || option === undefined)
      return false;
    if (section.by.type !== 'choose') return false;
    const chosen = view.byId.get(sectionId)?.chosen ?? [];
    return chosen.length >= section.by.count && !chosen.includes(option);
  });
}
