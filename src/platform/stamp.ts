import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How a file looks from outside: its path, size, and the times of its last change of content and of status. */
export type FileStamp = readonly [path: string, bytes: number, modified: number, changed: number];

/** The stamps of everything below a folder, sorted by path; none when there is no such folder. */
export function stampFolder(folder: string): FileStamp[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry): FileStamp => {
      const place = join(entry.parentPath, entry.name);
      const { size, mtimeMs, ctimeMs } = lstatSync(place);
      return [place.slice(folder.length + 1), size, mtimeMs, ctimeMs];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
