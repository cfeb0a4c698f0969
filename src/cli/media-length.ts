import { closeSync, openSync, readSync } from 'node:fs';
import { mediaSeconds } from '../compile/media-length.ts';
import type { CourseFolder } from '../platform/course-files.ts';

/** Gives the seconds that a video or audio file of the course plays, from its headers; undefined where they do not say. */
export function readLengths(folder: CourseFolder): (path: string) => number | undefined {
  const sizes = new Map(folder.list().map(({ path, bytes }) => [path, bytes]));
  // Those that may not be read: a finding says so.
  for (const { path } of folder.refused()) sizes.delete(path);
  return (path) => {
    const size = sizes.get(path);
    if (size === undefined) return undefined;
    const file = openSync(folder.locate(path), 'r');
    try {
      const read = (offset: number, length: number): Uint8Array => {
        const piece = new Uint8Array(length);
        return piece.subarray(0, readSync(file, piece, 0, length, offset));
      };
      return mediaSeconds(read, size);
    } finally {
      closeSync(file);
    }
  };
}
