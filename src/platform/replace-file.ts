import { randomBytes } from 'node:crypto';
import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/**
 * Writes a small file of a course: aside first, then over the old one in one step, so that a killed process leaves the old or the new
 * text. Throws a `Refusal` for a link (a stranger's course may hold one to any file of the author's) and for what is no file.
 */
export function replaceFile(place: string, text: string): void {
  const about = lstatSync(place, { throwIfNoEntry: false });
  if (about !== undefined && !about.isFile()) {
    throw new Refusal(
      `${place} is ${about.isSymbolicLink() ? 'a link' : 'no file'}, and only a file is replaced.`,
      'Delete it and try again.',
    );
  }
  // Hidden, so that a course folder that is read meanwhile does not list it.
  const aside = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(aside, text, { flag: 'wx', ...(about !== undefined && { mode: about.mode }) });
    renameSync(aside, place);
  } finally {
    rmSync(aside, { force: true });
  }
}
