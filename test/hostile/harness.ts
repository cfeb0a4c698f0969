import { expect } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import { type Compiled, compile, sourcesOf } from '../edition/random/compiled.ts';

/** Real courses, as they were compiled. */
export async function realCourses(): Promise<readonly Compiled[]> {
  const names = ['test/browser/course', 'test/browser/quizzes', 'example-course'] as const;
  const courses: Compiled[] = [];
  for (const name of names) {
    const compiled = await compile(sourcesOf(name));
    if (!compiled) throw new Error(`${name} does not compile.`);
    courses.push(compiled);
  }
  return courses;
}

/** Their manifests, the smaller ones first. */
export async function manifests(): Promise<readonly Course[]> {
  return (await realCourses()).map(({ course }) => course);
}

const BUILT_IN = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
  Map.prototype,
  Set.prototype,
  Promise.prototype,
  RegExp.prototype,
  Object,
  Array,
  JSON,
];

const describe = () =>
  BUILT_IN.map((built) =>
    Reflect.ownKeys(built).map(
      (name) => [name, Reflect.getOwnPropertyDescriptor(built, name)?.value] as const,
    ),
  );
const untouched = describe();

/** Fails when anything that all objects share was touched, or a script has run. */
export function expectUntouched(): void {
  const found = describe();
  for (const [i, before] of untouched.entries()) {
    const now = found[i] ?? [];
    if (
      now.length !== before.length ||
      now.some(([name, value], k) => before[k]?.[0] !== name || before[k]?.[1] !== value)
    )
      expect(now.map(([name]) => name)).toEqual(before.map(([name]) => name));
  }
  expect(Reflect.has(globalThis, '__pwned')).toBe(false);
  expect('__pwned' in {}).toBe(false);
}

/** Fails unless it holds. Cheap, since a million runs ask it many times. */
export function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Expected: ${what}`);
}

/** Does something for each seed; a failure says which one it was. Looks at what all objects share now and then. */
export async function forSeeds(count: number, run: (seed: number) => unknown): Promise<void> {
  const from = Number(process.env.COURSE_TEST_SEED ?? 0);
  for (let seed = from; seed < from + count; seed++) {
    try {
      await run(seed);
      if (seed % 500 === 0) expectUntouched();
    } catch (error) {
      throw new Error(`Seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`, {
        cause: error,
      });
    }
  }
  expectUntouched();
}
