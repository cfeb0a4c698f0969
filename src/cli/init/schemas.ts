import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Those that editors use for YAML files. No editor checks the front matter of Markdown by a schema. */
const NAMES = ['course', 'quiz', 'glossary'] as const;

/** The schemas that a course keeps for its editors, as files below the course folder. `root` is this package's folder. */
export function schemaFiles(root: string): readonly { readonly path: string; readonly content: Buffer }[] {
  return NAMES.map((name) => ({
    path: `.course/schemas/${name}.schema.json`,
    content: readFileSync(join(root, 'schemas', `${name}.schema.json`)),
  }));
}

/** Whether a course has schemas of its own that differ from those of this version. */
export function hasOldSchemas(course: string, root: string): boolean {
  return (
    existsSync(join(course, '.course', 'schemas')) && schemaFiles(root).some((file) => differs(course, file))
  );
}

/** Writes the schemas of this version into a course. Gives the paths that were new or have changed. */
export function renewSchemas(course: string, root: string): readonly string[] {
  const old = schemaFiles(root).filter((file) => differs(course, file));
  for (const { path, content } of old) {
    const place = join(course, path);
    // A stranger's course may hold a link to any file of the author's.
    if (['.course', '.course/schemas', path].some((part) => isLink(join(course, part)))) {
      throw new Refusal(
        `${path} leads out of the course by a link.`,
        'Delete the folder .course and try again.',
      );
    }
    makeFolder(dirname(place));
    writeFileSync(place, content);
  }
  return old.map(({ path }) => path);
}

/** Line ends do not count: git may change them. */
function differs(course: string, file: { readonly path: string; readonly content: Buffer }): boolean {
  const place = join(course, file.path);
  const about = lstatSync(place, { throwIfNoEntry: false });
  if (about === undefined || !about.isFile() || about.size > 2 * file.content.length) return true;
  const plain = (text: string) => text.replaceAll('\r\n', '\n');
  return plain(readFileSync(place, 'utf8')) !== plain(file.content.toString('utf8'));
}

function isLink(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
