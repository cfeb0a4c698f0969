import type { Condition, Instant } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { count, percent } from '../model/quantities.ts';
import { lookup } from './lookup.ts';
import type { Reason } from './types.ts';

/** Part of a sentence: text, or an item whose title stands there and may become a link. */
export type Piece = string | { readonly item: ItemId };

/** What a language needs to know to name things. */
export interface Names {
  competency(id: string): string;
  badge(id: string): string;
  date(at: Instant): string;
}

/** One language: whole sentences, since word order differs. */
export interface Words extends Sentences {
  date(at: Instant): string;
}

/** A language without its dates. */
export interface Sentences {
  /** A full sentence: what opens the item. */
  reason(reason: Reason, names: Names): Piece[];
  /** A clause in the present perfect that can follow "when": "you have passed X". */
  condition(condition: Condition, names: Names): Piece[];
  /** A title within a sentence. */
  title(title: string): string;
}

/** Why an item is locked and what opens it, as one plain sentence. */
export function describeReason(course: Course, reason: Reason, words: Words = english): string {
  return text(course, words.reason(reason, names(course, words)), words);
}

/** What a condition asks for, as a clause: `you have passed “Basics check” and …`. */
export function describeCondition(course: Course, condition: Condition, words: Words = english): string {
  return text(course, words.condition(condition, names(course, words)), words);
}

function names(course: Course, words: Words): Names {
  const { competencies, badges } = lookup(course);
  return {
    competency: (id) => words.title(competencies.get(id)?.competency.title ?? id),
    badge: (id) => words.title(badges.get(id)?.title ?? id),
    date: words.date,
  };
}

function text(course: Course, pieces: readonly Piece[], words: Words): string {
  const { nodes, at } = lookup(course);
  return pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : words.title(nodes[at.get(piece.item) ?? -1]?.item.title ?? piece.item),
    )
    .join('');
}

/** English; pages bring dates in the learner's time zone. */
export const sentences: Sentences = {
  title: (title) => `“${title}”`,
  reason(reason, names) {
    switch (reason.type) {
      case 'earlier':
        return ['Finish ', { item: reason.item }, ' first.'];
      case 'pass': {
        const facts = [
          ...(reason.best === undefined ? [] : [`best so far ${percent(reason.best)}`]),
          ...(reason.attemptsLeft === undefined ? [] : [`${count(reason.attemptsLeft, 'attempt')} left`]),
        ];
        const rest = facts.length > 0 ? `: ${facts.join(', ')}.` : '.';
        return reason.mark === undefined
          ? ['Hand in ', { item: reason.quiz }, rest]
          : ['Pass ', { item: reason.quiz }, ` with ${percent(reason.mark)}${rest}`];
      }
      case 'review':
        return [
          'Go through ',
          ...join(
            reason.items.map((item) => [{ item }]),
            'and',
          ),
          ' again before the next attempt at ',
          { item: reason.quiz },
          '.',
        ];
      case 'exhausted':
        return [
          'All attempts at ',
          { item: reason.quiz },
          reason.policy === 'review'
            ? ' are used: a review brings new ones.'
            : reason.policy === 'contact'
              ? ' are used: ask your instructor to open it again.'
              : ' are used, and it was not passed.',
        ];
      case 'branch':
        return ['Finish ', { item: reason.branch }, ' first: you have begun it.'];
      case 'not-chosen':
        return [
          'In ',
          { item: reason.section },
          ' you chose ',
          ...join(
            reason.chosen.map((item) => [{ item }]),
            'and',
          ),
          '.',
        ];
      case 'requires':
        return [
          'This opens when ',
          ...join(
            reason.unmet.map((part) => this.condition(part, names)),
            'and',
          ),
          '.',
        ];
      case 'parent':
        return [{ item: reason.section }, ' is not open yet.'];
    }
  },
  condition(condition, names) {
    switch (condition.type) {
      case 'all':
        return join(parts(this, condition.of, names), 'and', 'nothing more is asked');
      case 'any':
        return join(parts(this, condition.of, names), 'or', 'never');
      case 'not':
        return ['it is not so that ', ...parts(this, [condition.of], names).flat()];
      case 'completed':
        return ['you have finished ', { item: condition.item }];
      case 'passed':
        return ['you have passed ', { item: condition.quiz }];
      case 'failed':
        return ['you have handed in ', { item: condition.quiz }, ' without passing'];
      case 'score': {
        const { from, below } = condition;
        const bounds = [
          ...(from === undefined ? [] : [`at least ${percent(from)}`]),
          ...(below === undefined ? [] : [`less than ${percent(below)}`]),
        ];
        return bounds.length === 0
          ? ['you have handed in ', { item: condition.quiz }]
          : ['your best score in ', { item: condition.quiz }, ` is ${bounds.join(' and ')}`];
      }
      case 'attempts':
        return [
          'you have made at least ',
          count(condition.from, 'attempt'),
          ' at ',
          { item: condition.quiz },
        ];
      case 'chosen':
        return ['you have chosen ', { item: condition.option }];
      case 'mastered':
        return [`you have mastered ${names.competency(condition.competency)}`];
      case 'points':
        return [`you have ${count(condition.from, 'point')}`];
      case 'badge':
        return [`you have earned the badge ${names.badge(condition.badge)}`];
      case 'after':
        return [`it is ${names.date(condition.at)} or later`];
      case 'before':
        return [`it is before ${names.date(condition.at)}`];
    }
  },
};

/** English, with dates in UTC. Marked as pure, so that pages, which bring their own dates, do without it. */
export const english: Words = /* @__PURE__ */ Object.assign(
  {
    date: (at: Instant) =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
        at,
      ) + ' UTC',
  },
  sentences,
);

/** The clauses of a condition, in brackets where "and" and "or" would mix. */
function parts(words: Sentences, of: readonly Condition[], names: Names): Piece[][] {
  return of.map((part) => {
    const clause = words.condition(part, names);
    const mixes = (part.type === 'all' || part.type === 'any') && part.of.length > 1;
    return mixes ? ['(', ...clause, ')'] : clause;
  });
}

/** `a`, `a and b`, `a, b and c`. */
function join(parts: readonly (readonly Piece[])[], last: 'and' | 'or', none = ''): Piece[] {
  if (parts.length === 0) return [none];
  return parts.flatMap((part, i) =>
    i === 0 ? part : [i === parts.length - 1 ? ` ${last} ` : ', ', ...part],
  );
}
