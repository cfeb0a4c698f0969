import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';
import type { OutputFile } from '../model/output.ts';
import { isInside } from './course-files.ts';
import { takeLock } from './lock.ts';
import { MARKER, markerText, parseMarker, readMarker } from './marker.ts';
import { Refusal } from './refusal.ts';

/** Where a site goes, after it was checked that a site may go there. */
export interface Target {
  /** Absolute; its parent's links are resolved. */
  readonly folder: string;
}

export interface Written {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** False when the folder already held these very bytes. */
  readonly changed: boolean;
}

/**
 * Checks that a site may be written to `out`: not the course folder, nothing above it, no home or root
 * folder, no link, and no folder that holds anything which course did not write. Throws a `Refusal`.
 */
export function checkTarget(out: string, courseRoot: string): Target {
  const wanted = resolve(out);
  const folder = join(realParent(dirname(wanted)), basename(wanted));
  const other = 'Name another folder with --out, such as --out site.';
  if (folder === parse(folder).root || folder === homedir() || isInside(folder, homedir())) {
    throw new Refusal(`The site cannot replace ${folder}.`, other);
  }
  if (isInside(folder, courseRoot)) {
    throw new Refusal(`The site cannot replace ${folder}, since the course is in it.`, other);
  }
  const about = lstatSync(folder, { throwIfNoEntry: false });
  if (about === undefined) return { folder };
  if (about.isSymbolicLink()) {
    throw new Refusal(
      `${folder} is a link, and a site replaces folders only.`,
      'Name the folder it points to.',
    );
  }
  if (!about.isDirectory()) throw new Refusal(`${folder} is a file.`, other);
  const foreign = foreignFiles(folder);
  if (foreign.length > 0) {
    const some =
      foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? `, and ${foreign.length - 3} more` : '');
    throw new Refusal(
      `${folder} holds what course did not make: ${some}. Building would delete it.`,
      `Move it elsewhere${readMarker(folder) === undefined ? ', or name another folder with --out' : ''}.`,
    );
  }
  return { folder };
}

/**
 * Writes a whole site: aside first, then swapped in with two renames, so that a reader (or a killed build)
 * never meets half of it. What a killed build left is healed first. `locate` gives the place on the disk of
 * a course file that is copied; `now` is the clock in milliseconds.
 */
export function writeSite(
  target: Target,
  files: readonly OutputFile[],
  options: { readonly generator: string; readonly now: number; readonly locate: (path: string) => string },
): Written {
  const { folder } = target;
  mkdirSync(dirname(folder), { recursive: true });
  const lock = takeLock(aside(folder, 'lock'), options.now);
  try {
    heal(folder);
    const marker: OutputFile = {
      path: MARKER,
      content: markerText(
        options.generator,
        files.map((file) => file.path),
      ),
    };
    const all = [...files, marker];
    const bytes = all.reduce((sum, file) => sum + sizeOf(file, options.locate), 0);
    const summary = { folder, files: all.length, bytes };
    if (isSame(folder, all, options.locate)) return { ...summary, changed: false };

    const id = randomBytes(6).toString('hex');
    const fresh = aside(folder, `new-${id}`);
    try {
      writeAll(fresh, all, options.locate);
      lock.assertHeld();
      swap(fresh, folder, aside(folder, `old-${id}`));
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
    return { ...summary, changed: true };
  } finally {
    lock.release();
  }
}

/**
 * Repairs what a killed build left next to `folder`: brings the old site back when it was moved aside and
 * nothing took its place, and removes half-written ones. Call it under the lock, or when no build can run.
 */
export function heal(folder: string): void {
  const parent = dirname(folder);
  const prefix = basename(aside(folder, ''));
  const left = readdirSync(parent).filter((name) => name.startsWith(prefix));
  const old = left.filter((name) => name.startsWith(`${prefix}old-`));
  if (!existsSync(folder)) {
    const complete = old.find((name) => readMarker(join(parent, name)) !== undefined);
    if (complete !== undefined) renameSync(join(parent, complete), folder);
  }
  for (const name of left) {
    if (name.startsWith(`${prefix}new-`) || name.startsWith(`${prefix}old-`)) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** A hidden name next to the site: the same disk, so that a rename is one step. */
function aside(folder: string, what: string): string {
  return join(dirname(folder), `.${basename(folder)}.course-${what}`);
}

function swap(fresh: string, folder: string, old: string): void {
  if (!existsSync(folder)) {
    renameSync(fresh, folder);
    return;
  }
  renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function writeAll(folder: string, files: readonly OutputFile[], locate: (path: string) => string): void {
  const made = new Set<string>();
  for (const { path, content } of files) {
    const place = join(folder, path);
    if (isAbsolute(path) || place === folder || !isInside(folder, place))
      throw new Error(`${path} would leave the output folder`);
    const parent = dirname(place);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    // `wx`: two files of the same path (also by case, on disks that ignore it) are a bug, not a race to be last.
    if (typeof content === 'string' || content instanceof Uint8Array)
      writeFileSync(place, content, { flag: 'wx' });
    else copyFileSync(locate(content.copy), place, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

function sizeOf(file: OutputFile, locate: (path: string) => string): number {
  const { content } = file;
  if (typeof content === 'string') return Buffer.byteLength(content);
  return content instanceof Uint8Array ? content.length : statSync(locate(content.copy)).size;
}

/** Whether the folder holds exactly these files with these bytes; stops at the first difference. */
function isSame(folder: string, files: readonly OutputFile[], locate: (path: string) => string): boolean {
  const marker = files.at(-1);
  if (marker === undefined || !existsSync(join(folder, MARKER))) return false;
  // The marker is last in the list but first to look at: it differs whenever a file came or went.
  return [marker, ...files.slice(0, -1)].every((file) => isSameFile(join(folder, file.path), file, locate));
}

function isSameFile(place: string, file: OutputFile, locate: (path: string) => string): boolean {
  const about = lstatSync(place, { throwIfNoEntry: false });
  if (about === undefined || !about.isFile() || about.size !== sizeOf(file, locate)) return false;
  const { content } = file;
  const wanted =
    typeof content === 'string'
      ? Buffer.from(content)
      : content instanceof Uint8Array
        ? content
        : readFileSync(locate(content.copy));
  return readFileSync(place).equals(wanted);
}

/** Files below the folder that no build wrote, as paths; everything, when the folder has no marker. */
function foreignFiles(folder: string): string[] {
  const marker = existsSync(join(folder, MARKER))
    ? parseMarker(readFileSync(join(folder, MARKER), 'utf8'))
    : undefined;
  const known = new Set([...(marker?.files ?? []), ...(marker === undefined ? [] : [MARKER])]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !known.has(path) && !isDebris(path))
    .sort();
}

/** What file managers leave behind on their own. */
function isDebris(path: string): boolean {
  return /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}

function realParent(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const above = dirname(folder);
  return above === folder ? folder : join(realParent(above), basename(folder));
}
