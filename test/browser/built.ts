/** Builds courses with the tool as it is in `dist`. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds a course of this repository, or anywhere else, into a new folder and gives that folder. */
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

/** The site of a course of this repository, built once for all tests of a run: only to be looked at. */
export const builtCourse = (course: string): Promise<string> => once(course, 'site', buildCourse);

/** The portable edition of a course of this repository, built once for all tests of a run: only to be looked at. */
export const builtPortable = (course: string): Promise<string> =>
  once(course, 'portable.html', buildPortable);

async function once(
  course: string,
  name: string,
  make: (course: string, into: string) => Promise<string>,
): Promise<string> {
  const sites = inject('sites');
  const place = join(sites, `${course.replaceAll('/', '-')}-${name}`);
  await mkdir(sites, { recursive: true });
  const aside = await mkdtemp(join(sites, 'making-'));
  try {
    if (!existsSync(place)) await rename(await make(course, aside), place);
  } catch (error) {
    // Another worker has made the same in the meantime.
    if (!existsSync(place)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return place;
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
