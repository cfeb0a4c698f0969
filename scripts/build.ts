/**
 * Builds the package: the CLI in chunks that load when a command needs them, and the browser's files.
 * Everything is bundled, so that what is installed has no dependencies.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { languages } from '../src/words/registry.ts';
import { BROWSERS, buildBrowser } from './browser.ts';
import { generate } from './generate.ts';
import { thirdPartyNotices } from './notices.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Made aside, then put in place: whoever runs the CLI meanwhile never meets half of it. */
const MAKING = `dist.${process.pid}`;

/** What a module page with a quiz may make a learner load, in bytes of gzip. */
const RUNTIME_BUDGET = 20 * 1024;

process.chdir(ROOT);
process.on('exit', () => rmSync(MAKING, { recursive: true, force: true }));
await generate();

const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  write: true,
  logLevel: 'warning',
} satisfies esbuild.BuildOptions;

// A worker is a program of its own: one bundle for each `worker.ts` or `*-worker.ts`.
const workers = files('src', /(^|-)worker\.ts$/);
const cli = await esbuild.build({
  ...shared,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'cli' },
    ...workers.map((path) => ({ in: path, out: basename(path, '.ts') })),
  ],
  outdir: MAKING,
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  splitting: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  jsxImportSource: 'hastscript',
  // CommonJS dependencies ask for Node's modules with `require`, which an ES module does not have.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});

const browserInputs = await buildBrowser({
  root: ROOT,
  outdir: `${MAKING}/browser`,
  entries: [
    ...entry('src/runtime/main.ts', 'runtime'),
    ...entry('src/runtime/portable/main.ts', 'portable'),
    ...files('src/questions', /^widget\.ts$/).map((path) => ({
      in: path,
      out: `questions-${basename(dirname(path))}`,
    })),
    ...files('src/questions', /^late\.ts$/).map((path) => ({
      in: path,
      out: `late-${basename(dirname(path))}`,
    })),
    ...files('src/runtime/pages', /\.ts$/).map((path) => ({
      in: path,
      out: `page-${basename(path, '.ts')}`,
    })),
    ...files('src/runtime/late', /\.ts$/).map((path) => ({
      in: path,
      out: `late-${basename(path, '.ts')}`,
    })),
  ],
});
const client = await esbuild.build({
  ...shared,
  entryPoints: entry('src/serve/client/main.ts', 'dev-client'),
  outdir: `${MAKING}/browser`,
  format: 'iife',
  minify: true,
  platform: 'browser',
  target: BROWSERS,
});

const styles = files('templates/site/css', /\.css$/);
if (styles.length > 0) {
  const source = styles.map((path) => readFileSync(path, 'utf8')).join('\n');
  const css = await esbuild.transform(source, {
    loader: 'css',
    minify: true,
    target: BROWSERS,
  });
  mkdirSync(`${MAKING}/browser`, { recursive: true });
  writeFileSync(`${MAKING}/browser/site.css`, css.code);
}

const inputs = [...[cli, client].flatMap((result) => Object.keys(result.metafile.inputs)), ...browserInputs];
writeFileSync(`${MAKING}/THIRD-PARTY-NOTICES.txt`, thirdPartyNotices(inputs));
putInPlace();

report();

function entry(path: string, out: string): { in: string; out: string }[] {
  return existsSync(path) ? [{ in: path, out }] : [];
}

/** Two renames, so that the package is away for no longer than that. */
function putInPlace(): void {
  const old = `${MAKING}.old`;
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(MAKING, 'dist');
  rmSync(old, { recursive: true, force: true });
}

/** The files below a folder whose name matches, sorted; none when the folder is not there. */
function files(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile() && name.test(found.name))
    .map((found) => join(found.parentPath, found.name))
    .sort();
}

/** Prints the sizes and stops when a page with a quiz would load more than the budget. */
function report(): void {
  const size = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const chunks = files('dist', /\.js$/).filter((path) => !path.startsWith('dist/browser'));
  console.log(
    `cli       ${kb(statSync('dist/cli.js').size)} to start, ${kb(sum(chunks.map((path) => statSync(path).size)))} in all`,
  );
  for (const path of files('dist/browser', /./).filter((found) => !/browser\/[a-z]+\//.test(found)))
    console.log(`browser   ${basename(path).padEnd(24)} ${kb(size(path)).padStart(8)} gzip`);
  for (const language of Object.keys(languages)) {
    const scripts = files(`dist/browser/${language}`, /\.js$/);
    if (language === 'en')
      for (const path of scripts)
        console.log(`browser   ${basename(path).padEnd(24)} ${kb(size(path)).padStart(8)} gzip`);
    const largest = (name: RegExp) =>
      Math.max(0, ...scripts.filter((path) => name.test(basename(path))).map(size));
    const total = largest(/^runtime\.js$/) + largest(/^questions-/) + largest(/^page-(module|quiz)\.js$/);
    console.log(
      `runtime   ${total} bytes, ${kb(total)} of ${kb(RUNTIME_BUDGET)} gzip for a module page with a quiz, in ${language}`,
    );
    if (total > RUNTIME_BUDGET) {
      console.error(
        `The runtime, its largest question bundle and its largest page bundle are over the budget by ${kb(total - RUNTIME_BUDGET)}.`,
      );
      process.exitCode = 1;
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
