import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { errorCode } from '../model/error-code.ts';
import { isInside } from './inside.ts';

/** Why a file is not read; `link-outside`: it is a link that leads out of the folder it has to be in. */
export type Unread = 'missing' | 'not-a-file' | 'link-outside' | 'too-large';

const PIECE = 1024 * 1024;

/**
 * Reads a file that a stranger may have made: only a regular file, and never more than `most` bytes, whatever its size is said to be (a
 * device says 0 and never ends; opening a pipe would wait for somebody who writes). With `inside`, a link must not lead out of
 * that folder. Throws where the file is there and cannot be read.
 */
export function readPlain(
  path: string,
  { most, inside }: { readonly most: number; readonly inside?: string },
): Buffer | Unread {
  let file: number;
  try {
    if (inside !== undefined && !isInside(realpathSync(inside), realpathSync(path))) return 'link-outside';
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return 'missing';
    // A socket, or a device that nothing drives.
    if (code === 'ENXIO' || code === 'ENODEV') return 'not-a-file';
    throw error;
  }
  try {
    const about = fstatSync(file);
    if (!about.isFile()) return 'not-a-file';
    if (about.size > most) return 'too-large';
    return readBounded(file, most);
  } finally {
    closeSync(file);
  }
}

function readBounded(file: number, most: number): Buffer | 'too-large' {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const read = readSync(file, piece);
    if (read === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, read));
    bytes += read;
    if (bytes > most) return 'too-large';
  }
}
