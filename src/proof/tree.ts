import type { Course, Item, Module } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** An item with all that is in it: a form of the course that is easy to cut. */
export interface Tree {
  readonly item: Item;
  readonly children: readonly Tree[];
}

/** The pathway of a course as a tree; undefined when there is none. Children that are no items are left out. */
export function treeOf(course: Course): Tree | undefined {
  const trees = new Map<ItemId, Tree>();
  for (const item of course.items.toReversed()) {
    const ids = item.kind === 'section' ? item.children : [];
    trees.set(item.id, { item, children: ids.flatMap((id) => trees.get(id) ?? []) });
  }
  return trees.get(course.pathway);
}

/** The items of a tree in reading order, with their parents and children set right. */
export function itemsOf(tree: Tree): Item[] {
  const items: Item[] = [];
  const add = ({ item, children }: Tree, parent: ItemId | undefined): void => {
    const { parent: _, ...rest } = item;
    const placed = { ...rest, ...(parent !== undefined && { parent }) };
    items.push(
      placed.kind === 'section' ? { ...placed, children: children.map((child) => child.item.id) } : placed,
    );
    for (const child of children) add(child, item.id);
  };
  add(tree, undefined);
  return items;
}

/** Every item of a tree, the root first. */
export function* within(tree: Tree): Generator<Tree> {
  yield tree;
  for (const child of tree.children) yield* within(child);
}

/** A module that stands for an item, with its conditions: what nobody looks into more closely. */
export function standIn({ item }: Tree, points: number): Tree {
  const { id, title, optional, minutes, when, requires } = item;
  const module: Module = {
    kind: 'module',
    id,
    title,
    optional,
    minutes,
    points,
    ...(when && { when }),
    ...(requires && { requires }),
    done: { type: 'view' },
    questions: [],
    href: '',
  };
  return { item: module, children: [] };
}
