import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import type { PartsCredit } from '../parts/types.ts';
import type { OrderingQuestion } from './types.ts';

/**
 * Grades an order by Kendall's rank correlation (Biometrika 30, 1938): the pairs of entries that stand the right way round less those
 * that do not, as a share of all pairs, never below 0. One entry at the wrong place costs little, and an order by chance earns
 * nothing on average before that floor. Entries that the question does not have (any more) are passed over; a pair of
 * which one is missing does not stand the right way round.
 */
export function gradeOrdering({ entries, credit }: OrderingQuestion, response: Response): Grade | undefined {
  if (response.type !== 'order') return undefined;
  const given = new Set(response.order);
  // Each place is the one in the right order, in the order given.
  const places = [...given]
    .map((id) => entries.findIndex((entry) => entry.id === id))
    .filter((place) => place >= 0);
  const inOrder = places.flatMap((place, i) => places.slice(i + 1).filter((later) => later > place));
  const earned = creditOf(inOrder.length, pairsOf(entries.length), credit);
  // Whatever the credit is: some entries can stand right among others that do not. One alone is in no order.
  const run = longestRun(places);
  const kept = run.size > 1 || entries.length === 1 ? run : new Set<number>();
  return gradeOf(
    earned,
    entries.map(({ id, feedback }, place) => {
      const right = kept.has(place);
      const chosen = given.has(id);
      return { part: id, chosen, right, ...(chosen && !right && feedback !== undefined && { feedback }) };
    }),
  );
}

function pairsOf(entries: number): number {
  return (entries * (entries - 1)) / 2;
}

function creditOf(inOrder: number, pairs: number, credit: PartsCredit | undefined): Share {
  if (inOrder === pairs) return 1;
  return credit === 'all-or-nothing' ? 0 : Math.max(0, (2 * inOrder - pairs) / pairs);
}

/**
 * The most entries that stand in the right order among themselves: they can stay, the others have to be moved. The first of
 * several such sets. For each entry the longest that ends with it, as in any textbook on dynamic programming.
 */
function longestRun(places: readonly number[]): Set<number> {
  const runs: (readonly number[])[] = [];
  for (const place of places) {
    const before = longest(runs.filter((run) => (run.at(-1) ?? place) < place));
    runs.push([...before, place]);
  }
  return new Set(longest(runs));
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}

/** Every credit that some order earns, ascending: any number of pairs can stand the wrong way round. */
export function orderingOutcomes({
  entries,
  credit,
}: Pick<OrderingQuestion, 'entries' | 'credit'>): readonly Share[] {
  const pairs = pairsOf(entries.length);
  const all = Array.from({ length: pairs + 1 }, (_, inOrder) => creditOf(inOrder, pairs, credit));
  return [...new Set(all)].sort((a, b) => a - b);
}
