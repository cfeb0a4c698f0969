import type { Condition, Instant } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import { sentences } from '../words/en.ts';
import type { Names, Piece, Words } from '../words/sentences.ts';
import { lookup } from './lookup.ts';
import type { Reason } from './types.ts';

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

/** English, with dates in UTC; `wordsOf` (src/words) has the other languages. */
export const english: Words = {
  ...sentences,
  date: (at: Instant) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at) +
    ' UTC',
};
