import { alwaysAsked, candidatesOf } from '../model/attempt.ts';
import type { QuestionRef, Quiz } from '../model/course.ts';
import type { QuestionKey } from '../model/ids.ts';
import { numberFor, randomFor, shuffled } from './random.ts';

/** What deciding over an attempt takes of a quiz. */
export type Drawing = Pick<Quiz, 'questions' | 'draws' | 'settings'>;

/**
 * The questions of an attempt in their order: those that are always asked, at each draw's place as many of its candidates as
 * it takes, all of them mixed where the quiz says so. The same seed gives the same; when the quiz is edited during an attempt,
 * as much as can be stays.
 *
 * @param missed asks these alone, as far as the quiz still has them: another attempt at what the last one missed
 */
export function asked(quiz: Drawing, seed: number, missed?: ReadonlySet<QuestionKey>): QuestionKey[] {
  const draws = quiz.draws ?? [];
  const isAsked = (key: QuestionKey) => missed === undefined || missed.has(key);
  // Each candidate has a number of its own, and the smallest are drawn: one that comes or goes changes one place at most
  // (as in rendezvous hashing, Thaler and Ravishankar 1998).
  const drawn = draws.map((draw) => {
    const candidates = byChance(keysOf(candidatesOf(quiz, draw)), seed, 'draw');
    return missed === undefined ? candidates.slice(0, draw.count) : candidates.filter(isAsked);
  });
  const fixed = keysOf(alwaysAsked(quiz));
  const result: QuestionKey[] = [];
  for (let at = 0; at <= fixed.length; at++) {
    draws.forEach(({ before }, i) => {
      if (before === at) result.push(...(drawn[i] ?? []));
    });
    const key = fixed[at];
    if (key !== undefined && isAsked(key)) result.push(key);
  }
  return quiz.settings?.shuffle ? byChance(result, seed, 'place') : result;
}

function keysOf(questions: readonly QuestionRef[]): QuestionKey[] {
  return questions.map(({ key }) => key);
}

/** The order of a question's options that belongs to a seed: each call gives the same. */
export function orderOf(seed: number, key: QuestionKey): <Thing>(things: readonly Thing[]) => Thing[] {
  return (things) => shuffled(things, randomFor(seed, `options ${key}`));
}

/** A whole number below 2^32 for what a question draws besides its order, such as its values. */
export function drawnNumber(seed: number, key: QuestionKey): number {
  return numberFor(seed, `values ${key}`);
}

/** The keys in an order by chance, in which any two keep theirs whatever others come or go. */
function byChance(keys: readonly QuestionKey[], seed: number, what: string): QuestionKey[] {
  return keys
    .map((key) => ({ key, number: numberFor(seed, `${what} ${key}`) }))
    .sort((a, b) => a.number - b.number)
    .map(({ key }) => key);
}
