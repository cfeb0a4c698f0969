/** Bundled and run by `proof.ts` in a process of its own: `proof-run MODULES [trap]`, prints a `ProofCost` as JSON. */
import { start, view } from '../src/path/index.ts';
import { prove } from '../src/proof/index.ts';
import { describeCourse, pathway } from './courses.ts';

/** What one proof took. */
export interface ProofCost {
  readonly course: string;
  readonly items: number;
  /** Milliseconds of the first proof in the process, as `course validate` pays it. */
  readonly proof: number;
  /** Milliseconds of one `view` of the course, after warming up: the baseline. */
  readonly view: number;
  readonly states: number;
  /** What was found, such as `trap after 31 steps`. */
  readonly findings: readonly string[];
  /** The claims that were left open. */
  readonly unproved: readonly string[];
}

const [modules, trap] = process.argv.slice(2);
const course = pathway(Number(modules), { trap: trap === 'trap' });
const before = performance.now();
const { findings, unproved, states } = prove(course);
const proof = performance.now() - before;

const learner = start(course);
const times: number[] = [];
for (let round = 0; round < 30; round++) {
  const from = performance.now();
  view(course, learner, 0);
  times.push(performance.now() - from);
}
const cost: ProofCost = {
  course: describeCourse(course),
  items: course.items.length,
  proof,
  view: times.sort((a, b) => a - b)[10] ?? Number.NaN,
  states,
  findings: findings.map((finding) => {
    if (finding.type === 'trap') return `trap after ${finding.witness.length} steps`;
    const { type, ...where } = finding;
    return `${type} ${Object.values(where)
      .filter((value) => typeof value !== 'object')
      .join(' ')}`.trim();
  }),
  unproved: unproved.map(({ claim, items }) => {
    const what = claim === 'trap' ? claim : Object.values(claim).join(' ');
    return `${what} (${items.slice(0, 3).join(', ')})`;
  }),
};
console.log(JSON.stringify(cost));
