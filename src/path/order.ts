import type { Course, Item, Module, Quiz } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type Lookup, lookup } from './lookup.ts';
import type { ItemView, View } from './types.ts';

/** What a learner takes: everything but sections. */
export type Leaf = Module | Quiz;

/** Modules and quizzes in reading order. */
export function leaves(course: Course): Leaf[] {
  return course.items.filter((item): item is Leaf => item.kind !== 'section');
}

/** The module or quiz before an item in reading order, whatever its status. */
export function previousItem(course: Course, item: ItemId): Leaf | undefined {
  return neighbour(course, item, -1);
}

/** The module or quiz after an item in reading order, whatever its status. */
export function nextItem(course: Course, item: ItemId): Leaf | undefined {
  return neighbour(course, item, 1);
}

function neighbour(course: Course, id: ItemId, by: 1 | -1): Leaf | undefined {
  let at = lookup(course).at.get(id) ?? -1;
  if (at < 0) return undefined;
  for (at += by; ; at += by) {
    const item = course.items[at];
    if (item?.kind !== 'section') return item;
  }
}

/** The sections around an item, the pathway first. */
export function ancestors(course: Course, item: ItemId): Item[] {
  const { nodes, at } = lookup(course);
  const above: Item[] = [];
  for (let up = nodes[at.get(item) ?? -1]?.parent ?? -1; up >= 0; up = nodes[up]?.parent ?? -1) {
    const section = nodes[up]?.item;
    if (section) above.unshift(section);
  }
  return above;
}

/** The branches or options of a section among which the learner can choose now; empty where none is due. */
export function choices(course: Course, view: Pick<View, 'byId'>, section: ItemId): ItemId[] {
  const item = course.items[lookup(course).at.get(section) ?? -1];
  if (item?.kind !== 'section' || view.byId.get(section)?.cleared) return [];
  if (item.type !== 'static-branching' && item.type !== 'dynamic-branching') return [];
  const views = item.children.flatMap((id) => view.byId.get(id) ?? []);
  // Who is under way in one goes on there; who may switch finds the others on the map.
  if (views.some(({ opened, cleared }) => opened && !cleared)) return [];
  return views.filter(({ status, opened }) => status === 'open' && !opened).map(({ id }) => id);
}

/**
 * Where "Continue" leads from an item: a module or quiz; or a branching section, where the learner has to
 * choose a child first; or undefined when nothing is left to do. A failed quiz leads to what has to be
 * reviewed. Forward in reading order first, then back to what was left out.
 */
export function nextOpen(
  course: Course,
  view: Pick<View, 'byId'>,
  from: ItemId | undefined,
): ItemId | undefined {
  const index = lookup(course);
  const start = from === undefined ? -1 : (index.at.get(from) ?? -1);
  const own = from === undefined ? undefined : view.byId.get(from);
  if (own?.quiz && !own.cleared) {
    const way = wayOn(view, own);
    if (way !== undefined && way !== from) return way;
  }
  const lead = (at: number, must: boolean): ItemId | undefined => {
    const item = index.nodes[at]?.item;
    const found = item && item.kind !== 'section' ? view.byId.get(item.id) : undefined;
    if (found?.status !== 'open' || (must && !found.required)) return undefined;
    return entrance(index, course, view, at, must) && wayOn(view, found) !== undefined
      ? (pendingChoice(index, course, view, at) ?? wayOn(view, found))
      : undefined;
  };
  for (let at = start + 1; at < index.nodes.length; at++) {
    const found = lead(at, false);
    if (found !== undefined) return found;
  }
  for (let at = 0; at < start; at++) {
    const found = lead(at, true);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What to do about an open, uncleared item: itself, or what it sends back to; undefined when it is stuck. */
export function wayOn(view: Pick<View, 'byId'>, item: ItemView): ItemId | undefined {
  const { quiz } = item;
  if (!quiz) return item.id;
  const review = quiz.toReview.find(
    (id) => view.byId.get(id)?.opened || view.byId.get(id)?.status === 'open',
  );
  if (!quiz.exhausted && quiz.toReview.length === 0) return quiz.attemptsLeft === 0 ? undefined : item.id;
  return review;
}

/** Is the item on the learner's way: not in an option that is not needed any more? */
function entrance(
  index: Lookup,
  course: Course,
  view: Pick<View, 'byId'>,
  at: number,
  must: boolean,
): boolean {
  for (let child = at; ; ) {
    const parent = index.nodes[child]?.parent ?? -1;
    const section = course.items[parent];
    if (section?.kind !== 'section') return true;
    if (view.byId.get(section.id)?.cleared) {
      if (must) return false;
      const opened = view.byId.get(course.items[child]?.id ?? '')?.opened;
      if (section.type === 'dynamic-branching' && !opened) return false;
    }
    child = parent;
  }
}

/** The outermost section around an item in which the learner has yet to choose. */
function pendingChoice(
  index: Lookup,
  course: Course,
  view: Pick<View, 'byId'>,
  at: number,
): ItemId | undefined {
  let found: ItemId | undefined;
  for (let up = index.nodes[at]?.parent ?? -1; up >= 0; up = index.nodes[up]?.parent ?? -1) {
    const id = course.items[up]?.id;
    if (id !== undefined && choices(course, view, id).length > 1) found = id;
  }
  return found;
}
