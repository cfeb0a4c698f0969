/** By default the tests of this folder make so many runs together. */
const ALL = 10_000;

/** How many of all runs a test makes; `COURSE_TEST_RUNS` is how many all make together. */
export function runs(share: number): number {
  return Math.ceil((share * Number(process.env.COURSE_TEST_RUNS ?? ALL)) / ALL);
}
