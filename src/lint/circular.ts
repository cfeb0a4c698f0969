import type { Condition } from '../model/condition.ts';
import type { Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { rulesOf } from '../path/lookup.ts';
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
  const layout = layoutOf(items);
  const next = function* (node: Node): Iterable<Node> {
    yield* children(node, layout);
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
    const circle = search(start, targets, byNode, layout);
    if (circle !== undefined) circles.push(circle);
  }
  for (const circle of ownChoices(conditions, byNode, items)) {
    if (members.has(circle.start)) continue;
    members.add(circle.start);
    circles.push(circle);
  }
  return { circles, members };
}

/**
 * Rules of a route that ask whether an option was chosen in which their section lies, or which lies in their section. Elsewhere a choice
 * is a fact; there it is part of what the route decides.
 */
function* ownChoices(
  conditions: readonly PlacedCondition[],
  byNode: ReadonlyMap<Node, readonly PlacedCondition[]>,
  items: ReadonlyMap<ItemId, Item>,
): Iterable<Circle> {
  for (const start of conditions) {
    if (start.owner.type !== 'route') continue;
    const section = start.owner.section.id;
    // What the rule asks for itself, then what the badges ask for that it waits for.
    const queue: { readonly placed: PlacedCondition; readonly through: readonly PlacedCondition[] }[] = [
      { placed: start, through: [] },
    ];
    const seen = new Set<string>();
    const find = (): Circle | undefined => {
      for (const { placed, through } of queue) {
        for (const part of parts(placed.condition)) {
          if (part.type === 'chosen' && isAround(part.option, section, items))
            return { start, target: part.option, through };
          if (part.type !== 'badge' || seen.has(part.badge)) continue;
          seen.add(part.badge);
          for (const next of byNode.get(`badge ${part.badge}`) ?? [])
            queue.push({ placed: next, through: [...through, next] });
        }
      }
      return undefined;
    };
    const circle = find();
    if (circle !== undefined) yield circle;
  }
}

/** Whether one of two items lies in the other. */
function isAround(a: ItemId, b: ItemId, items: ReadonlyMap<ItemId, Item>): boolean {
  const holds = (outer: ItemId, inner: ItemId): boolean => {
    for (let up = items.get(inner); up !== undefined; up = parentOf(up, items))
      if (up.id === outer) return true;
    return false;
  };
  return holds(a, b) || holds(b, a);
}

/** What hangs on conditions: whether an item is cleared, there and open, a badge earned, an option named. */
type Node =
  | `cleared ${ItemId}`
  | `open ${ItemId}`
  | `badge ${string}`
  | `routed ${ItemId}`
  /** Whether what comes before it is cleared. */
  | `turn ${ItemId}`;

/** What is asked of the tree of items. */
interface Layout {
  readonly items: ReadonlyMap<ItemId, Item>;
  /** The sibling before each item that is not the first. */
  readonly before: ReadonlyMap<ItemId, ItemId>;
  /** Sections that may have nothing required in them: they are then cleared as soon as they are open. */
  readonly mayAskNothing: ReadonlySet<ItemId>;
}

function layoutOf(items: ReadonlyMap<ItemId, Item>): Layout {
  const before = new Map<ItemId, ItemId>();
  const mayAskNothing = new Set<ItemId>();
  // Children stand after their parents.
  for (const item of [...items.values()].reverse()) {
    if (item.kind !== 'section') continue;
    item.children.forEach((child, i) => {
      const previous = item.children[i - 1];
      if (previous !== undefined) before.set(child, previous);
    });
    const isAsked = (id: ItemId) => {
      const child = items.get(id);
      return child !== undefined && !child.optional && child.when === undefined && !mayAskNothing.has(id);
    };
    if (!item.children.some(isAsked)) mayAskNothing.add(item.id);
  }
  return { items, before, mayAskNothing };
}

function nameOf(node: Node): string {
  return node.slice(node.indexOf(' ') + 1);
}

function search(
  start: PlacedCondition,
  targets: ReadonlySet<Node>,
  byNode: ReadonlyMap<Node, readonly PlacedCondition[]>,
  layout: Layout,
): Circle | undefined {
  const { items } = layout;
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
    enqueue(children(node, layout), step, undefined);
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
function* children(node: Node, { items, before, mayAskNothing }: Layout): Iterable<Node> {
  const item = items.get(nameOf(node));
  if (item === undefined) return;
  if (node.startsWith('open ')) {
    const parent = parentOf(item, items);
    if (parent === undefined) return;
    yield `open ${parent.id}`;
    if (parent.kind === 'section' && parent.type === 'dynamic-branching') yield `routed ${parent.id}`;
    return;
  }
  if (node.startsWith('turn ')) {
    const parent = parentOf(item, items);
    if (parent === undefined) return;
    yield `turn ${parent.id}`;
    if (parent.kind !== 'section' || (parent.type !== 'linear' && parent.type !== 'hurdles')) return;
    const previous = before.get(item.id);
    if (previous === undefined) return;
    yield `turn ${previous}`;
    if (items.get(previous)?.optional === false) yield `cleared ${previous}`;
    return;
  }
  if (node.startsWith('routed ')) {
    // Rules are read once their section can be entered; of a choice its options are facts.
    if (rulesOf(item)) yield* [`open ${item.id}`, `turn ${item.id}`] as const;
    return;
  }
  if (!node.startsWith('cleared ')) return;
  yield `open ${item.id}`;
  if (item.kind !== 'section') return;
  // Nothing that a learner did stands between: what comes before it decides.
  if (mayAskNothing.has(item.id)) yield `turn ${item.id}`;
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
