import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
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
import { setImmediate } from 'node:timers/promises';
import { errorCode } from '../model/error-code.ts';
import type { OutputFile } from '../model/output.ts';
import { isInside } from './inside.ts';
import { takeLock } from './lock.ts';
import { makeFolder } from './make-folder.ts';
import { MARKER, markerText, parseMarker, readMarker } from './marker.ts';
import { Refusal } from './refusal.ts';

/** Where a site goes, after it was checked that a site may go there. */
export interface Target {
  /** Absolute; its parent's links are resolved. */
  readonly folder: string;
  /** False where a killed build left something that the next one heals. */
  readonly isClean: boolean;
}

export interface Written {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** False when the folder already held these very bytes. */
  readonly changed: boolean;
}

/** How long writing goes on before anything else has its turn. */
const TURN_MS = 50;

const OTHER = 'Name another folder with --out, such as --out site.';

/** Where a course keeps its sources: a site in there would hide what is written into it later. */
export const SOURCES = ['modules', 'quizzes', 'assets'];

/** Folders that other tools own. */
const OWNED = ['.git', '.github', '.vscode', '.course', 'node_modules'];

/**
 * Checks that a site may be written to `out`: not the course folder, nothing above it, no home or root
 * folder, no link, and no folder that holds anything which course did not write. Throws a `Refusal`.
 */
export function checkTarget(out: string, courseRoot: string): Target {
  const wanted = resolve(out);
  const folder = join(realParent(dirname(wanted)), basename(wanted));
  if (folder === parse(folder).root || folder === homedir() || isInside(folder, homedir())) {
    throw new Refusal(`The site cannot replace ${folder}.`, OTHER);
  }
  if (isInside(folder, courseRoot)) {
    throw new Refusal(`The site cannot replace ${folder}, since the course is in it.`, OTHER);
  }
  const reserved = reservedPart(folder, courseRoot);
  if (reserved !== undefined) {
    throw new Refusal(
      `The site cannot go to ${folder}, since ${reserved} is ${SOURCES.includes(reserved) ? 'for the sources of the course' : 'no folder for sites'}.`,
      OTHER,
    );
  }
  const about = lstatSync(folder, { throwIfNoEntry: false });
  const isClean = remains(folder).length === 0;
  if (about === undefined) return { folder, isClean };
  if (about.isSymbolicLink()) {
    throw new Refusal(
      `${folder} is a link, and a site replaces folders only.`,
      'Name the folder it points to.',
    );
  }
  if (!about.isDirectory()) throw new Refusal(`${folder} is a file.`, OTHER);
  const foreign = foreignFiles(folder);
  if (foreign.length > 0) {
    const some =
      foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? `, and ${foreign.length - 3} more` : '');
    throw new Refusal(
      `${folder} holds what course did not make: ${some}. Building would delete it.`,
      `Move it elsewhere${readMarker(folder) === undefined ? ', or name another folder with --out' : ''}.`,
    );
  }
  return { folder, isClean };
}

/** The part of an output path that belongs to somebody else; undefined when there is none. */
export function reservedPart(folder: string, courseRoot: string): string | undefined {
  if (folder.split(sep).includes('.git')) return '.git';
  if (!isInside(courseRoot, folder)) return undefined;
  // Disks may ignore case.
  const parts = folder
    .slice(courseRoot.length + 1)
    .toLowerCase()
    .split(sep);
  return parts.find((part, depth) => OWNED.includes(part) || (depth === 0 && SOURCES.includes(part)));
}

/**
 * Writes a whole site: aside first, then swapped in with two renames, so that a reader (or a killed build)
 * never meets half of it. What a killed build left is healed first. `files` may be made while they are
 * written; what they throw leaves the old site as it was. `locate` gives the place on the disk of a course
 * file that is copied; `now` is the clock in milliseconds. Aborting `signal` breaks it off in the same way.
 */
