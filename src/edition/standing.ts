import type { Instant, Share } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import { type EditionName, editionName } from '../model/edition.ts';
import type { Event } from '../model/events.ts';
import { lookup, replay, view } from '../path/index.ts';

/** Where a learner stands with one published thing. */
export type Standing =
  | { readonly kind: 'module' | 'section'; readonly opened: boolean; readonly done: boolean }
  | {
      readonly kind: 'quiz';
      readonly opened: boolean;
      readonly done: boolean;
      readonly passed: boolean;
      readonly submissions: number;
      /** Undefined before the first submission. */
      readonly best?: Share;
    }
  /** Undefined: not answered yet. */
  | { readonly kind: 'question'; readonly credit?: Share }
  | { readonly kind: 'badge' | 'competency'; readonly earned: boolean };

/** Where a learner stands in a course after these events, by the names of an edition; `finished` apart. Events by their present names. */
export function standings(
  course: Course,
  events: Iterable<Event>,
  now: Instant,
): { readonly finished: boolean; readonly byName: ReadonlyMap<EditionName, Standing> } {
  const state = replay(course, events);
  const { byId, badges, competencies, finished } = view(course, state, now);
  const byName = new Map<EditionName, Standing>();
  lookup(course).nodes.forEach(({ item, at, questions }) => {
    const seen = byId.get(item.id);
    const base = { opened: seen?.opened ?? false, done: seen?.cleared ?? false };
    const { passed = false, submissions = 0, best } = seen?.quiz ?? {};
    byName.set(
      item.id,
      item.kind === 'quiz'
        ? { kind: item.kind, ...base, passed, submissions, ...(best !== undefined && { best }) }
        : { kind: item.kind, ...base },
    );
    for (const [key, place] of questions) {
      const credit = state.items[at]?.credits?.[place];
      byName.set(key, { kind: 'question', ...(credit !== undefined && { credit }) });
    }
  });
  for (const { id } of course.badges)
    byName.set(editionName('badge', id), { kind: 'badge', earned: badges.includes(id) });
  for (const { id, mastered } of competencies)
    byName.set(editionName('competency', id), { kind: 'competency', earned: mastered });
  return { finished, byName };
}
