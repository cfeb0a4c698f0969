import { errorCode } from '../model/error-code.ts';
import type { CourseFiles } from '../model/files.ts';
import { type Decoded, decode } from './decode.ts';
import { found } from './findings.ts';

/**
 * Reads a listed file as text. One that cannot be read (no permission, removed meanwhile) is a finding about that
 * file, so that the rest of the course is still checked. `limit` is in bytes.
 */
export function readSource(
  files: CourseFiles,
  path: string,
  limit: number,
): Decoded & { readonly bytes?: Uint8Array } {
  let bytes: Uint8Array;
  try {
    bytes = files.read(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error; // Not a word from the file system: a bug.
    const isKnown = files.refused().some((entry) => entry.path === path);
    const reason = code === 'ENOENT' ? 'vanished' : 'unreadable';
    const finding = found('file/refused', { file: path, start: 0, end: 0 }, { reason });
    return { file: { path, text: '' }, ok: false, findings: isKnown ? [] : [finding] };
  }
  return { ...decode(path, bytes, limit), bytes };
}
