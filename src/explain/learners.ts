import type { Condition, Instant } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { count, percent } from '../model/quantities.ts';
import { lookup } from '../path/index.ts';

/** How dates read: in the course's time zone. */
export type DateWords = (at: Instant) => string;

/** The title of an item in quotes. */
export function titled(course: Course, id: ItemId): string {
  return `“${course.items[lookup(course).at.get(id) ?? -1]?.title ?? id}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], last: 'and' | 'or' = 'and'): string {
  return parts.length < 2
    ? (parts[0] ?? 'nothing')
    : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

/** A condition as a clause about learners that can follow "who": `have passed “Basics check”`. */
export function whoever(course: Course, condition: Condition, date: DateWords): string {
  const title = (id: ItemId) => titled(course, id);
  const parts = (of: readonly Condition[]) =>
    of.map((part) => {
      const clause = whoever(course, part, date);
      return (part.type === 'all' || part.type === 'any') && part.of.length > 1 ? `(${clause})` : clause;
    });
  switch (condition.type) {
    case 'all':
      return condition.of.length === 0 ? 'are there' : listed(parts(condition.of));
    case 'any':
      return condition.of.length === 0 ? 'do not exist' : listed(parts(condition.of), 'or');
    case 'not':
      return unless(course, condition.of, date);
    case 'completed':
      return `have finished ${title(condition.item)}`;
    case 'passed':
      return `have passed ${title(condition.quiz)}`;
    case 'failed':
      return `have handed in ${title(condition.quiz)} without passing`;
    case 'score': {
      const { from, below } = condition;
      const quiz = title(condition.quiz);
      if (below === undefined) return `have scored at least ${percent(from ?? 0)} in ${quiz}`;
      const least = from === undefined ? '' : `of at least ${percent(from)} and `;
      return `have a best score ${least}below ${percent(below)} in ${quiz}`;
    }
    case 'attempts':
      return `have handed in ${title(condition.quiz)} at least ${count(condition.from, 'time')}`;
    case 'chosen':
      return `have chosen ${title(condition.option)}`;
    case 'mastered':
      return `have mastered “${competencyTitle(course, condition.competency)}”`;
    case 'points':
      return `have at least ${count(condition.from, 'point')}`;
    case 'badge':
      return `have the badge “${badgeTitle(course, condition.badge)}”`;
    case 'after':
      return `come on or after ${date(condition.at)}`;
    case 'before':
      return `come before ${date(condition.at)}`;
  }
}

/** The clause for those of whom a condition does not hold. */
function unless(course: Course, condition: Condition, date: DateWords): string {
  const clause = whoever(course, condition, date);
  switch (condition.type) {
    case 'not':
      return whoever(course, condition.of, date);
    case 'after':
      return `come before ${date(condition.at)}`;
    case 'before':
      return `come on or after ${date(condition.at)}`;
    case 'all':
    case 'any': {
      const [only, more] = condition.of;
      return only && !more ? unless(course, only, date) : `are none of those who ${clause}`;
    }
    default:
      return clause.replace(/^have /, 'have not ').replace(/^have not (at least|a|the) /, 'do not have $1 ');
  }
}

export function competencyTitle(course: Course, id: string): string {
  return lookup(course).competencies.get(id)?.competency.title ?? id;
}

export function badgeTitle(course: Course, id: string): string {
  return lookup(course).badges.get(id)?.title ?? id;
}
