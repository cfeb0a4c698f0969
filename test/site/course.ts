/** Loads a course folder and builds its site for the tests of this room, without the command line. */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { assetFacts } from '../../src/compile/assets.ts';
import { compileFragment } from '../../src/compile/fragment.ts';
import { compilePage } from '../../src/compile/page.ts';
import { assemble } from '../../src/load/assemble.ts';
import { sourceKind } from '../../src/load/folder.ts';
import { parseGlossary } from '../../src/load/glossary.ts';
import type { LoadedCourse } from '../../src/load/loaded.ts';
import { LOCK, readLock } from '../../src/load/lock.ts';
import { parseQuiz } from '../../src/load/quiz.ts';
import type { SourceFile } from '../../src/load/source.ts';
import type { CourseFiles } from '../../src/model/files.ts';
import type { OutputFile } from '../../src/model/output.ts';
import type { SealedQuestion } from '../../src/questions/question.ts';
import { questionTools } from '../../src/questions/read.ts';
import { questionTypes } from '../../src/questions/registry.ts';
import { buildSite } from '../../src/site/build.ts';
import type { SiteParts } from '../../src/site/parts.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A course held in memory: paths to texts. */
export function filesOf(texts: Readonly<Record<string, string | Uint8Array>>): CourseFiles {
  const bytes = new Map(
    Object.entries(texts).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    list: () =>
      [...bytes]
        .map(([path, content]) => ({ path, bytes: content.length, modified: 0 }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    read: (path) => {
      const found = bytes.get(path);
      if (found === undefined) throw new Error(`No file ${path}`);
      return found;
    },
    refused: () => [],
  };
}

export function loadCourse(files: CourseFiles): LoadedCourse {
  const texts = new Map<string, SourceFile>();
  const byKind = { course: [], module: [], quiz: [], glossary: [] } as Record<string, SourceFile[]>;
  for (const { path } of files.list()) {
    const kind = sourceKind(path);
    if (kind === undefined && !/\.(css|md|txt|vtt)$/.test(path)) continue;
    const file = { path, text: new TextDecoder().decode(files.read(path)) };
    texts.set(path, file);
    if (kind !== undefined) byKind[kind]?.push(file);
  }
  const glossary = byKind.glossary?.[0];
  const hasLock = files.list().some(({ path }) => path === LOCK);
  const lock = hasLock
    ? readLock({ path: LOCK, text: new TextDecoder().decode(files.read(LOCK)) })
    : undefined;
  return assemble({
    ...(lock !== undefined && { lock }),
    course: byKind.course?.[0],
    pages: (byKind.module ?? []).map(compilePage),
    quizzes: (byKind.quiz ?? []).map((file) => parseQuiz(file, compileFragment, questionTools)),
    glossary: glossary === undefined ? undefined : parseGlossary(glossary, compileFragment),
    files: files.list(),
    refused: files.refused(),
    texts,
    findings: [],
  });
}

/** The site's style sheet, joined as the package's build does it. */
export function siteCss(): string {
  const folder = join(ROOT, 'templates/site/css');
  const source = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  return transformSync(source, {
    loader: 'css',
    minify: true,
    target: ['chrome111', 'firefox121', 'safari16.4'],
  }).code;
}

/** A browser bundle of a source file, as text. */
export function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
  });
  return outputFiles[0]?.text ?? '';
}

/** The browser's bundles, made from the sources. */
export function browserParts(): Pick<SiteParts, 'runtime' | 'questions' | 'pages' | 'late'> {
  const part = (name: string, entry: string) => ({ name, text: bundle(entry) });
  return {
    runtime: bundle('src/runtime/main.ts'),
    questions: new Map(
      questionTypes.map((type) => [type, part(`questions-${type}`, `src/questions/${type}/widget.ts`)]),
    ),
    pages: new Map(
      (['home', 'map', 'module', 'quiz', 'progress', 'complete'] as const).map((kind) => [
        kind,
        part(`page-${kind}`, `src/runtime/pages/${kind}.ts`),
      ]),
    ),
    late: new Map(
      readdirSync(join(ROOT, 'src/runtime/late'))
        .map((file) => file.replace('.ts', ''))
        .map((name) => [name, part(`late-${name}`, `src/runtime/late/${name}.ts`)]),
    ),
  };
}

/** The parts of a site; the runtime is left out unless it is given, so that pages are as without JavaScript. */
export function partsFor(files: CourseFiles, more: Partial<SiteParts> = {}): SiteParts {
  return {
    version: '0.0.0',
    css: siteCss(),
    runtime: '',
    questions: new Map(),
    pages: new Map(),
    late: new Map(),
    text: (path) => new TextDecoder().decode(files.read(path)),
    asset: (path) =>
      assetFacts(path, files.read(path), (bytes) => createHash('sha256').update(bytes).digest('hex')),
    transcript: (path) =>
      compileFragment(
        new TextDecoder().decode(files.read(path)),
        { file: path, toFile: (offset) => offset },
        { refs: [], findings: [] },
      ).html,
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
    base64: (data) => Buffer.from(data).toString('base64'),
    ...more,
  };
}

/** Builds a site in memory. */
export function siteOf(files: CourseFiles, more: Partial<SiteParts> = {}): OutputFile[] {
  return [...buildSite(loadCourse(files), partsFor(files, more))];
}

/** The questions that a page carries. */
export function unsealed(page: string): SealedQuestion[] {
  const sealed = /"sealed":"([^"]+)"/.exec(page)?.[1] ?? '';
  return JSON.parse(inflateRawSync(Buffer.from(sealed, 'base64')).toString());
}

/** The text of a page of a built site. */
export function textOf(site: readonly OutputFile[], path: string): string {
  const content = site.find((file) => file.path === path)?.content;
  if (typeof content !== 'string')
    throw new Error(`No text at ${path}: ${site.map((file) => file.path).join(', ')}`);
  return content;
}

export function writeSite(site: readonly OutputFile[], folder: string, files: CourseFiles): void {
  for (const { path, content } of site) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(
      place,
      typeof content === 'string' || content instanceof Uint8Array ? content : files.read(content.copy),
    );
  }
}
