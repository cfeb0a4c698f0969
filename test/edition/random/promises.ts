import type { Item } from '../../../src/model/course.ts';
import { earlierNotes } from '../../../src/runtime/edition/names-part.ts';
import type { Learner } from './learner.ts';
import type { Names } from './names.ts';

/** How a learner stands in an edition. */
type Standing = Pick<Learner, 'compiled' | 'state' | 'view'>;

/**
 * What was promised to a learner and not kept by another edition: passes, finished work, badges, mastery, the end of the course, choices,
 * and the credit of every answer. Empty when all is well.
 */
export function broken(before: Standing, after: Standing, names: Names): string[] {
  return [
    ...(before.view.finished && !after.view.finished ? ['the course is no longer finished'] : []),
    ...before.view.badges.flatMap((badge) => {
      const now = names.of(badge);
      const isThere = after.compiled.course.badges.some(({ id }) => id === now);
      return isThere && !after.view.badges.includes(now ?? '') ? [`badge ${badge} is lost`] : [];
    }),
    ...before.view.competencies.flatMap(({ id, mastered }) => {
      const now = after.view.competencies.find((other) => other.id === names.of(id));
      return mastered && now && !now.mastered ? [`${id} is no longer mastered`] : [];
    }),
    ...before.compiled.course.items.flatMap((item) => lostIn(item, before, after, names)),
    ...answersLost(before, after, names),
  ];
}

function lostIn(item: Item, before: Standing, after: Standing, names: Names): string[] {
  const to = names.of(item.id);
  const now = after.compiled.course.items.find(({ id }) => id === to);
  const was = before.view.byId.get(item.id);
  const is = after.view.byId.get(to ?? '');
  if (!was || !is || !now || now.kind !== item.kind) return [];
  const lost: string[] = [];
  // A section is entered, and its branches are begun, with what is in it: that may have gone elsewhere. What a route named is a fact.
  if (item.kind === 'section') {
    const named = isRouted(item) && isRouted(now) && was.opened ? (was.chosen ?? []) : [];
    const options = named.flatMap((id) => names.of(id) ?? []);
    return options
      .filter((id) => now.kind === 'section' && now.children.includes(id) && !is.chosen?.includes(id))
      .map((id) => `${item.id} no longer leads to ${id}`);
  }
  if (was.opened && !is.opened) lost.push(`${item.id} was entered`);
  if (was.opened && is.status !== 'open' && is.status !== 'done') lost.push(`${item.id} is ${is.status}`);
  if (was.opened && was.cleared && !is.cleared) lost.push(`${item.id} is no longer done`);
  if (was.quiz?.passed && !is.quiz?.passed) lost.push(`${item.id} is no longer passed`);
  if (was.quiz && is.quiz) {
    if ((is.quiz.best ?? -1) < (was.quiz.best ?? -1)) lost.push(`the best score of ${item.id} is worse`);
    if (is.quiz.submissions < was.quiz.submissions) lost.push(`attempts at ${item.id} are gone`);
  }
  return lost;
}

function isRouted(item: Item): boolean {
  return item.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route';
}

function answersLost(before: Standing, after: Standing, names: Names): string[] {
  const now = creditsOf(after);
  return [...creditsOf(before)].flatMap(([key, was]) => {
    const to = names.of(key);
    if (was === undefined || to === undefined || names.isElsewhere(key) || !now.has(to)) return [];
    const is = now.get(to);
    if (is === undefined) return [`the answer to ${key} is gone`];
    return is < was - 1e-9 ? [`the answer to ${key} earned ${was}, now ${is}`] : [];
  });
}

/** The best credit for each question; undefined: not answered. */
export function creditsOf({ compiled, state }: Standing): ReadonlyMap<string, number | undefined> {
  return new Map(
    compiled.course.items.flatMap((item, at) =>
      item.kind === 'section'
        ? []
        : item.questions.map(({ key }, i) => [key, state.items[at]?.credits?.[i]] as const),
    ),
  );
}

/** Questions whose drafts would not be found under their present names, whoever has one. */
export function draftsLost(before: Standing, after: Standing, names: Names): string[] {
  const { course } = after.compiled;
  const there = creditsOf(after);
  return [...creditsOf(before).keys()].flatMap((key) => {
    const to = names.of(key);
    if (to === undefined || to === key || names.isElsewhere(key) || !there.has(to)) return [];
    return earlierNotes(course, `draft:${to}:1`).includes(`draft:${key}:1`)
      ? []
      : [`a draft of ${key} is not found for ${to}`];
  });
}
