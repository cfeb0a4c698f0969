import type { Course, Item, Module, Quiz } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type Lookup, lookup } from './lookup.ts';
import type { ItemView, Reason, View } from './types.ts';

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

/**
 * Where "Continue" leads from an item (or from outside): the next open, uncleared module or quiz in
 * reading order, else a required one that was left out before; undefined when nothing is left to do. A
 * failed quiz leads to what has to be reviewed. What it names may lie in a branch or option that the
 * learner has not entered yet: entering it is a choice, so ask first.
 */
export function nextOpen(
  course: Course,
  view: Pick<View, 'byId'>,
  from: ItemId | undefined,
): ItemId | undefined {
  const index = lookup(course);
  const start = from === undefined ? -1 : (index.at.get(from) ?? -1);
  const own = from === undefined ? undefined : view.byId.get(from);
  if (own && own.status === 'open') {
    const way = wayOn(view, own);
    if (way !== undefined && way !== from) return way;
  }
  const count = index.nodes.length;
  for (let i = 1; i <= count; i++) {
    const at = (start + i) % count;
    const found = at === start ? undefined : lead(index, view, at, at < start);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The next thing after an item that is in sight and locked: a page, or a section of which no page can be named
 * yet, since its route is still to be decided.
 */
export function nextLocked(course: Course, view: Pick<View, 'byId'>, from: ItemId): ItemId | undefined {
  const { nodes, at } = lookup(course);
  const start = at.get(from) ?? nodes.length;
  // While a route is undecided all that is in it is hidden.
  return nodes.slice(start + 1).find(({ item, rules }) => {
    return view.byId.get(item.id)?.status === 'locked' && (item.kind !== 'section' || rules);
  })?.item.id;
}

/** What to do about an open, uncleared item: itself, or what it sends back to; undefined when it is stuck. */
export function wayOn(view: Pick<View, 'byId'>, item: ItemView): ItemId | undefined {
  const { quiz } = item;
  if (!quiz) return item.id;
  if (!quiz.exhausted && quiz.toReview.length === 0) return quiz.attemptsLeft === 0 ? undefined : item.id;
  return quiz.toReview.find((id) => {
    const status = view.byId.get(id)?.status;
    return status === 'open' || status === 'done';
  });
}

/**
 * The choice that was made otherwise than for the option around an item: two tabs began more options than
 * there are to choose, and the first in the order of events count. Undefined when the item's own way counts.
 */
export function otherChoice(
  course: Course,
  view: Pick<View, 'byId'>,
  id: ItemId,
): Extract<Reason, { type: 'not-chosen' }> | undefined {
  const way = [...ancestors(course, id).map((section) => section.id), id];
  for (const [i, section] of way.entries()) {
    const chosen = view.byId.get(section)?.chosen;
    const option = way[i + 1] ?? '';
    if (chosen && view.byId.get(option)?.opened && !chosen.includes(option))
      return { type: 'not-chosen', section, chosen };
  }
  return undefined;
}

/** The way on at a place, if there is something to do there (`must`: only what is still required). */
function lead(index: Lookup, view: Pick<View, 'byId'>, at: number, must: boolean): ItemId | undefined {
  const item = index.nodes[at]?.item;
  const found = item && item.kind !== 'section' ? view.byId.get(item.id) : undefined;
  if (found?.status !== 'open' || (must && !found.required) || otherChoice(index.course, view, found.id))
    return undefined;
  for (let child = index.nodes[at]; child; child = index.nodes[child.parent]) {
    const section = index.nodes[child.parent]?.item;
    if (section?.kind !== 'section' || !view.byId.get(section.id)?.cleared) continue;
    // Enough options are cleared, or the section let go on without this.
    if (must || (section.type === 'dynamic-branching' && !view.byId.get(child.item.id)?.opened))
      return undefined;
  }
  return wayOn(view, found);
}
