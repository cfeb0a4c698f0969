import { openCourseFolder } from '../platform/course-files.ts';
import { type CheckedCourse, checkCourse } from './course.ts';
import { openMemory } from './memory.ts';
import { withProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Reads, compiles and checks the course in a folder, as most commands begin: with what the last run kept, if `cache`, and a line that says how far it is. */
export async function checkFolder(dir: string, cache: boolean, terminal: Terminal): Promise<CheckedCourse> {
  const folder = openCourseFolder(dir);
  const memory = openMemory(folder.root, cache);
  const checked = await withProgress(terminal, 'Reading', (update) =>
    checkCourse(folder, memory.cache, update),
  );
  memory.save();
  return checked;
}
