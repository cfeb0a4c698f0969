import type { Condition } from '../model/condition.ts';
import type { Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { Words } from '../path/index.ts';
import { leaves } from '../path/lookup.ts';
import { routesOf } from './routes.ts';
import type { EdgeKind, MapEdge, MapNode } from './types.ts';

/** Every edge between nodes of the picture, each once, in reading order of the items that say so. */
export function edgesOf(course: Course, nodes: ReadonlyMap<ItemId, MapNode>, english: Words): MapEdge[] {
  const edges = new Map<string, MapEdge>();
  const add = (kind: EdgeKind, from: ItemId, to: ItemId, label?: string): void => {
    if (from === to || !nodes.has(from) || !nodes.has(to)) return;
    // Ids hold no blanks.
    const key = `${kind} ${from} ${to} ${label ?? ''}`;
    if (!edges.has(key)) edges.set(key, { kind, from, to, ...(label !== undefined && { label }) });
  };
  for (const item of course.items) {
    const node = nodes.get(item.id);
    if (node === undefined) continue;
    if (item.kind === 'section') addChildren(course, item, node, english, add);
    if (item.kind === 'quiz') for (const target of item.review) add('review', item.id, target);
    for (const kind of ['requires', 'when'] as const)
      for (const named of namedBy(item[kind])) add(kind, named, item.id);
  }
  return [...edges.values()];
}

function addChildren(
  course: Course,
  section: Section,
  { id, children }: MapNode,
  english: Words,
  add: (kind: EdgeKind, from: ItemId, to: ItemId, label?: string) => void,
): void {
  switch (section.type) {
    case 'linear':
    case 'hurdles':
      children.forEach((child, i) => {
        const before = children[i - 1];
        if (before !== undefined) add('sequence', before, child);
      });
      return;
    case 'random-access':
      if (section.finish !== undefined) add('finish', id, section.finish);
      return;
    case 'static-branching':
      for (const child of children) add('branch', id, child);
      return;
    case 'dynamic-branching':
      if (section.by.type === 'choose') for (const child of children) add('option', id, child);
      else
        for (const { option, words } of routesOf(course, section, english)) add('route', id, option, words);
      return;
  }
}

/** The items that a condition names, each once. */
function namedBy(condition: Item['when']): ReadonlySet<ItemId> {
  return new Set(leaves(condition).flatMap((leaf) => itemOf(leaf) ?? []));
}

function itemOf(leaf: Condition): ItemId | undefined {
  switch (leaf.type) {
    case 'completed':
      return leaf.item;
    case 'passed':
    case 'failed':
    case 'score':
    case 'attempts':
      return leaf.quiz;
    case 'chosen':
      return leaf.option;
    default:
      return undefined;
  }
}
