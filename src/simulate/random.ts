import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { shortDigest } from '../model/digest.ts';

/** A stream of random numbers: the same seed gives the same numbers everywhere. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  share(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /**
   * Normal with mean 0 and variance 1, as the sum of twelve uniform numbers less six (Irwin–Hall): additions
   * alone, whose results, unlike those of logarithms, are the same on every processor. Never beyond ±6.
   */
  normal(): number;
}

type Generator = ReturnType<typeof xoroshiro128plus>;

/**
 * A stream for each learner, one after the other. Each starts 2^64 numbers after the one before it (the jump
 * of xoroshiro128+, Blackman and Vigna 2018), so that learner 7 is the same however many there are.
 */
export function* streams(seed: number): globalThis.Generator<Random, never, void> {
  const generator = xoroshiro128plus(seed);
  for (;;) {
    generator.jump();
    yield randomOf(generator.clone());
  }
}

/** A stream for a thing with a name: it does not change when other things come or go. */
export function streamFor(seed: number, name: string): Random {
  const generator = xoroshiro128plus(seed ^ Number.parseInt(shortDigest(name), 36));
  generator.jump();
  return randomOf(generator);
}

function randomOf(generator: Generator): Random {
  const share = () => uniformFloat64(generator);
  return {
    share,
    chance: (probability) => share() < probability,
    below: (count) => uniformInt(generator, 0, count - 1),
    normal() {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += share();
      return sum;
    },
  };
}
