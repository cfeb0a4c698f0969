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
  const generator = xoroshiro128plus(numberFor(seed, name));
  return (count) => uniformInt(generator, 0, count - 1);
}

/**
 * One random number for a thing with a name: whole, from 0, below 2^32. Seed and name are mixed by more than exclusive or: generators of the xorshift
 * family are linear in it, so that things with like names would always, or never, be drawn together.
 */
export function numberFor(seed: number, name: string): number {
  return mixed(mixed(seed) ^ Number.parseInt(shortDigest(name), 36));
}

/** Spreads each bit over all: the finaliser of MurmurHash3 (Appleby, public domain), 32 bit. */
function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
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
