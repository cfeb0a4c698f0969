import type { Condition } from '../model/condition.ts';
import type { Course, Item, Quiz, RouteRule, Section } from '../model/course.ts';
import { leaves, rulesOf } from '../path/lookup.ts';

/** Something that hangs on a condition. */
export type Owner =
  | { readonly type: 'when' | 'requires'; readonly item: Item }
  | { readonly type: 'route'; readonly section: Section; readonly rule: RouteRule }
  | { readonly type: 'badge'; readonly id: string; readonly title: string }
  | { readonly type: 'certificate' }
  | { readonly type: 'complete' };

/** A condition without others in it, the whole that it stands in, and what hangs on that. */
export interface Use {
  readonly owner: Owner;
  readonly leaf: Condition;
  readonly whole: Condition;
}

/** Every simple condition of a course, in reading order. */
export function usesIn(course: Course): Use[] {
  const uses: Use[] = [];
  const add = (owner: Owner, whole: Condition | undefined) => {
    if (whole) for (const leaf of leaves(whole)) uses.push({ owner, leaf, whole });
  };
  for (const item of course.items) {
    add({ type: 'when', item }, item.when);
    add({ type: 'requires', item }, item.requires);
    if (item.kind !== 'section') continue;
    for (const rule of rulesOf(item) ?? []) add({ type: 'route', section: item, rule }, rule.when);
  }
  for (const badge of course.badges) add({ type: 'badge', id: badge.id, title: badge.title }, badge.when);
  add({ type: 'certificate' }, course.certificate?.when);
  add({ type: 'complete' }, course.complete);
  return uses;
}

/** The quizzes that send learners back to an item after a failed attempt. */
export function reviewersOf(course: Course, id: string): Quiz[] {
  return course.items.filter((item): item is Quiz => item.kind === 'quiz' && item.review.includes(id));
}
