/** What chance makes less often than this is worth a word. */
export const UNLIKELY = 0.05;

/**
 * How likely at least `successes` of some independent trials succeed, each with a probability of its own: the upper tail of the
 * Poisson binomial distribution, by adding one trial after the other (exact; quadratic in the trials).
 */
export function chanceOfAtLeast(successes: number, probabilities: readonly number[]): number {
  let exactly = [1];
  for (const p of probabilities) {
    const next = new Array<number>(exactly.length + 1).fill(0);
    exactly.forEach((share, hits) => {
      next[hits] = (next[hits] ?? 0) + share * (1 - p);
      next[hits + 1] = (next[hits + 1] ?? 0) + share * p;
    });
    exactly = next;
  }
  return exactly.slice(Math.max(0, successes)).reduce((sum, share) => sum + share, 0);
}
