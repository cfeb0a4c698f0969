import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const PROGRAM = join(resolve(import.meta.dirname, '../../..'), 'bin/course.js');

/** Runs the built tool, with a cache of this run, and gives what it prints; what it finds wrong is in the error's message. */
export async function runCourse(...options: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...options], {
      maxBuffer: 2 ** 24,
      env: { ...process.env, COURSEWRIGHT_CACHE: join(inject('sites'), 'cache') },
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error)
      throw new Error(`${error.message}\n${String(error.stdout)}`);
    throw error;
  }
}
