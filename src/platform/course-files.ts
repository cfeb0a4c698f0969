import {
  accessSync,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { errorCode } from '../model/error-code.ts';
import type { CourseFiles, FileEntry, RefusedReason } from '../model/files.ts';
import { isInside } from './inside.ts';
import { readMarker } from './marker.ts';
import { isPortable } from './portable-marker.ts';
import { Refusal } from './refusal.ts';

/** The course folder on a disk. */
export interface CourseFolder extends CourseFiles {
  /** The folder itself: absolute, links resolved. */
  readonly root: string;
  /** Where a listed file really is, for copying and streaming. Throws for a path that is not in the list. */
  locate(path: string): string;
}

export interface FolderLimits {
  /** A course that has more files than this is taken for a wrong folder. */
  readonly files: number;
  /** Folders inside folders. */
  readonly depth: number;
}

/** What is read as one file; a folder of that name would be passed over without a word. */
const FILES = ['course.yaml', 'glossary.yaml', 'course-lock.json'];

const LIMITS: FolderLimits = { files: 100_000, depth: 40 };

/**
 * Lists a course folder once; later changes on the disk show only in `read`. Hidden files, `node_modules`,
 * built sites and portable editions are left out; links that leave the folder are refused. Throws a `Refusal` when the folder
 * is not there or beyond the limits.
 */
export function openCourseFolder(folder: string, limits: FolderLimits = LIMITS): CourseFolder {
  const root = realFolder(folder);
  const found: { entry: FileEntry; real: string }[] = [];
  const refused: { path: string; reason: RefusedReason }[] = [];

  const add = (path: string, real: string): void => {
    const about = lstatSync(real);
    if (!about.isFile()) {
      refused.push({ path, reason: 'not-a-file' });
      return;
    }
    if (!isReadable(real)) refused.push({ path, reason: 'unreadable' });
    found.push({ entry: { path, bytes: about.size, modified: about.mtimeMs }, real });
    if (found.length > limits.files) {
      throw new Refusal(
        `${folder} holds more than ${limits.files} files, so it is hardly a course folder.`,
        'Name the folder that holds course.yaml.',
      );
    }
  };

  const walk = (place: string, prefix: string, depth: number): void => {
    if (depth > limits.depth) {
      throw new Refusal(`${place} is nested more than ${limits.depth} folders deep.`, 'Flatten the folders.');
    }
    for (const child of childrenOf(place, prefix, refused)) {
      if (child.name.startsWith('.') || child.name === 'node_modules') continue;
      const path = prefix + child.name;
      const real = join(place, child.name);
      try {
        if (child.isDirectory()) {
          if (prefix === '' && FILES.includes(child.name)) refused.push({ path, reason: 'folder' });
          else if (readMarker(real) === undefined) walk(real, `${path}/`, depth + 1);
        } else if (child.isSymbolicLink()) {
          const target = realpathSync(real);
          if (!isInside(root, target) || isHidden(relative(root, target))) {
            refused.push({ path, reason: 'link-outside' });
          } else if (statSync(target).isDirectory()) refused.push({ path, reason: 'link-to-folder' });
          else add(path, target);
        } else if (!isPortable(real)) {
          add(path, real);
        }
      } catch (error) {
        const code = errorCode(error);
        if (code === undefined) throw error;
        // The author hears of it by lint.
        refused.push({ path, reason: reasonOf(code, child) });
      }
    }
  };
  walk(root, '', 0);

  found.sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1));
  refused.sort((a, b) => (a.path < b.path ? -1 : 1));
  const entries = found.map(({ entry }) => entry);
  const places = new Map(found.map(({ entry, real }) => [entry.path, real]));
  const locate = (path: string): string => {
    const place = places.get(path);
    if (place === undefined) throw new Error(`${path} is not a file of the course`);
    return place;
  };
  return {
    root,
    list: () => entries,
    refused: () => refused,
    locate,
    read: (path) => readPlainFile(locate(path)),
  };
}

/**
 * The same folder, each file read from the disk once: what was digested is then what gets compiled. Files of
 * `large` bytes and more are not kept.
 */
export function readOnce(folder: CourseFolder, large: number): CourseFolder {
  const small = new Set(
    folder
      .list()
      .filter(({ bytes }) => bytes < large)
      .map(({ path }) => path),
  );
  const kept = new Map<string, Uint8Array>();
  return {
    ...folder,
    read(path) {
      const known = kept.get(path);
      if (known !== undefined) return known;
      const bytes = folder.read(path);
      if (small.has(path)) kept.set(path, bytes);
      return bytes;
    },
  };
}

function isReadable(place: string): boolean {
  try {
    accessSync(place, constants.R_OK);
    return true;
  } catch {
    return false; // Whatever the reason: reading it would fail as well.
  }
}

function reasonOf(code: string, child: Dirent): RefusedReason {
  if (code === 'ELOOP') return 'link-dangling';
  if (code !== 'ENOENT') return 'unreadable';
  return child.isSymbolicLink() ? 'link-dangling' : 'vanished';
}

/** A link must not publish what the list leaves out: `.git/config` may hold the token of a CI run. */
function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.') || part === 'node_modules');
}

function realFolder(folder: string): string {
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new Refusal(
      `There is no folder ${folder}.`,
      'Start a course there with `course init`, or name another folder.',
    );
  }
  if (!isFolder) throw new Refusal(`${folder} is not a folder.`, 'Name the folder that holds course.yaml.');
  return realpathSync(folder);
}

function childrenOf(
  place: string,
  prefix: string,
  refused: { path: string; reason: RefusedReason }[],
): Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (prefix === '') throw error;
    refused.push({ path: prefix.slice(0, -1), reason: 'unreadable' });
    return [];
  }
}

/** Reads a file without following a link that took its place since the folder was listed. */
function readPlainFile(place: string): Uint8Array {
  const file = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${place} is no longer a file`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
