/** Builds the fixture course with the tool as it is in `dist`. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds a course of this repository into a new folder and gives that folder. */
export async function buildCourse(course: string, into: string): Promise<string> {
  const out = join(into, 'site');
  await build(course, '--out', out);
  return out;
}

/** Builds the portable edition of a course of this repository, or anywhere else, and gives the file. */
export async function buildPortable(
  course: string,
  into: string,
  options: readonly string[] = [],
): Promise<string> {
  const out = join(into, 'portable.html');
  await build(course, '--portable', '--out', out, ...options);
  return out;
}

async function build(course: string, ...options: readonly string[]): Promise<void> {
  const program = join(ROOT, 'bin/course.js');
  await promisify(execFile)(process.execPath, [
    program,
    'build',
    resolve(ROOT, course),
    '--no-cache',
    ...options,
  ]);
}
