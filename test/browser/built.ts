/** Builds the fixture course with the tool as it is in `dist`. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds a course of this repository into a new folder and gives that folder. */
export async function buildCourse(course: string, into: string): Promise<string> {
  const out = join(into, 'site');
  await promisify(execFile)(process.execPath, [
    join(ROOT, 'bin/course.js'),
    'build',
    resolve(ROOT, course),
    '--out',
    out,
    '--no-cache',
  ]);
  return out;
}
