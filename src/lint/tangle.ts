import type { Condition } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { PlacedCondition } from './context.ts';
import { itemOf } from './option.ts';
import { parts } from './parts.ts';

/** A condition, and the modules and quizzes whose results it hangs on, in reading order. */
export interface Tangle {
  readonly placed: PlacedCondition;
  readonly on: readonly ItemId[];
}

/** What each condition hangs on: straight, through badges, and through what feeds a competency or gives points. */
export function reachOfConditions(course: Course, conditions: readonly PlacedCondition[]): Tangle[] {
  const feeding = new Map<string, ItemId[]>();
  const giving: ItemId[] = [];
  const parents = new Map(course.items.map(({ id, parent }) => [id, parent]));
  const leaves = new Map<ItemId, ItemId[]>();
  for (const item of course.items) {
    if (item.points > 0) giving.push(item.id);
    if (item.kind === 'section') continue;
    for (let up: ItemId | undefined = item.id; up !== undefined; up = parents.get(up)) {
      const list = leaves.get(up);
      if (list === undefined) leaves.set(up, [item.id]);
      else list.push(item.id);
    }
    for (const id of new Set(item.questions.flatMap(({ competencies }) => competencies)))
      feeding.set(id, [...(feeding.get(id) ?? []), item.id]);
  }
  const badges = new Map(course.badges.map(({ id, when }) => [id, when]));
  const reach = (start: Condition): Set<ItemId> => {
    const found = new Set<ItemId>();
    const seen = new Set<string>();
    // Not by recursion: badges may hang on each other in chains of thousands.
    const open = [start];
    for (let condition = open.pop(); condition !== undefined; condition = open.pop()) {
      for (const part of parts(condition)) {
        const item = itemOf(part);
        if (item !== undefined) for (const each of leaves.get(item) ?? []) found.add(each);
        else if (part.type === 'mastered') for (const id of feeding.get(part.competency) ?? []) found.add(id);
        else if (part.type === 'points') for (const id of giving) found.add(id);
        else if (part.type === 'badge' && !seen.has(part.badge)) {
          seen.add(part.badge);
          const when = badges.get(part.badge);
          if (when !== undefined) open.push(when);
        }
      }
    }
    return found;
  };
  return conditions.map((placed) => ({ placed, on: [...reach(placed.condition)] }));
}

/** The conditions that tie most of some items together, the worst first: those that tie at least two, or else that name one. */
export function heaviest(tangles: readonly Tangle[], items: ReadonlySet<ItemId>): Tangle[] {
  const weighed = tangles
    .map(({ placed, on }) => ({ placed, on: on.filter((id) => items.has(id)) }))
    .filter(({ on }) => on.length > 0)
    .sort((a, b) => b.on.length - a.on.length);
  const several = weighed.filter(({ on }) => on.length > 1);
  return several.length > 0 ? several : weighed;
}
