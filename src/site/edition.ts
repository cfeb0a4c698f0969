import { editionOf } from '../edition/edition.ts';
import { editionText } from '../edition/file.ts';
import { carriedNames, nextLock } from '../edition/lock.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import type { Course } from '../model/course.ts';
import type { Edition } from '../model/edition.ts';
import type { OutputFile } from '../model/output.ts';

/** What this edition and, by the course's lock file, those before it have published. */
export function publishedSoFar(loaded: LoadedCourse, course: Course): Edition {
  return nextLock(loaded.lock, editionOf({ ...loaded, course }), carriedNames(loaded.editions));
}

/** `edition.json`: digests only, no answers. `course diff` reads it where the sources of a site are not at hand; no page loads it. */
export function editionFile(edition: Edition): OutputFile {
  return { path: 'edition.json', content: editionText(edition) };
}

/** The addresses of the modules and quizzes that were published and are gone on purpose. */
export function retiredPaths({ entries }: Edition): string[] {
  return [...entries].flatMap(([id, { kind, gone }]) => {
    if (gone !== 'retired') return [];
    return kind === 'module' ? [`modules/${id}.html`] : kind === 'quiz' ? [`quizzes/${id}.html`] : [];
  });
}
