import type { Condition } from '../model/condition.ts';
import type { Course, Item, RouteRule } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { evaluate, lookup } from '../path/index.ts';
import { rulesOf } from '../path/lookup.ts';
import type { Moment, PathFinding } from '../proof/index.ts';
import { components } from './components.ts';
import { parts } from './parts.ts';

/** Everything but traps: what nobody reaches. */
export type Unreached = Exclude<PathFinding, { type: 'trap' }>;

/**
 * The findings that do not merely follow from others: an item behind one that never opens, a badge that asks for a dead badge.
 * Of findings that follow from each other the first that has a condition stays.
 * @param stuck nobody at all can finish: what has no reason of its own then follows from that
 */
export function causesOnly(course: Course, findings: readonly Unreached[], stuck: boolean): Unreached[] {
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const index = indexOf(course, byKey);
  const { items } = index;
  const reasons = new Map(
    [...byKey].map(([key, finding]) => [
      key,
      reasonsFor(course, index, finding).filter((reason) => reason !== key && byKey.has(reason)),
    ]),
  );
  const component = components(byKey.keys(), (key) => reasons.get(key) ?? []);
  const told = new Set<number>();
  const kept = new Set<Unreached>();
  // Those with a condition first: it is what an author can change.
  const inOrder = [...byKey].sort(
    ([, a], [, b]) => Number(!hasCondition(items, a)) - Number(!hasCondition(items, b)),
  );
  const driven = new Set<number>();
  for (const [key, of] of reasons) {
    const own = component.get(key) ?? -1;
    if (of.some((reason) => component.get(reason) !== own)) driven.add(own);
  }
  for (const [key, finding] of inOrder) {
    const own = component.get(key) ?? -1;
    if (driven.has(own) || told.has(own) || (stuck && !hasCondition(items, finding))) continue;
    told.add(own);
    kept.add(finding);
  }
  return findings.filter((finding) => kept.has(finding));
}

/**
 * Whether something is dead or closed only because those for whom it was meant are caught in a trap before they come there: at its
 * end what the thing waits for holds.
 */
export function isKeptFrom(course: Course, { state, now }: Moment, finding: PathFinding): boolean {
  const world = evaluate(lookup(course), state, now);
  const { at: places, nodes } = world.index;
  switch (finding.type) {
    case 'dead-route': {
      const at = places.get(finding.section) ?? -1;
      const rules = nodes[at]?.rules ?? [];
      const first = rules.findIndex(({ when }) => when === undefined || world.holds(when));
      return !world.open(at) && first === finding.rule;
    }
    case 'dead-item':
    case 'never-open': {
      const at = places.get(finding.item) ?? -1;
      const node = nodes[at];
      const condition = finding.type === 'dead-item' ? node?.item.when : node?.item.requires;
      return condition !== undefined && world.holds(condition) && !world.open(node?.parent ?? -1);
    }
    default:
      return false;
  }
}

type Key = string;

function keyOf(finding: Unreached): Key {
  switch (finding.type) {
    case 'dead-item':
    case 'never-open':
      return `item ${finding.item}`;
    case 'dead-route':
      return `route ${finding.section} ${finding.rule}`;
    case 'route-gap':
      return `gap ${finding.section}`;
    case 'dead-badge':
      return `badge ${finding.badge}`;
    case 'unreachable-mastery':
      return `competency ${finding.competency}`;
    case 'dead-certificate':
      return 'certificate';
  }
}

/** What reasons are looked up in. */
interface Index {
  readonly items: ReadonlyMap<ItemId, Item>;
  /** By item: the first thing in it that has to be done and that nobody can do, if there is one. */
  readonly undoable: ReadonlyMap<ItemId, Key>;
  /** By item: the nearest earlier sibling, of those taken in order, that nobody can finish. */
  readonly barrier: ReadonlyMap<ItemId, Key>;
  /** The questions on each competency, by item. */
  readonly asking: ReadonlyMap<string, readonly Key[]>;
}

function indexOf(course: Course, found: ReadonlyMap<Key, Unreached>): Index {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const undoable = new Map<ItemId, Key>();
  const barrier = new Map<ItemId, Key>();
  const asking = new Map<string, Key[]>();
  // Children stand after their parents.
  for (const item of course.items.toReversed()) {
    const key = `item ${item.id}`;
    const inside = item.kind === 'section' ? item.children.find((id) => undoable.has(id)) : undefined;
    if (!item.optional && found.has(key)) undoable.set(item.id, key);
    else if (!item.optional && inside !== undefined) undoable.set(item.id, undoable.get(inside) ?? key);
    if (item.kind !== 'section') {
      for (const id of new Set(item.questions.flatMap((question) => question.competencies)))
        asking.set(id, [...(asking.get(id) ?? []), key]);
    } else if (item.type === 'linear' || item.type === 'hurdles') {
      let last: Key | undefined;
      for (const child of item.children) {
        if (last !== undefined) barrier.set(child, last);
        last = undoable.get(child) ?? last;
      }
    }
  }
  return { items, undoable, barrier, asking };
}

type Items = ReadonlyMap<ItemId, Item>;

function hasCondition(items: Items, finding: Unreached): boolean {
  if (finding.type !== 'dead-item' && finding.type !== 'never-open')
    return finding.type !== 'dead-certificate';
  const item = items.get(finding.item);
  return item?.when !== undefined || item?.requires !== undefined;
}

/** The findings that would explain this one, if they exist. */
function reasonsFor(course: Course, index: Index, finding: Unreached): readonly Key[] {
  const { items, barrier, asking } = index;
  switch (finding.type) {
    case 'dead-item':
    case 'never-open': {
      const item = items.get(finding.item);
      if (item === undefined) return [];
      return [
        ...(item.parent === undefined ? [] : [`item ${item.parent}`]),
        ...[barrier.get(item.id) ?? []].flat(),
        ...rulesTo(items, item),
        ...mentions(index, item.when),
        ...mentions(index, item.requires),
      ];
    }
    case 'dead-route':
      return [
        `item ${finding.section}`,
        ...mentions(index, ruleOf(items.get(finding.section), finding.rule)?.when),
      ];
    case 'route-gap':
      return [];
    case 'dead-badge':
      return mentions(index, course.badges.find(({ id }) => id === finding.badge)?.when);
    case 'dead-certificate':
      return mentions(index, course.certificate?.when);
    case 'unreachable-mastery':
      return asking.get(finding.competency) ?? [];
  }
}

/** The rules that lead to an option. */
function rulesTo(items: Items, item: Item): Key[] {
  return (rulesOf(items.get(item.parent ?? '')) ?? []).flatMap(({ to }, rule) =>
    to.includes(item.id) ? [`route ${item.parent} ${rule}`] : [],
  );
}

/** A rule of a section's route. */
export function ruleOf(section: Item | undefined, at: number): RouteRule | undefined {
  return rulesOf(section)?.[at];
}

function mentions({ undoable }: Index, condition: Condition | undefined): Key[] {
  if (condition === undefined) return [];
  return [...parts(condition)].flatMap((part): Key[] => {
    switch (part.type) {
      case 'completed':
        return [`item ${part.item}`, ...[undoable.get(part.item) ?? []].flat()];
      case 'passed':
      case 'failed':
      case 'score':
      case 'attempts':
        return [`item ${part.quiz}`];
      case 'chosen':
        return [`item ${part.option}`];
      case 'badge':
        return [`badge ${part.badge}`];
      case 'mastered':
        return [`competency ${part.competency}`];
      default:
        return [];
    }
  });
}
