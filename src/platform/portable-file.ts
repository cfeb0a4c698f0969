import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { takeLock } from './lock.ts';
import { makeFolder, obstacle } from './make-folder.ts';
import { readMarker } from './marker.ts';
import { realParent, reservedPart, SOURCES } from './output.ts';
import { isPortable } from './portable-marker.ts';
import { Refusal } from './refusal.ts';

/** Where a portable edition goes, after it was checked that it may go there. */
export interface FileTarget {
  /** Absolute; the links above it are resolved. */
  readonly file: string;
  /** The folder for what is too large for it. */
  readonly media: string;
}

const OTHER = 'Name another file with --out, such as --out course.html.';

/** Does a path name an HTML file? */
export function namesFile(out: string): boolean {
  return /\.html?$/i.test(out);
}

/**
 * The file that `--out` asks for: itself, or one named after the course in the folder that it names. Throws a `Refusal` where it
 * looks like a file of another kind; who means a folder of that name ends it in `/`.
 */
export function portableFile(out: string, id: string): string {
  if (namesFile(out)) return out;
  if (/\.[a-z]{2,5}$/i.test(basename(out)) && !/[/\\]$/.test(out) && !isFolder(out))
    throw new Refusal(
      `${out} looks like a file, and the portable edition is a file that ends in .html.`,
      `Name it with --out, such as --out course.html; for a folder of that name write --out ${out}/.`,
    );
  return join(out, `${id.replaceAll('/', '-')}.html`);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/**
 * Checks that a portable edition may be written to `file`: not over a file that course did not make, not among the
 * sources of the course, and not into a folder that another build owns. Throws a `Refusal`.
 */
export function checkFileTarget(wanted: string, courseRoot: string): FileTarget {
  const place = resolve(wanted);
  const folder = realParent(dirname(place));
  const file = join(folder, basename(place));
  const reserved = reservedPart(file, courseRoot);
  if (reserved !== undefined)
    throw new Refusal(
      `The portable edition cannot go to ${file}, since ${reserved} is ${SOURCES.includes(reserved) ? 'for the sources of the course' : 'no folder for it'}.`,
      OTHER,
    );
  if (readMarker(folder) !== undefined)
    throw new Refusal(
      `The portable edition cannot go into ${folder}: that folder is a built site, which holds nothing else.`,
      OTHER,
    );
  const about = lstatSync(file, { throwIfNoEntry: false });
  if (about?.isSymbolicLink())
    throw new Refusal(`${file} is a link, and only a file is replaced.`, 'Name the file it points to.');
  if (about?.isDirectory()) throw new Refusal(`${file} is a folder.`, OTHER);
  if (about !== undefined && !isPortable(file))
    throw new Refusal(
      `${file} is a file that course did not make. Building would overwrite it.`,
      'Move it elsewhere, or name another file with --out.',
    );
  return { file, media: join(folder, `${basename(file).replace(/\.html?$/i, '')}-media`) };
}

/**
 * Writes a portable edition: aside first, then over the old one in one step. What `text` throws, and aborting
 * `signal`, leave the old one as it was. Gives its bytes, and whether they differ from those that were there.
 */
export async function writePortable(
  { file }: FileTarget,
  text: Iterable<string>,
  { now, signal }: { readonly now: number; readonly signal?: AbortSignal },
): Promise<{ readonly bytes: number; readonly changed: boolean }> {
  const folder = dirname(file);
  makeFolder(folder);
  const prefix = `.${basename(file)}.course-`;
  const lock = takeLock(join(folder, `${prefix}lock`), now);
  const fresh = join(folder, `${prefix}new-${randomBytes(6).toString('hex')}`);
  try {
    // What killed builds left.
    for (const name of readdirSync(folder))
      if (name.startsWith(`${prefix}new-`)) rmSync(join(folder, name), { force: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const out = openAt(fresh);
    try {
      for (const piece of text) {
        const data = Buffer.from(piece);
        writeAll(out, data, folder);
        hash.update(data);
        bytes += data.length;
        // Else a signal would be heard only when everything is written.
        await setImmediate();
        signal?.throwIfAborted();
      }
    } finally {
      closeSync(out);
    }
    if (existsSync(file) && digestOf(file) === hash.digest('hex')) return { bytes, changed: false };
    lock.assertHeld();
    renameSync(fresh, file);
    return { bytes, changed: true };
  } finally {
    rmSync(fresh, { force: true });
    lock.release();
  }
}

function openAt(place: string): number {
  try {
    return openSync(place, 'wx');
  } catch (error) {
    throw cannotWrite(error, dirname(place));
  }
}

function writeAll(file: number, data: Uint8Array, folder: string): void {
  try {
    for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
  } catch (error) {
    throw cannotWrite(error, folder);
  }
}

function cannotWrite(error: unknown, folder: string): Refusal {
  return new Refusal(
    `Nothing can be written in ${folder}: ${obstacle(error, folder)}.`,
    'Name another place with --out.',
  );
}

function digestOf(place: string): string {
  const hash = createHash('sha256');
  const file = openSync(place, 'r');
  try {
    const piece = Buffer.alloc(1024 * 1024);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
