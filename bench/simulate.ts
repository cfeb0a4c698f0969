/**
 * `npm run bench:simulate [-- --learners 1000 --modules 100 --runs 3]`: what `course simulate` costs, as ratios to things
 * measured in the same run: the same command for one learner (starting, reading and checking the course), and a process that
 * takes the engine's `view` as often as learners make moves, which is what a simulation that asked for all would cost.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { type Cost, median, run, scratchFolder } from './measure.ts';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '1000' },
    modules: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
  },
});
const [learners = 0, modules = 0, runs = 0] = [values.learners, values.modules, values.runs].map(Number);
if (![learners, modules, runs].every((number) => Number.isInteger(number) && number > 0)) {
  throw new Error('--learners, --modules and --runs take whole numbers from 1.');
}

/** What a simulation of 1,000 learners through 100 modules may take, whole process, on two cores. */
const AIM = 2;
/** Modules before each quiz. */
const SECTION = 10;

const cli = resolve(import.meta.dirname, '..', 'bin', 'course.js');
const course = scratchFolder('course');
const env = { COURSEWRIGHT_CACHE: scratchFolder('cache') };
writeCourse();

const views = scratchFolder('views.mjs');
await build({
  stdin: {
    contents: `
      import { start, view } from './src/path/index.ts';
      const items = [{ kind: 'section', id: 'root', title: 'Root', optional: false, minutes: 0, points: 0, type: 'linear',
        autoplay: false, children: Array.from({ length: ${modules} }, (_, i) => 'm' + i) }];
      for (const id of items[0].children) items.push({ kind: 'module', id, title: id, parent: 'root', optional: false,
        minutes: 5, points: 10, done: { type: 'view' }, questions: [], href: id });
      const course = { format: 1, id: 'c', title: 'C', language: 'en', pathway: 'root', items, competencies: [], badges: [] };
      const state = start(course);
      let seen = 0;
      for (let move = 0; move < ${learners * modules}; move++) seen += view(course, state, move).items.length;
      if (seen === 0) throw new Error('nothing was seen');`,
    resolveDir: resolve(import.meta.dirname, '..'),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: views,
  logLevel: 'warning',
});

const simulate = (count: number) => () => run([cli, 'simulate', course, '--learners', String(count)], env);
const steps = {
  one: simulate(1),
  all: simulate(learners),
  views: () => run([views]),
} satisfies Record<string, () => Cost>;
// The first run compiles the pages, which the others find in the cache.
const cold = simulate(1)();
const costs = Object.fromEntries(Object.keys(steps).map((name) => [name, [] as Cost[]]));
for (let round = 0; round < runs; round++)
  for (const [name, step] of Object.entries(steps)) costs[name]?.push(step());
const [one, all, view] = (['one', 'all', 'views'] as const).map((name) => median(costs[name] ?? []));
if (!one || !all || !view) throw new Error('no runs');

console.log(
  `${learners} learners, ${modules} modules, a quiz after each ${SECTION}; median of ${runs}, Node ${process.version}\n`,
);
const isStandard = learners === 1000 && modules === 100;
const line = (what: string, { seconds, memory }: Cost, rest = '') =>
  console.log(
    `${what.padEnd(34)}${seconds.toFixed(2).padStart(7)} s${`${(memory / 2 ** 20).toFixed(0)} MB`.padStart(9)}${rest}`,
  );
line('one learner, course compiled anew', cold);
line('one learner', one);
line('all learners', all, isStandard ? `   aim ${AIM} s${all.seconds <= AIM ? '' : '  MISSED'}` : '');
line('a view for each move', view, `   ${(all.seconds / view.seconds).toFixed(2)} × for all learners`);
console.log(`\nall learners: ${(all.seconds / one.seconds).toFixed(2)} × one learner`);

function writeCourse(): void {
  const write = (folder: string, name: string, text: string) => {
    mkdirSync(join(course, folder), { recursive: true });
    writeFileSync(join(course, folder, name), text);
  };
  const sections: object[] = [];
  for (let from = 0; from < modules; from += SECTION) {
    const ids = Array.from({ length: Math.min(SECTION, modules - from) }, (_, i) => `m${from + i}`);
    for (const id of ids)
      write('modules', `${id}.md`, `---\ntitle: Module ${id}\nminutes: 6\n---\n\nSome text.\n`);
    const questions = Array.from({ length: 5 }, (_, i) => ({
      id: `q${i}`,
      prompt: `Question ${i} after ${ids.at(-1)}?`,
      options: [{ text: 'Yes', correct: true }, { text: 'No' }, { text: 'Perhaps' }, { text: 'Never' }],
    }));
    const quiz = { title: `Check ${from}`, pass: '80%', review: [ids[0]], questions };
    write('quizzes', `check-${from}.yaml`, JSON.stringify(quiz));
    const section = {
      type: 'hurdles',
      id: `part-${from}`,
      title: `Part ${from}`,
      items: [...ids, `check-${from}`],
    };
    sections.push(section);
  }
  const pathway = { type: 'linear', items: sections };
  write('.', 'course.yaml', JSON.stringify({ id: 'benchmark', title: 'Benchmark', language: 'en', pathway }));
}
