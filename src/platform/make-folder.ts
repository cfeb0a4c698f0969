import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../model/error-code.ts';
import { Refusal } from './refusal.ts';

/**
 * Makes a folder and what is missing above it, one level at a time: the recursive way of Node never returns on
 * a file system that takes no folders, such as `/proc`. Throws a `Refusal` that says what stands in the way.
 */
export function makeFolder(folder: string, mode?: number): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (isFolder(folder)) return;
    throw new Refusal(`The folder ${folder} cannot be made: ${obstacle(error, above)}.`, ELSEWHERE);
  }
}

/** Why nothing can be put into `folder`, in words, from the error of trying. */
export function obstacle(error: unknown, folder: string): string {
  switch (errorCode(error)) {
    case 'EEXIST':
      return 'there is a file of that name';
    case 'ENOTDIR':
      return `${folder} is not a folder`;
    case 'EACCES':
    case 'EPERM':
      return `you have no permission to write in ${folder}`;
    case 'ENOENT':
      return `${folder} takes no new files or folders`;
    case 'EROFS':
      return `${folder} is on a disk that cannot be written to`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk of ${folder} is full`;
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

const ELSEWHERE = 'Name a place below a folder that you can write in.';

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    // Not there, or not to be looked at: making it then says why.
    return false;
  }
}
