import fc from 'fast-check';

/**
 * Properties try the same cases each time, so that a change is blamed only for what it does. `COURSE_TEST_RUNS` asks for
 * more of them and, without `COURSE_TEST_SEED`, for others each time: that is how new ones are found.
 */
const { COURSE_TEST_RUNS: runs, COURSE_TEST_SEED: seed = runs ? undefined : '5' } = process.env;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
