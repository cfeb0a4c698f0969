import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { PORTABLE_MARKER } from '../model/portable.ts';

/** The marker stands in the head, before the policy, which may be long. */
const HEAD = 4096;

/** Whether a file is a portable edition that course made. False for what is no HTML file or cannot be read. */
export function isPortable(place: string): boolean {
  if (!/\.html?$/i.test(place)) return false;
  const head = Buffer.alloc(HEAD);
  let file: number;
  try {
    // To open a pipe would wait for somebody who writes into it.
    file = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return false; // Whoever wants to read or replace it says why that fails.
  }
  try {
    return fstatSync(file).isFile() && head.subarray(0, readSync(file, head)).includes(PORTABLE_MARKER);
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}
