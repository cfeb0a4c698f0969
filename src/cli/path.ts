import { isAbsolute, relative, resolve } from 'node:path';

/** A path as people like to read it: below the working folder relative, elsewhere absolute; `.` for that folder itself. */
export function shortPath(path: string, from: string = process.cwd()): string {
  const way = relative(from, path);
  if (way === '') return '.';
  return way.startsWith('..') || isAbsolute(way) ? resolve(path) : way;
}
