import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { lessonId, writeLessons } from './lessons.ts';
import { type Cost, median, run, scratchFolder } from './measure.ts';

/** What the benchmark of whole runs takes. */
export interface BuildOptions {
  /** How many lessons the course has. */
  readonly lessons: number;
  readonly runs: number;
  /** Also build ten times as many lessons. */
  readonly growth: boolean;
}

/**
 * Prints what whole runs of the tool cost. Rounds are interleaved, so that a noisy machine disturbs all alike; the
 * median of each is taken.
 */
export async function benchBuild({ lessons, runs, growth }: BuildOptions): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  const cli = join(root, 'bin', 'course.js');
  const raw = scratchFolder('raw.mjs');
  // Bundled like the tool itself, so that neither pays for finding hundreds of modules.
  await build({
    entryPoints: [join(root, 'bench', 'raw.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: raw,
    banner: { js: "import{createRequire as __c}from'node:module';const require=__c(import.meta.url);" },
    logLevel: 'warning',
  });

  const course = scratchFolder('course');
  const site = scratchFolder('site');
  const cache = scratchFolder('cache');
  const env = { COURSEWRIGHT_CACHE: cache };
  writeLessons(course, lessons);

  const empty = scratchFolder('empty.mjs');
  writeFileSync(empty, '');

  const steps = {
    raw: () => run([raw, join(course, 'modules'), scratchFolder('raw')]),
    cold: () => {
      rmSync(cache, { recursive: true, force: true });
      rmSync(site, { recursive: true, force: true });
      return run([cli, 'build', course, '--out', site], env);
    },
    unchanged: () => run([cli, 'build', course, '--out', site], env),
    changed: () => {
      const page = join(course, 'modules', `${lessonId(Math.floor(lessons / 2))}.md`);
      writeFileSync(page, `${readFileSync(page, 'utf8')}\nOne more sentence.\n`);
      return run([cli, 'build', course, '--out', site], env);
    },
    validate: () => {
      rmSync(cache, { recursive: true, force: true });
      return run([cli, 'validate', course], env);
    },
    again: () => run([cli, 'validate', course], env),
    help: () => run([cli, '--help']),
    empty: () => run([empty]),
  } satisfies Record<string, () => Cost>;

  type Step = keyof typeof steps;
  const costs = Object.fromEntries(Object.keys(steps).map((name) => [name, [] as Cost[]]));
  for (let round = 0; round < runs; round++) {
    for (const [name, step] of Object.entries(steps)) costs[name]?.push(step());
  }
  const cost = (name: Step) => median(costs[name] ?? []);

  const lines: [what: string, name: Step, to: Step, aim: number | undefined][] = [
    ['raw unified pipeline', 'raw', 'raw', undefined],
    ['build, cold', 'cold', 'raw', 0.9],
    ['build, one page changed', 'changed', 'cold', 0.15],
    ['build, nothing changed', 'unchanged', 'cold', 0.1],
    ['validate, cold', 'validate', 'raw', undefined],
    ['validate, nothing changed', 'again', 'validate', undefined],
    ['empty Node process', 'empty', 'empty', undefined],
    ['course --help', 'help', 'empty', 1.3],
  ];
  console.log(
    `${lessons} lessons of ${(folderSize(join(course, 'modules')) / lessons / 1024).toFixed(1)} KB, median of ${runs}, Node ${process.version}\n` +
      'raw pipeline: remark-parse, remark-frontmatter, remark-gfm, remark-rehype, rehype-highlight, rehype-stringify; reads and writes each file\n',
  );
  for (const [what, name, to, aim] of lines) {
    const { seconds, memory } = cost(name);
    const ratio = seconds / cost(to).seconds;
    const verdict = aim === undefined ? '' : `  aim ${aim}${ratio <= aim ? '' : '  MISSED'}`;
    console.log(
      `${what.padEnd(28)}${seconds.toFixed(2).padStart(8)} s${`${(memory / 2 ** 20).toFixed(0)} MB`.padStart(9)}` +
        `${ratio.toFixed(2).padStart(8)} × ${to}${verdict}`,
    );
  }

  const bytes = folderSize(site);
  console.log(
    `\nsite: ${(bytes / 2 ** 20).toFixed(1)} MB, ${(bytes / lessons / 1024).toFixed(1)} KB a lesson`,
  );
  if (growth) {
    const many = scratchFolder('many');
    const manySite = scratchFolder('many-site');
    writeLessons(many, lessons * 10);
    const { seconds, memory } = run([cli, 'build', many, '--out', manySite], env);
    const large = folderSize(manySite);
    console.log(
      `ten times the lessons: ${(large / 2 ** 20).toFixed(1)} MB, ${(large / lessons / 10 / 1024).toFixed(1)} KB a lesson: ` +
        `${(large / bytes).toFixed(2)} × the bytes, ${(seconds / cost('cold').seconds).toFixed(2)} × the time, ${(memory / 2 ** 20).toFixed(0)} MB`,
    );
  }
}

function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
