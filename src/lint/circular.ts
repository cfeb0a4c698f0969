import type { Condition } from '../model/condition.ts';
import type { Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { components } from './components.ts';
import type { ConditionOwner, PlacedCondition } from './context.ts';
import { parts } from './parts.ts';

/** A condition that waits for what it decides about, and the conditions through which it does. */
export interface Circle {
  readonly start: PlacedCondition;
  /** The section or badge that it comes back to. */
  readonly target: string;
  /** From the first to the last; empty when the condition names its own section. */
  readonly through: readonly PlacedCondition[];
}

export interface Circles {
  /** Every condition that names its own section, and one of each group that is circular only through others. */
  readonly circles: readonly Circle[];
  /** Every condition in a circle. */
  readonly members: ReadonlySet<PlacedCondition>;
}

/**
 * The conditions that depend, straight or through others, on the section they stand in, on what they let in, or on their own
 * badge.
 * What learners did (passed, score, …) is a fact and closes no circle; whether a section is completed hangs on its
 * children and on their conditions. Linear in the size of the course.
 */
export function findCircles(
  conditions: readonly PlacedCondition[],
  items: ReadonlyMap<ItemId, Item>,
): Circles {
  const byNode = conditionsByNode(conditions);
  const next = function* (node: Node): Iterable<Node> {
    yield* children(node, items);
    for (const placed of byNode.get(node) ?? []) yield* mentioned(placed.condition, items);
  };
  // A section leads to its children, these to their conditions and those of what they stand in, and a condition to
  // what it waits for. So a condition waits for its own section exactly when both are in one component.
  const component = components(byNode.keys(), next);
  const circles: Circle[] = [];
  const members = new Set<PlacedCondition>();
  const told = new Set<number>();
  const indirect: { readonly start: PlacedCondition; readonly targets: ReadonlySet<Node> }[] = [];
  for (const start of conditions) {
    const targets = ownTargets(start.owner, items);
    const groups = new Set([...targets].map((target) => component.get(target) ?? -1));
    const direct = [...mentioned(start.condition, items)];
    if (!direct.some((node) => groups.has(component.get(node) ?? -2))) continue;
    members.add(start);
    const own = direct.find((node) => targets.has(node));
    if (own === undefined) indirect.push({ start, targets });
    else {
      circles.push({ start, target: nameOf(own), through: [] });
      for (const group of groups) told.add(group);
    }
  }
  for (const { start, targets } of indirect) {
    const groups = [...targets].map((target) => component.get(target) ?? -1);
    const mine = [...mentioned(start.condition, items)].map((node) => component.get(node) ?? -2);
    const group = mine.find((each) => groups.includes(each));
    if (group === undefined || told.has(group)) continue;
    told.add(group);
    const circle = search(start, targets, byNode, items);
    if (circle !== undefined) circles.push(circle);
  }
  return { circles, members };
}

/** What hangs on conditions: whether an item is cleared, there and open, a badge earned, an option named. */
type Node = `cleared ${ItemId}` | `open ${ItemId}` | `badge ${string}` | `routed ${ItemId}`;

function nameOf(node: Node): string {
  return node.slice(node.indexOf(' ') + 1);
}

function search(
  start: PlacedCondition,
  targets: ReadonlySet<Node>,
  byNode: ReadonlyMap<Node, readonly PlacedCondition[]>,
  items: ReadonlyMap<ItemId, Item>,
): Circle | undefined {
  // Breadth first, so that the story told is the shortest one.
  const queue: Step[] = [];
  const seen = new Set<Node>();
  const enqueue = (nodes: Iterable<Node>, from: Step | undefined, by: PlacedCondition | undefined) => {
    for (const node of nodes) {
      if (seen.has(node)) continue;
      seen.add(node);
      queue.push({ node, from, by });
    }
  };
  enqueue(mentioned(start.condition, items), undefined, undefined);
  for (const step of queue) {
    const { node } = step;
    if (targets.has(node)) return { start, target: nameOf(node), through: story(step) };
    enqueue(children(node, items), step, undefined);
    for (const next of byNode.get(node) ?? []) enqueue(mentioned(next.condition, items), step, next);
  }
  return undefined;
}

/** A node, the step that led to it, and the condition by which, if not simply as a child. */
interface Step {
  readonly node: Node;
  readonly from: Step | undefined;
  readonly by: PlacedCondition | undefined;
}

function story(last: Step): PlacedCondition[] {
  const through: PlacedCondition[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.from) {
    if (step.by !== undefined) through.push(step.by);
  }
  return through.reverse();
}

function* mentioned(condition: Condition, items: ReadonlyMap<ItemId, Item>): Iterable<Node> {
  for (const part of parts(condition)) {
    if (part.type === 'completed') yield `cleared ${part.item}`;
    else if (part.type === 'badge') yield `badge ${part.badge}`;
    else if (part.type === 'chosen') {
      const parent = items.get(part.option)?.parent;
      if (parent !== undefined) yield `routed ${parent}`;
    }
  }
}

/** What a node hangs on without any condition: a section on its children, these on being let in. */
function* children(node: Node, items: ReadonlyMap<ItemId, Item>): Iterable<Node> {
  const item = items.get(nameOf(node));
  if (item === undefined) return;
  if (node.startsWith('open ')) {
    const parent = parentOf(item, items);
    if (parent === undefined) return;
    yield `open ${parent.id}`;
    if (parent.kind === 'section' && parent.type === 'dynamic-branching') yield `routed ${parent.id}`;
    return;
  }
  if (!node.startsWith('cleared ')) return;
  yield `open ${item.id}`;
  if (item.kind !== 'section') return;
  for (const child of item.children) yield `cleared ${child}`;
  if (item.type === 'dynamic-branching') yield `routed ${item.id}`;
}

/** Which conditions decide about a node. */
function conditionsByNode(
  conditions: readonly PlacedCondition[],
): ReadonlyMap<Node, readonly PlacedCondition[]> {
  const byNode = new Map<Node, PlacedCondition[]>();
  for (const placed of conditions) {
    const node = decided(placed.owner);
    if (node === undefined) continue;
    const list = byNode.get(node);
    if (list === undefined) byNode.set(node, [placed]);
    else list.push(placed);
  }
  return byNode;
}

function decided(owner: ConditionOwner): Node | undefined {
  switch (owner.type) {
    case 'when':
    case 'requires':
      return `open ${owner.item.id}`;
    case 'route':
      return `routed ${owner.section.id}`;
    case 'badge':
      return `badge ${owner.badge.id}`;
    case 'certificate':
    case 'complete':
      return undefined;
  }
}

/** The sections that a condition stands in, or its own badge. */
function ownTargets(owner: ConditionOwner, items: ReadonlyMap<ItemId, Item>): Set<Node> {
  const targets = new Set<Node>();
  switch (owner.type) {
    case 'badge':
      return targets.add(`badge ${owner.badge.id}`);
    case 'route':
      targets.add(`routed ${owner.section.id}`);
      return addSections(targets, owner.section, items);
    case 'when':
    case 'requires':
      targets.add(`open ${owner.item.id}`);
      return addSections(targets, owner.item, items);
    case 'certificate':
    case 'complete':
      return targets;
  }
}

function addSections(targets: Set<Node>, item: Item, items: ReadonlyMap<ItemId, Item>): Set<Node> {
  if (item.kind === 'section') targets.add(`cleared ${item.id}`);
  for (let up = parentOf(item, items); up !== undefined; up = parentOf(up, items)) {
    targets.add(`cleared ${up.id}`);
  }
  return targets;
}

function parentOf(item: Item, items: ReadonlyMap<ItemId, Item>): Item | undefined {
  return item.parent === undefined ? undefined : items.get(item.parent);
}
