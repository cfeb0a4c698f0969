import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PageKind } from '../../templates/site/types.ts';
import { packageRoot } from '../platform/package-root.ts';
import { Refusal } from '../platform/refusal.ts';
import type { QuestionType } from '../questions/question.ts';
import { questionKinds, questionTypes } from '../questions/registry.ts';
import type { Bundle } from '../site/parts.ts';
import { languageOf } from '../words/registry.ts';

/** The bundle of each kind of page that needs more than the runtime. */
const PAGES = ['home', 'map', 'module', 'quiz', 'progress', 'complete'] as const;

/** What a page with a quiz may make a learner load: bytes of gzip. The package's own build holds to it. */
export const RUNTIME_BUDGET = 20 * 1024;

/** The files of this package that every site carries, as text. */
export interface BrowserFiles {
  readonly css: string;
  readonly runtime: string;
  readonly questions: ReadonlyMap<QuestionType, Bundle>;
  readonly pages: ReadonlyMap<PageKind, Bundle>;
  readonly late: ReadonlyMap<string, Bundle>;
}

/** Reads them, with the words for a course in a language. Throws a `Refusal` in a clone that was not built yet. */
export function browserFiles(language: string): BrowserFiles {
  const words = languageOf(language);
  const bundle = (type: QuestionType): Bundle => ({
    name: `questions-${type}`,
    text: browserFile(`${words}/questions-${type}.js`),
  });
  return {
    css: browserFile('site.css'),
    runtime: browserFile(`${words}/runtime.js`),
    questions: new Map(questionTypes.map((type) => [type, bundle(type)])),
    pages: new Map(
      PAGES.map((kind) => [kind, { name: `page-${kind}`, text: browserFile(`${words}/page-${kind}.js`) }]),
    ),
    late: new Map(
      lateNames(words).map((name) => [
        name,
        { name: `late-${name}`, text: browserFile(`${words}/late-${name}.js`) },
      ]),
    ),
  };
}

/** The runtime of the portable edition, in the place of the other one. */
export function portableRuntime(language: string): string {
  return browserFile(`${languageOf(language)}/portable.js`);
}

/** The bundles that the runtime loads when something asks for them: all that there are. */
function lateNames(words: string): string[] {
  const names = readdirSync(join(packageRoot(), 'dist', 'browser', words)).sort();
  return names.flatMap((name) => /^late-(.+)\.js$/.exec(name)?.[1] ?? []);
}

/** One file of `dist/browser`. */
export function browserFile(name: string): string {
  const path = join(packageRoot(), 'dist', 'browser', name);
  if (!existsSync(path))
    throw new Refusal(`${path} is missing.`, 'In a clone of the tool, run `npm run build` first.');
  return readFileSync(path, 'utf8');
}

/** Bytes of gzip that the scripts of a page with a quiz, or of a module with questions, come to at most. */
export function learnerLoad(files: BrowserFiles): number {
  return Math.max(...questionLoads(files).map(({ page }) => page));
}

/** What questions of one type make a learner load, in bytes of gzip. */
export interface QuestionLoad {
  readonly type: QuestionType;
  /** The bundle of the type. */
  readonly own: number;
  /** The late bundle that grades it, where it has one. */
  readonly late: number;
  /** All scripts that a page with this type loads to begin with. */
  readonly page: number;
}

/** The same for each type: with the runtime, and the larger one of the two kinds of page that ask questions. */
export function questionLoads({ runtime, questions, pages, late }: BrowserFiles): QuestionLoad[] {
  const asking = [pages.get('module'), pages.get('quiz')].map((bundle) => gzipped(bundle?.text ?? ''));
  const base = gzipped(runtime) + Math.max(...asking);
  return [...questions].map(([type, { text }]) => {
    const own = gzipped(text);
    const grading = questionKinds[type].late;
    const graded = grading === undefined ? undefined : late.get(grading)?.text;
    return { type, own, late: graded === undefined ? 0 : gzipped(graded), page: base + own };
  });
}

/** SHA-256 of the UTF-8 bytes, in base64. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Base64 of bytes, or of a text in UTF-8. */
export function base64(data: string | Uint8Array): string {
  return Buffer.from(data).toString('base64');
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
