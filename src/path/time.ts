import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type Lookup, lookup, type Node } from './lookup.ts';

/** Estimated minutes of learning. */
export interface Minutes {
  /** What a learner has to take, without optional and conditional items, on the way that most are sent. */
  readonly required: number;
  /** Everything there is. */
  readonly total: number;
}

/** The estimated time for an item with all that is in it; by default for the whole course. */
export function minutes(course: Course, item: ItemId = course.pathway): Minutes {
  const index = lookup(course);
  const node = index.nodes[index.at.get(item) ?? -1];
  return node ? sum(index, node) : { required: 0, total: 0 };
}

function sum(index: Lookup, node: Node): Minutes {
  let required = node.item.minutes;
  let total = node.item.minutes;
  const way = expectedWay(index, node);
  for (const at of node.children) {
    const child = index.nodes[at];
    if (!child) continue;
    const inside = sum(index, child);
    total += inside.total;
    if (way.includes(at)) required += inside.required;
  }
  return { required, total };
}

/**
 * The children that a learner is expected to take, before anything is known of the learner: of a choice
 * the first options, of a route what `otherwise` names (or else its first rule).
 */
function expectedWay(index: Lookup, node: Node): readonly number[] {
  const { item, children } = node;
  if (item.kind !== 'section') return [];
  if (item.type === 'dynamic-branching' && item.by.type === 'route') return usualOptions(index, node);
  // Optional or not, a choice asks for so many of its options.
  if (item.type === 'dynamic-branching' && item.by.type === 'choose')
    return children.filter((at) => !index.nodes[at]?.item.when).slice(0, item.by.count);
  return children.filter((at) => isAsked(index, at));
}

/** The options to which the route of a section sends most: what `otherwise` names, or else its first rule. */
export function usualOptions(index: Lookup, { children, rules = [] }: Node): readonly number[] {
  const to = (rules.find(({ when }) => !when) ?? rules[0])?.to;
  return children.filter((at) => isAsked(index, at) && to?.includes(index.nodes[at]?.item.id ?? ''));
}

function isAsked(index: Lookup, at: number): boolean {
  const item = index.nodes[at]?.item;
  return item?.optional === false && !item.when;
}
