/**
 * `npm run bench [-- --lessons 1000 --runs 3 --growth]`: what the tool costs, as ratios to things measured in the
 * same run on the same machine, because seconds alone say little. `--view`, `--proof` and `--store` measure the engine in the
 * browser, the proof, and how progress is kept instead.
 */
import { parseArgs } from 'node:util';
import { benchBuild } from './build.ts';
import { benchProof } from './proof.ts';
import { benchStore } from './store.ts';
import { benchView } from './view.ts';

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    growth: { type: 'boolean', default: false },
    view: { type: 'boolean', default: false },
    proof: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
  },
});
const lessons = Number(values.lessons);
const runs = Number(values.runs);
if (!Number.isInteger(lessons) || lessons < 1 || !Number.isInteger(runs) || runs < 1) {
  throw new Error('--lessons and --runs take whole numbers from 1.');
}

if (values.view) await benchView();
if (values.proof) await benchProof(runs);
if (values.store) await benchStore();
if (!values.view && !values.proof && !values.store)
  await benchBuild({ lessons, runs, growth: values.growth });
