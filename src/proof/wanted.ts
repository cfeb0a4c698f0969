import type { Course, Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { rulesOf } from '../path/lookup.ts';
import type { Keep } from './essential.ts';
import type { Goal } from './reached.ts';
import type { Decider, PathFinding } from './types.ts';

/** Something that somebody has to reach. */
export interface Wanted {
  readonly goal: Goal;
  /** What to say when nobody does. */
  readonly finding: PathFinding;
  /** What of the course matters for it. */
  readonly keep: Keep;
}

/** Everything that somebody has to reach, in reading order. */
export function wantedOf({ items, badges, competencies, certificate }: Course): Wanted[] {
  return [
    ...items.flatMap((item) => [
      {
        goal: `open ${item.id}` as const,
        finding: { type: 'dead-item' as const, item: item.id },
        keep: { items: [item.id] },
      },
      ...(rulesOf(item) ?? []).map((_, rule) => ({
        goal: `route ${item.id} ${rule}` as const,
        finding: { type: 'dead-route' as const, section: item.id, rule },
        keep: { items: [item.id] },
      })),
    ]),
    ...badges.map(({ id }) => ({
      goal: `badge ${id}` as const,
      finding: { type: 'dead-badge' as const, badge: id },
      keep: { badge: id },
    })),
    ...competencies.map(({ id }) => ({
      goal: `mastered ${id}` as const,
      finding: { type: 'unreachable-mastery' as const, competency: id },
      keep: { competency: id },
    })),
    ...(certificate
      ? [
          {
            goal: 'certificate' as const,
            finding: { type: 'dead-certificate' as const },
            keep: { certificate: true },
          },
        ]
      : []),
  ];
}

/** A route that some learners may find no rule in. */
export function hasGap(item: Item): boolean {
  const rules = rulesOf(item) ?? [];
  return rules.length > 0 && rules.every(({ when }) => when !== undefined);
}

/** Items with a condition or a route before them or before a section around them. */
export function behindDoors(course: Course): ReadonlySet<ItemId> {
  const behind = new Set<ItemId>();
  const routed = new Set<ItemId>();
  for (const item of course.items) {
    const { id, parent = '' } = item;
    if (item.when || item.requires || behind.has(parent) || routed.has(parent)) behind.add(id);
    if (rulesOf(item)?.length) routed.add(id);
  }
  return behind;
}

/** What a goal is about, as components name it. */
export function nameIn(goal: Goal): string {
  const [kind = '', name = goal] = goal.split(' ');
  if (kind === 'badge') return goal;
  return kind === 'mastered' ? `competency ${name}` : name;
}

/** Where a finding belongs. */
export function deciderOf(finding: PathFinding): Decider {
  switch (finding.type) {
    case 'dead-route':
      return { type: 'route', section: finding.section, rule: finding.rule };
    case 'dead-badge':
      return { type: 'badge', badge: finding.badge };
    case 'unreachable-mastery':
      return { type: 'competency', competency: finding.competency };
    case 'dead-certificate':
      return { type: 'certificate' };
    case 'trap':
      return { type: 'complete' };
    case 'dead-item':
    case 'never-open':
      return { type: 'item', item: finding.item };
    case 'route-gap':
      return { type: 'item', item: finding.section };
  }
}
