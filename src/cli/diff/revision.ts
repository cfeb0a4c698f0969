import { posix } from 'node:path';
import { openRepository, type Repository } from '../../platform/git.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openRevision } from '../../platform/revision.ts';
import { readCourse } from '../course.ts';
import { openMemory } from '../memory.ts';
import { withProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { type Naming, type Side, sideOfSources } from './side.ts';

/** A revision as it was named, with the folder in it if one was named. */
export interface RevisionName {
  readonly revision: string;
  /** Below the top of the repository. */
  readonly path?: string;
}

/** Splits `REV` and `REV:path/to/course`; `REV:` is the revision, whatever folder is called like it. */
export function revisionName(text: string): RevisionName {
  // A colon in braces is part of the revision: `HEAD^{/fix: typo}`.
  const colon = text.replace(/\{[^}]*\}/g, (braces) => '_'.repeat(braces.length)).indexOf(':');
  if (colon < 0) return { revision: text };
  const path = text.slice(colon + 1);
  return { revision: text.slice(0, colon), ...(path !== '' && { path }) };
}

/** Does the text name a revision of the repository around a folder? */
export function isRevision(text: string, folder: string): boolean {
  return openRepository(folder)?.has(revisionName(text).revision) ?? false;
}

/**
 * The sources that a commit has, read from the repository around `folder`: at the same place as that folder, else where the commit has
 * its only course.
 */
export async function sideOfRevision(
  text: string,
  folder: string,
  cache: boolean,
  terminal: Terminal,
): Promise<Side> {
  const { revision, path } = revisionName(text);
  const repository = openRepository(folder);
  if (repository === undefined)
    throw new Refusal(
      `${text} is no folder, no file, and no revision: ${folder === '.' ? 'this folder' : folder} lies in no git repository.`,
      'Name a course folder, a built site, or a lock file.',
    );
  const commit = repository.commit(revision);
  const place = placeIn(repository, commit, text, path);
  const files = openRevision(repository, commit, place);
  if (files === undefined) throw new Refusal(`${revision} has no folder ${place}.`);
  const memory = openMemory(folder, cache);
  const loaded = await withProgress(terminal, `Reading ${revision}`, (update) =>
    readCourse(files, memory.cache, update),
  );
  memory.save();
  const isMoved = path === undefined && place !== repository.prefix.replace(/\/$/, '');
  const naming: Naming = {
    kind: 'revision',
    from: text,
    commit,
    label: `${revision} (${commit.slice(0, 7)})`,
    prefix: `${revision}:${place === '' ? '' : `${place}/`}`,
    notes: [
      ...(isMoved ? [`In ${revision} the course is in ${place === '' ? 'the top folder' : place}.`] : []),
      ...files.submodules.map((each) => `${each} is a submodule: what ${revision} has there was not read.`),
    ],
  };
  const [pointer] = files.pointers.filter((each) => /\.(md|yaml)$/.test(each));
  if (pointer !== undefined)
    throw new Refusal(
      `${naming.prefix}${pointer} is kept by Git LFS, and the repository has only a pointer to it.`,
      'Check that revision out in a folder of its own (git worktree add), and name that folder.',
    );
  return sideOfSources(loaded, naming);
}

/** The folder of the course in a commit; empty for the top. */
function placeIn(repository: Repository, commit: string, text: string, path: string | undefined): string {
  const asked = posix
    .normalize(path ?? (repository.prefix === '' ? '.' : repository.prefix))
    .replace(/\/$/, '');
  const place = asked === '.' ? '' : asked;
  const courses = (repository.tree(commit, '') ?? [])
    .filter(({ path: file, type }) => type === 'file' && posix.basename(file) === 'course.yaml')
    .map(({ path: file }) => posix.dirname(file))
    .map((folder) => (folder === '.' ? '' : folder));
  if (courses.includes(place)) return place;
  const [only] = courses;
  if (path === undefined && only !== undefined && courses.length === 1) return only;
  const shown = courses.slice(0, 5).map((folder) => (folder === '' ? 'the top folder' : folder));
  throw new Refusal(
    `${text} has no course.yaml in ${place === '' ? 'the top folder' : place}.`,
    courses.length === 0
      ? 'That revision holds no course.'
      : `It has ${courses.length === 1 ? 'one' : 'some'} in ${shown.join(', ')}: name it as REV:path/to/course.`,
  );
}
