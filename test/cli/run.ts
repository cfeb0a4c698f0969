import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

export const BIN = resolve(import.meta.dirname, '../../bin/course.js');

/** What a run of the CLI came to. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built CLI as a user would who has `course` on the PATH, with no terminal, no colours, and a cache of its own. */
export function course(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Run {
  const result: SpawnSyncReturns<string> = spawnSync(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: {
      ...process.env,
      NO_COLOR: '1',
      COURSEWRIGHT_CACHE: CACHE,
      npm_config_user_agent: '',
      PATH: `${ON_PATH}${delimiter}${process.env.PATH ?? ''}`,
      ...options.env,
    },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** A new folder for one test; links resolved, so that paths compare. */
export function scratch(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'course-cli-')));
}

const CACHE = scratch();

const ON_PATH = scratch();
symlinkSync(BIN, join(ON_PATH, 'course'));