export async function writeSite(
  target: Target,
  files: Iterable<OutputFile>,
  options: {
    readonly generator: string;
    readonly now: number;
    readonly locate: (path: string) => string;
    readonly signal?: AbortSignal;
  },
): Promise<Written> {
  const { folder } = target;
  makeFolder(dirname(folder));
  const lock = takeLock(aside(folder, 'lock'), options.now);
  const id = randomBytes(6).toString('hex');
  const fresh = aside(folder, `new-${id}`);
  try {
    heal(folder);
    const draft = new Draft(fresh, folder, options.locate);
    const paths: string[] = [];
    let turn = performance.now();
    for (const file of files) {
      draft.add(file);
      paths.push(file.path);
      if (performance.now() - turn < TURN_MS) continue;
      // Else a signal would be heard only when everything is written.
      await setImmediate();
      options.signal?.throwIfAborted();
      turn = performance.now();
    }
    draft.add({ path: MARKER, content: markerText(options.generator, paths) });
    const summary = { folder, files: paths.length + 1, bytes: draft.bytes };
    if (!draft.differs) return { ...summary, changed: false };
    lock.assertHeld();
    swap(fresh, folder, aside(folder, `old-${id}`));
    return { ...summary, changed: true };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    lock.release();
  }
}

/**
 * A site in the making, next to the one that is there. Files that are the same in both are linked, not
 * written again; as long as all are, nothing is made at all.
 */
class Draft {
  bytes = 0;
  differs = false;
  readonly #fresh: string;
  readonly #current: string;
  readonly #locate: (path: string) => string;
  readonly #same: OutputFile[] = [];
  readonly #folders = new Set<string>();

  constructor(fresh: string, current: string, locate: (path: string) => string) {
    this.#fresh = fresh;
    this.#current = current;
    this.#locate = locate;
  }

  add(file: OutputFile): void {
    const { path } = file;
    const place = join(this.#fresh, path);
    if (isAbsolute(path) || place === this.#fresh || !isInside(this.#fresh, place)) {
      throw new Error(`${path} would leave the output folder`);
    }
    const source = contentOf(file, this.#locate);
    this.bytes += source.size;
    const same = isSame(join(this.#current, path), source);
    if (same && !this.differs) {
      this.#same.push(file);
      return;
    }
    if (!this.differs) {
      this.differs = true;
      for (const earlier of this.#same.splice(0)) this.#link(earlier.path);
    }
    if (same) this.#link(path);
    else this.#write(path, source);
  }

  #link(path: string): void {
    const [from, to] = [join(this.#current, path), this.#prepare(path)];
    try {
      linkSync(from, to);
    } catch (error) {
      // Not every disk has hard links.
      const code = errorCode(error);
      if (code === undefined || code === 'EEXIST') throw error;
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
  }

  #write(path: string, source: Source): void {
    const to = this.#prepare(path);
    // Two files of one path (also by case, on disks that ignore it) are a bug, not a race to be last.
    if ('data' in source) writeFileSync(to, source.data, { flag: 'wx' });
    else copyFileSync(source.place, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }

  #prepare(path: string): string {
    const place = join(this.#fresh, path);
    const parent = dirname(place);
    if (!this.#folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#folders.add(parent);
    }
    return place;
  }
}

type Source = { readonly size: number } & ({ readonly data: Uint8Array } | { readonly place: string });

function contentOf({ content }: OutputFile, locate: (path: string) => string): Source {
  if (typeof content === 'string') {
    const data = Buffer.from(content);
    return { data, size: data.length };
  }
  if (content instanceof Uint8Array) return { data: content, size: content.length };
  const place = locate(content.copy);
  return { place, size: statSync(place).size };
}

/** Whether a file of the current site has these bytes. Copies carry a digest in their name, so their size will do. */
function isSame(place: string, source: Source): boolean {
  const about = lstatSync(place, { throwIfNoEntry: false });
  if (about === undefined || !about.isFile() || about.size !== source.size) return false;
  return 'data' in source ? readFileSync(place).equals(source.data) : true;
}

/**
 * Repairs what a killed build left next to `folder`: brings the old site back when it was moved aside and
 * nothing took its place, and removes half-written ones. Call it under the lock, or when no build can run.
 */
export function heal(folder: string): void {
  const parent = dirname(folder);
  const prefix = basename(aside(folder, ''));
  const left = remains(folder);
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

/** The names next to the site that builds use while they run. */
function remains(folder: string): string[] {
  const parent = dirname(folder);
  if (!existsSync(parent)) return [];
  const prefix = basename(aside(folder, ''));
  return readdirSync(parent).filter((name) => name.startsWith(prefix));
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

/** A folder that may not be there yet, with the links above it resolved. */
export function realParent(folder: string): string {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return realpathSync(folder);
    throw new Refusal(`${folder} is a file, so nothing can be put below it.`, OTHER);
  }
  const above = dirname(folder);
  return above === folder ? folder : join(realParent(above), basename(folder));
}
