import type { Condition } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { PathFinding } from '../proof/index.ts';
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
  const items = new Map(course.items.map((item) => [item.id, item]));
  const byKey = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const reasons = new Map(
    [...byKey].map(([key, finding]) => [
      key,
      reasonsFor(course, items, finding).filter((reason) => reason !== key && byKey.has(reason)),
    ]),
  );
  const component = components(byKey.keys(), (key) => reasons.get(key) ?? []);
  const told = new Set<number>();
  const kept = new Set<Unreached>();
  // Those with a condition first: it is what an author can change.
  const inOrder = [...byKey].sort(
    ([, a], [, b]) => Number(!hasCondition(items, a)) - Number(!hasCondition(items, b)),
  );
  for (const [key, finding] of inOrder) {
    const own = component.get(key) ?? -1;
    const follows = [...byKey.keys()].some(
      (other) =>
        component.get(other) === own && reasons.get(other)?.some((reason) => component.get(reason) !== own),
    );
    if (follows || told.has(own) || (stuck && !hasCondition(items, finding))) continue;
    told.add(own);
    kept.add(finding);
  }
  return findings.filter((finding) => kept.has(finding));
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

type Items = ReadonlyMap<ItemId, Item>;

function hasCondition(items: Items, finding: Unreached): boolean {
  if (finding.type !== 'dead-item' && finding.type !== 'never-open')
    return finding.type !== 'dead-certificate';
  const item = items.get(finding.item);
  return item?.when !== undefined || item?.requires !== undefined;
}

/** The findings that would explain this one, if they exist. */
function reasonsFor(course: Course, items: Items, finding: Unreached): Key[] {
  switch (finding.type) {
    case 'dead-item':
    case 'never-open': {
      const item = items.get(finding.item);
      return item === undefined
        ? []
        : [
            ...(item.parent === undefined ? [] : [`item ${item.parent}`]),
            ...placeReasons(items, item),
            ...mentions(items, item.when),
            ...mentions(items, item.requires),
          ];
    }
    case 'dead-route': {
      const section = items.get(finding.section);
      const rules =
        section?.kind === 'section' && section.type === 'dynamic-branching' && section.by.type === 'route'
          ? section.by.rules
          : [];
      return [`item ${finding.section}`, ...mentions(items, rules[finding.rule]?.when)];
    }
    case 'route-gap':
      return [];
    case 'dead-badge':
      return mentions(items, course.badges.find(({ id }) => id === finding.badge)?.when);
    case 'dead-certificate':
      return mentions(items, course.certificate?.when);
    case 'unreachable-mastery':
      return course.items.flatMap((item) =>
        item.kind !== 'section' &&
        item.questions.some((question) => question.competencies.includes(finding.competency))
          ? [`item ${item.id}`]
          : [],
      );
  }
}

/** What stands in the way: an earlier sibling that is required and never opens, the rules that lead to an option. */
function placeReasons(items: Items, item: Item): Key[] {
  const section = items.get(item.parent ?? '');
  if (section?.kind !== 'section') return [];
  if (section.type === 'linear' || section.type === 'hurdles') {
    const earlier = section.children.slice(0, section.children.indexOf(item.id));
    return earlier.flatMap((id) => inside(items, id));
  }
  if (section.type === 'dynamic-branching' && section.by.type === 'route')
    return section.by.rules.flatMap(({ to }, rule) =>
      to.includes(item.id) ? [`route ${section.id} ${rule}`] : [],
    );
  return [];
}

/** An item and what has to be done in it, as reasons why it is never finished. */
function inside(items: Items, id: ItemId): Key[] {
  const item = items.get(id);
  if (item === undefined || item.optional) return [];
  return [
    `item ${id}`,
    ...(item.kind === 'section' ? item.children.flatMap((child) => inside(items, child)) : []),
  ];
}

function mentions(items: Items, condition: Condition | undefined): Key[] {
  if (condition === undefined) return [];
  return [...parts(condition)].flatMap((part): Key[] => {
    switch (part.type) {
      case 'completed':
        return inside(items, part.item);
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
