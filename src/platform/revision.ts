import { posix } from 'node:path';
import type { CourseFiles, FileEntry, RefusedReason } from '../model/files.ts';
import type { Repository, TreeEntry } from './git.ts';
import { MARKER, parseMarker } from './marker.ts';
import { Refusal } from './refusal.ts';

/** Files of these kinds are what a course is compiled from; they are fetched together. */
const SOURCES = /\.(md|ya?ml|json|css|svg|vtt)$/i;
/** Larger ones are fetched alone, when they are asked for. */
const LARGE = 4 * 1024 * 1024;
const MOST = 100_000;
/** The first line of a pointer of Git LFS: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const POINTER = 'version https://git-lfs.github.com/spec/v1';

/** A course folder as a commit has it. */
export interface RevisionFolder extends CourseFiles {
  /** Submodules, which a commit only names. */
  readonly submodules: readonly string[];
  /** Sources that are kept elsewhere (Git LFS): the commit has only pointers to them. */
  readonly pointers: readonly string[];
}

/**
 * The files of a folder of a commit, by the rules of `openCourseFolder`: no hidden files, no `node_modules`, no built sites; links that
 * leave the folder are refused. Undefined when the commit has no such folder.
 */
export function openRevision(
  repository: Repository,
  commit: string,
  folder: string,
): RevisionFolder | undefined {
  const tree = repository.tree(commit, folder);
  if (tree === undefined) return undefined;
  const built = builtSites(repository, tree);
  const isListed = ({ path }: TreeEntry) =>
    path.split('/').every((part) => !part.startsWith('.') && part !== 'node_modules') &&
    !built.some((site) => path.startsWith(site));
  const entries = tree.filter(isListed);
  if (entries.length > MOST)
    throw new Refusal(
      `That commit holds more than ${MOST} files there, so it is hardly a course folder.`,
      'Name the folder of the course: REV:path/to/course.',
    );
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const refused: { path: string; reason: RefusedReason }[] = [];
  const files = new Map<string, TreeEntry>();
  for (const entry of entries) {
    if (entry.type === 'file') files.set(entry.path, entry);
    if (entry.type !== 'link') continue;
    const found = follow(repository, entry, byPath);
    if (typeof found === 'string') refused.push({ path: entry.path, reason: found });
    else files.set(entry.path, found);
  }
  const known = new Map<string, Uint8Array>();
  const sources = [...files].filter(([path, { bytes }]) => SOURCES.test(path) && bytes < LARGE);
  const contents = repository.read(sources.map(([, { id }]) => id));
  sources.forEach(([path], i) => {
    const bytes = contents[i];
    if (bytes !== undefined) known.set(path, bytes);
  });
  const list = [...files]
    .map(([path, { bytes }]): FileEntry => ({ path, bytes, modified: 0 }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    list: () => list,
    refused: () => refused,
    submodules: entries.filter(({ type }) => type === 'submodule').map(({ path }) => path),
    pointers: [...known].filter(([, bytes]) => startsWith(bytes, POINTER)).map(([path]) => path),
    read(path) {
      const bytes = known.get(path);
      if (bytes !== undefined) return bytes;
      const entry = files.get(path);
      if (entry === undefined) throw new Error(`${path} is not a file of the course`);
      const [read] = repository.read([entry.id]);
      if (read === undefined) throw new Error(`${path} cannot be read`);
      return read;
    },
  };
}

/** The folders of sites that somebody built and committed, each with a slash at its end. */
function builtSites(repository: Repository, tree: readonly TreeEntry[]): readonly string[] {
  const markers = tree.filter(
    ({ path, type, bytes }) =>
      type === 'file' && bytes < LARGE && path.includes('/') && posix.basename(path) === MARKER,
  );
  const texts = repository.read(markers.map(({ id }) => id)).map((bytes) => new TextDecoder().decode(bytes));
  return markers
    .filter((_, i) => parseMarker(texts[i] ?? '') !== undefined)
    .map(({ path }) => `${posix.dirname(path)}/`);
}

/** The file that a link leads to, through other links if need be; else why it leads nowhere. */
function follow(
  repository: Repository,
  link: TreeEntry,
  byPath: ReadonlyMap<string, TreeEntry>,
): TreeEntry | RefusedReason {
  let at = link;
  for (let steps = 0; steps < 40; steps++) {
    if (at.type === 'file') return at;
    if (at.bytes > 4096) return 'link-dangling';
    const [target] = repository.read([at.id]);
    const way = posix.normalize(posix.join(posix.dirname(at.path), new TextDecoder().decode(target)));
    const isAbsolute = new TextDecoder().decode(target).startsWith('/');
    if (isAbsolute || way === '..' || way.startsWith('../')) return 'link-outside';
    const next = byPath.get(way);
    if (next === undefined || next.type === 'submodule') {
      const isFolder = [...byPath.keys()].some((path) => path.startsWith(`${way}/`));
      return isFolder || next !== undefined ? 'link-to-folder' : 'link-dangling';
    }
    at = next;
  }
  return 'link-dangling';
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text;
}
