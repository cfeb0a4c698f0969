import type { Condition } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { leaves, lookup, rulesOf } from '../path/lookup.ts';

/** Which sections take part in what goes on outside of them. */
export interface Crossings {
  /** Something outside looks at something in the section, itself not counted. */
  readonly lookedInto: ReadonlySet<ItemId>;
  /** Something in the section looks at something outside, or at points, badges, mastery or the clock. */
  readonly looksOut: ReadonlySet<ItemId>;
}

/** Follows every condition from where it stands to what it names; `watched` are items that are looked at as well. */
export function crossings(
  course: Course,
  watched: readonly ItemId[],
  keepsReview: (quiz: ItemId) => boolean,
): Crossings {
  const { nodes, at: places } = lookup(course);
  const lookedInto = new Set<ItemId>();
  const looksOut = new Set<ItemId>();
  /** The item and what is around it, from the pathway down; nothing for what stands outside of the pathway. */
  const trail = (id: ItemId | undefined): Item[] => {
    const up: Item[] = [];
    for (let node = nodes[places.get(id ?? '') ?? -1]; node; node = nodes[node.parent]) up.unshift(node.item);
    return up;
  };
  const cross = (owner: ItemId | undefined, target: ItemId | undefined) => {
    const here = trail(owner);
    const there = trail(target);
    const fork = there.findIndex(({ id }, depth) => id !== here[depth]?.id);
    const shared = fork < 0 ? there.length : fork;
    // Not the target itself: it may be a section of which only the clearing matters.
    for (const { id } of there.slice(shared, -1)) lookedInto.add(id);
    // The owner itself is looked at from within its section, as the condition stands at its door.
    for (const { id } of here.slice(shared)) looksOut.add(id);
  };
  const follow = (owner: Item | undefined, condition: Condition | undefined) => {
    if (!condition) return;
    for (const leaf of leaves(condition)) {
      if ('item' in leaf) cross(owner?.id, leaf.item);
      else if ('quiz' in leaf) cross(owner?.id, leaf.quiz);
      else if ('option' in leaf) {
        const option = nodes[places.get(leaf.option) ?? -1];
        // Its section decides what is chosen.
        const section = nodes[option?.parent ?? -1]?.item;
        cross(owner?.id, leaf.option);
        if (section && !trail(owner?.id).includes(section)) lookedInto.add(section.id);
      } else cross(owner?.id, undefined);
    }
  };
  for (const item of course.items) {
    // What stands at the door of a section is not in it.
    const outer = item.parent === undefined ? undefined : nodes[places.get(item.parent) ?? -1]?.item;
    follow(item.kind === 'section' ? outer : item, item.when);
    follow(item.kind === 'section' ? outer : item, item.requires);
    for (const { when } of rulesOf(item) ?? []) follow(item, when);
    if (item.kind === 'quiz' && keepsReview(item.id)) for (const id of item.review) cross(item.id, id);
  }
  for (const { when } of course.badges) follow(undefined, when);
  follow(undefined, course.complete);
  follow(undefined, course.certificate?.when);
  for (const id of watched) cross(undefined, id);
  return { lookedInto, looksOut };
}
