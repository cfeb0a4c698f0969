import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, type Drawing, drawnNumber, orderOf } from '../../src/assess/draw.ts';
import type { Draw, QuestionRef } from '../../src/model/course.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** A quiz of some fixed questions and draws; `before` is anywhere among the fixed ones. */
const quizzes: fc.Arbitrary<Drawing> = fc
  .record({
    fixed: fc.nat(5),
    draws: fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 9 }), share: fc.nat(9), before: fc.nat(5) }),
      {
        maxLength: 3,
      },
    ),
    shuffle: fc.boolean(),
  })
  .map(({ fixed, draws, shuffle }) => {
    let from = fixed;
    const made: Draw[] = draws.map(({ size, share, before }) => {
      const draw = {
        count: 1 + (share % size),
        points: 1,
        from,
        to: from + size,
        before: Math.min(before, fixed),
      };
      from += size;
      return draw;
    });
    return {
      questions: Array.from({ length: from }, (_, i) => ref(i < fixed ? `q#f${i}` : `q#bank/${i}`)),
      ...(made.length > 0 && { draws: made }),
      settings: { shuffle },
    };
  });

function ref(key: string): QuestionRef {
  return { key, points: 1, competencies: [], outcomes: [0, 1] };
}

function bank(size: number, count: number): Drawing {
  return {
    questions: Array.from({ length: size }, (_, i) => ref(`q#bank/${i}`)),
    draws: [{ count, points: 1, from: 0, to: size, before: 0 }],
  };
}

describe('what an attempt asks', () => {
  it('is every fixed question and as many candidates as each draw takes, none twice', () => {
    fc.assert(
      fc.property(quizzes, seeds, (quiz, seed) => {
        const keys = asked(quiz, seed);
        const draws = quiz.draws ?? [];
        expect(new Set(keys).size).toBe(keys.length);
        const place = (key: string) => quiz.questions.findIndex((question) => question.key === key);
        const places = keys.map(place);
        const fixed = draws[0]?.from ?? quiz.questions.length;
        expect(places.filter((at) => at < fixed)).toHaveLength(fixed);
        for (const { from, to, count } of draws)
          expect(places.filter((at) => at >= from && at < to)).toHaveLength(count);
        expect(places).not.toContain(-1);
      }),
    );
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(quizzes, seeds, (quiz, seed) => {
        expect(asked(quiz, seed)).toEqual(asked(structuredClone(quiz), seed));
      }),
    );
  });

  it('keeps the fixed questions in place, and draws where they stand, unless it shuffles', () => {
    fc.assert(
      fc.property(quizzes, seeds, (quiz, seed) => {
        const keys = asked({ ...quiz, settings: {} }, seed);
        const fixed = quiz.questions.slice(0, quiz.draws?.[0]?.from).map(({ key }) => key);
        expect(keys.filter((key) => fixed.includes(key))).toEqual(fixed);
        for (const { from, to, before } of quiz.draws ?? []) {
          const own = new Set(quiz.questions.slice(from, to).map(({ key }) => key));
          for (const [at, key] of keys.entries())
            if (own.has(key))
              expect(keys.slice(0, at).filter((earlier) => fixed.includes(earlier))).toHaveLength(before);
        }
      }),
    );
  });

  it('is only what was missed in another attempt at that', () => {
    fc.assert(
      fc.property(quizzes, seeds, seeds, fc.func(fc.boolean()), (quiz, first, second, isMissed) => {
        const missed = new Set(asked(quiz, first).filter((key) => isMissed(key)));
        const again = asked(quiz, second, new Set([...missed, 'q#gone']));
        expect(new Set(again)).toEqual(missed);
        expect(again).toHaveLength(missed.size);
      }),
    );
  });

  it('stays, one question apart, when a candidate comes or goes', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 40 }), fc.nat(), (seed, size, gone) => {
        const count = Math.ceil(size / 3);
        const before = asked(bank(size, count), seed);
        const less = bank(size, count).questions.filter((_, i) => i !== gone % size);
        const after = asked(
          { questions: less, draws: [{ count, points: 1, from: 0, to: size - 1, before: 0 }] },
          seed,
        );
        const kept = before.filter((key) => key !== `q#bank/${gone % size}`);
        expect(after.filter((key) => kept.includes(key))).toEqual(kept);
      }),
    );
  });

  it.each([
    ['counted up', (i: number) => i],
    ['far apart', (i: number) => Math.imul(i, 0x9e3779b1) >>> 0],
  ])('asks every candidate, and every two together, alike often: seeds %s', (_, seedOf) => {
    const times = 4000;
    const [size, count] = [20, 5];
    const single = new Map<string, number>();
    const first = new Map<string, number>();
    const pairs = new Map<string, number>();
    const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (let i = 0; i < times; i++) {
      const keys = asked(bank(size, count), seedOf(i));
      add(first, keys[0] ?? '');
      for (const key of keys) {
        add(single, key);
        for (const other of keys) if (key < other) add(pairs, `${key} ${other}`);
      }
    }
    const isEven = (counts: Map<string, number>, cells: number, chance: number) => {
      expect(counts.size).toBe(cells);
      const deviation = Math.sqrt(times * chance * (1 - chance));
      for (const found of counts.values())
        expect(Math.abs(found - times * chance)).toBeLessThan(6 * deviation);
    };
    isEven(single, size, count / size);
    isEven(first, size, 1 / size);
    isEven(pairs, (size * (size - 1)) / 2, (count * (count - 1)) / (size * (size - 1)));
  });
});

describe('the order of options', () => {
  it('is a permutation, the same at each call, another for another seed or question', () => {
    const things = [...'abcdefghij'];
    const order = orderOf(7, 'q#one');
    expect(order(things)).toEqual(order([...things]));
    expect(order(things).toSorted()).toEqual(things);
    expect(order(things.map((thing) => [thing]))).toEqual(order(things).map((thing) => [thing]));
    expect(order(things)).not.toEqual(orderOf(8, 'q#one')(things));
    expect(order(things)).not.toEqual(orderOf(7, 'q#two')(things));
  });
});

describe('the number that a question draws', () => {
  it('is a whole number below 2^32, the same for the same seed and question', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, key) => {
        const number = drawnNumber(seed, key);
        expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true);
        expect(drawnNumber(seed, key)).toBe(number);
      }),
    );
  });

  it('reaches all of a few variants', () => {
    const variants = Array.from({ length: 300 }, (_, seed) => drawnNumber(seed, 'q#one') % 7);
    expect(new Set(variants).size).toBe(7);
  });
});
