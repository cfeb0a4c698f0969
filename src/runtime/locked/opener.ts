import type { Condition } from '../../model/condition.ts';
import type { Course } from '../../model/course.ts';
import type { ItemId } from '../../model/ids.ts';
import { itemNamed } from '../../path/lookup.ts';
import { otherChoice, wayOn } from '../../path/order.ts';
import { explain } from '../../path/reasons.ts';
import type { Reason, View } from '../../path/types.ts';

/**
 * The page to go on with for whoever stands before a locked item: the first thing among its reasons that can be done now, or
 * that opens what has to be done. Undefined where no page can be named: it waits for a date, or for points.
 */
export function opener(course: Course, view: View, id: ItemId): ItemId | undefined {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const seen = new Set<ItemId>();
  const before = (id: ItemId): ItemId | undefined => {
    for (const reason of explain(view, id))
      for (const target of targets(reason)) {
        const found = within(target);
        if (found !== undefined) return found;
      }
    return undefined;
  };
  /** What to do about an item: in a section, about the first of its items that waits for something to be done. */
  const within = (id: ItemId): ItemId | undefined => {
    // Authors may let two items wait for each other.
    if (seen.has(id)) return undefined;
    seen.add(id);
    const item = items.get(id);
    const found = view.byId.get(id);
    if (!item || !found || found.status === 'hidden') return undefined;
    if (found.status === 'locked') return before(id);
    if (item.kind !== 'section') return otherChoice(course, view, id) ? undefined : wayOn(view, found);
    const children = item.children.filter((child) => !view.byId.get(child)?.cleared);
    for (const child of children) {
      const way = within(child);
      if (way !== undefined) return way;
    }
    return undefined;
  };
  return before(id);
}

/** The items that a reason asks for. */
function targets(reason: Reason): readonly ItemId[] {
  switch (reason.type) {
    case 'earlier':
      return [reason.item];
    case 'pass':
      return [reason.quiz];
    case 'review':
      return reason.items;
    case 'branch':
      return [reason.branch];
    case 'parent':
      return [reason.section];
    case 'requires':
      return reason.unmet.flatMap(asked);
    case 'exhausted':
    case 'not-chosen':
      return [];
  }
}

/** The items by which a condition can come to hold. */
function asked(condition: Condition): readonly ItemId[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(asked);
    // Nothing that is done makes it hold.
    case 'not':
      return [];
    default:
      return [itemNamed(condition)].filter((item) => item !== undefined);
  }
}
