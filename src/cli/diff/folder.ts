import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseEdition } from '../../edition/file.ts';
import { describe } from '../../lint/describe.ts';
import { LOCK, readLock } from '../../load/lock.ts';
import type { Edition } from '../../model/edition.ts';
import { openCourseFolder } from '../../platform/course-files.ts';
import { readPlain } from '../../platform/plain-file.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readCourse } from '../course.ts';
import { openMemory } from '../memory.ts';
import { shortPath } from '../path.ts';
import { withProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { factsOf, type Naming, type Side, sideOfSources } from './side.ts';

/** What a path leads to, as far as a comparison can use it. */
export type Found = 'folder' | 'site' | 'lock' | 'file';

/** Larger editions are not read: 200,000 names fit. */
const LARGEST = 64 * 1024 * 1024;

/** What is at a path; undefined for nothing, and for a folder without a course or a site in it. */
export function whatIsAt(path: string): Found | undefined {
  if (!existsSync(path)) return undefined;
  if (statSync(path).isDirectory()) {
    if (existsSync(join(path, 'course.yaml'))) return 'folder';
    return existsSync(join(path, 'edition.json')) || existsSync(join(path, 'course.js')) ? 'site' : undefined;
  }
  return path.endsWith('.json') ? 'lock' : 'file';
}

/** The sources in a folder. */
export async function sideOfFolder(dir: string, cache: boolean, terminal: Terminal): Promise<Side> {
  const folder = openCourseFolder(dir);
  const memory = openMemory(folder.root, cache);
  const loaded = await withProgress(terminal, 'Reading', (update) =>
    readCourse(folder, memory.cache, update),
  );
  memory.save();
  const short = shortPath(dir).replaceAll('\\', '/');
  const naming: Naming = {
    kind: 'folder',
    from: dir,
    label: short === '.' ? 'the course here' : `the course in ${short}`,
    prefix: short === '.' ? '' : `${short.replace(/\/$/, '')}/`,
    notes: [],
  };
  return sideOfSources(loaded, naming);
}

/** The names in a lock file, or in the `edition.json` of a site. */
export function sideOfLock(path: string): Side {
  const edition = readEditionFile(path);
  const short = shortPath(path).replaceAll('\\', '/');
  const naming: Naming = { kind: 'lock', from: path, label: short, prefix: '', notes: [] };
  return {
    published: { edition, renamed: new Map(), retired: new Set() },
    facts: factsOf(naming, { id: edition.course, title: edition.title }),
    label: short,
    prefix: '',
    place: () => undefined,
    notes: [],
    date: String,
  };
}

/** The text of a file of an edition, which a stranger may have put there; what is no plain file in its folder is refused. */
export function readText(path: string, most: number, what: string): string {
  const short = shortPath(path);
  const bytes = readPlain(path, { most, inside: dirname(path) });
  if (typeof bytes !== 'string') return bytes.toString('utf8');
  switch (bytes) {
    case 'missing':
      throw new Refusal(`There is no file ${short}.`);
    case 'not-a-file':
      throw new Refusal(`${short} is no plain file, so it is not read.`, 'Put the file itself there.');
    case 'link-outside':
      throw new Refusal(
        `${short} is a link that leads out of its folder, so it is not followed.`,
        'Put the file itself there, or name the place that the link leads to.',
      );
    case 'too-large':
      throw new Refusal(`${short} is too large for ${what}.`);
  }
}

/** Reads an edition; a `Refusal` says why it cannot be. */
export function readEditionFile(path: string): Edition {
  const short = shortPath(path);
  // A byte order mark is what some editors begin a file with.
  const text = readText(path, LARGEST, 'a list of published names').replace(/^\u{feff}/u, '');
  if (basename(path) === LOCK) {
    const file = { path: LOCK, text };
    const { lock, findings } = readLock(file);
    if (lock !== undefined) return lock;
    const [first] = describe(findings, new Map([[LOCK, file]]));
    if (first !== undefined) throw new Refusal(`${short}:${first.start.line}: ${first.message}`, first.help);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal(`${short} is no JSON.`, `Take ${LOCK} as \`course lock\` wrote it.`);
  }
  const edition = parseEdition(value);
  if (!('problem' in edition)) return edition;
  switch (edition.problem) {
    case 'version':
      throw new Refusal(
        `${short} was written by a newer version of course.`,
        'Use that version, or a newer one.',
      );
    case 'too-many':
      throw new Refusal(`${short} lists more names than any course has.`);
    case 'entry':
      throw new Refusal(`${short} cannot be read at the entry ${JSON.stringify(edition.name)}.`);
    case 'format':
      throw new Refusal(
        `${short} is no list of published names.`,
        `Name a course folder, a built site, a revision, or a ${LOCK}.`,
      );
  }
}
