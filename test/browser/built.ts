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
  await runCourse('build', resolve(ROOT, course), '--no-cache', ...options);
}

/** Runs the built tool, with a cache of this run, and gives what it prints; what it finds wrong is in the error's message. */
export async function runCourse(...options: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'bin/course.js'), ...options],
      { maxBuffer: 2 ** 24, env: { ...process.env, COURSEWRIGHT_CACHE: join(inject('sites'), 'cache') } },
    );
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error)
      throw new Error(`${error.message}\n${String(error.stdout)}`);
    throw error;
  }
}
