import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROGRAM = join(resolve(import.meta.dirname, '../../..'), 'bin/course.js');

/** Runs the built tool and gives what it prints; what it finds wrong is in the error's message. */
export async function runCourse(...options: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...options], {
      maxBuffer: 2 ** 24,
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error)
      throw new Error(`${error.message}\n${String(error.stdout)}`);
    throw error;
  }
}
