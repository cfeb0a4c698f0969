import { editionOf } from '../edition/edition.ts';
import { editionText } from '../edition/file.ts';
import { carriedNames, nextLock } from '../edition/lock.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import type { Course } from '../model/course.ts';
import type { OutputFile } from '../model/output.ts';

/**
 * `edition.json`: what this edition and, by the course's lock file, those before it have published. Digests only, no answers: `course diff`
 * reads it where the sources of a site are not at hand. No page loads it.
 */
export function editionFile(loaded: LoadedCourse, course: Course): OutputFile {
  const edition = nextLock(loaded.lock, editionOf({ ...loaded, course }), carriedNames(loaded.editions));
  return { path: 'edition.json', content: editionText(edition) };
}
