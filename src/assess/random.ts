import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { shortDigest } from '../model/digest.ts';

/** A whole number from 0 to `count - 1`. */
export type Below = (count: number) => number;

/**
 * Random numbers for one thing with a name: the same seed and name give the same ones in every browser, and they do not
 * change when other things come or go.
 */
export function randomFor(seed: number, name: string): Below {
  const generator = xoroshiro128plus(seed ^ Number.parseInt(shortDigest(name), 36));
  // Seeds that differ in a few bits begin alike: far along they do not (Blackman and Vigna 2018).
  generator.jump();
  return (count) => uniformInt(generator, 0, count - 1);
}

/** The things in an order drawn by chance: Fisher and Yates, as in Knuth, "The Art of Computer Programming" 3.4.2, algorithm P. */
export function shuffled<T>(things: readonly T[], below: Below): T[] {
  const result: T[] = [];
  for (const thing of things) {
    const at = below(result.length + 1);
    const moved = result[at];
    if (moved !== undefined) result.push(moved);
    result[at] = thing;
  }
  return result;
}
