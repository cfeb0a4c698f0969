import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { SectionType } from '../../model/course.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { Refusal } from '../../platform/refusal.ts';
import { schemaFiles } from './schemas.ts';

/** What a new course needs to know. */
export interface Answers {
  readonly title: string;
  readonly shape: SectionType;
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  /** `#rrggbb` */
  readonly accent?: string;
}

/** One file that `course init` writes. */
export interface StarterFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Part of the course itself, rather than something useful around it, which an existing file may stand in for. */
  readonly course: boolean;
}

/** Files of `templates/course/shared`, under names that npm does not drop or act on, and where they go. */
const SHARED: readonly (readonly [from: string, to: string])[] = [
  ['README.md', 'README.md'],
  ['package.json', 'package.json'],
  ['gitignore', '.gitignore'],
  ['vscode-settings.json', '.vscode/settings.json'],
  ['vscode-extensions.json', '.vscode/extensions.json'],
  ['workflow.yml', '.github/workflows/course.yml'],
];

/**
 * The files of a starter, sorted by path. `root` is this package's folder, `version` what the course is to be
 * built with, `way` the course folder seen from the root of its repository, for the workflow.
 */
export function starterFiles(
  answers: Answers,
  { root, version, way }: { readonly root: string; readonly version: string; readonly way: string },
): readonly StarterFile[] {
  const templates = join(root, 'templates', 'course');
  const values: Record<string, string> = {
    id: yamlScalar(answers.id),
    title: yamlScalar(answers.title),
    language: yamlScalar(answers.language),
    theme:
      answers.accent === undefined
        ? `# theme: { accent: '#0b6e4f' } # the colour of links and buttons`
        : `theme: { accent: '${answers.accent}' } # the colour of links and buttons`,
    version,
    way: yamlScalar(way),
  };
  const shape = join(templates, answers.shape);
  const files: StarterFile[] = [];
  for (const path of listFiles(shape)) {
    const filled =
      path === 'course.yaml' ? fill(readText(join(shape, path)), values) : readFileSync(join(shape, path));
    files.push({ path, content: filled, course: true });
  }
  for (const [from, to] of SHARED) {
    const text = readText(join(templates, 'shared', from));
    const content = to === 'README.md' ? fill(text, { ...values, title: answers.title }) : fill(text, values);
    files.push({ path: to, content, course: false });
  }
  for (const { path, content } of schemaFiles(root)) files.push({ path, content, course: false });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Writes a starter into a folder, which is made when it is not there. Existing files are never touched: one
 * in the way of the course stops it before anything is written (`Refusal`); one in the way of the rest is kept.
 */
export function writeStarter(
  folder: string,
  files: readonly StarterFile[],
): { readonly written: readonly string[]; readonly kept: readonly string[] } {
  const there = files.filter((file) => existsSync(join(folder, file.path)));
  const blocking = there.filter((file) => file.course);
  if (blocking.length > 0) {
    throw new Refusal(
      `There is already a course in ${folder}: ${blocking.map((file) => file.path).join(', ')}. Nothing was written.`,
      'Name a new folder, as in `course init my-course`.',
    );
  }
  const written = files.filter((file) => !there.includes(file));
  for (const { path, content } of written) {
    const place = join(folder, path);
    makeFolder(dirname(place));
    writeFileSync(place, content, { flag: 'wx' });
  }
  return { written: written.map((file) => file.path), kept: there.map((file) => file.path) };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/(?<!\$)\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template asks for {{${name}}}, which nobody gives`);
    return value;
  });
}

function yamlScalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trim();
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

function listFiles(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  );
}
