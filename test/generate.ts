import { generateIfStale } from '../scripts/generate.ts';

/** The validators are generated, not committed: tests make them when they are missing or stale. */
export default generateIfStale;
