import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The git repository around a folder, which need not be there yet. */
export interface Repository {
  readonly root: string;
  /** The folder seen from the root, with `/`; `.` for the root itself. */
  readonly way: string;
}

/** The work tree that `folder` (absolute) lies in; undefined outside of git. `.git` is a file in worktrees and submodules. */
export function repositoryOf(folder: string): Repository | undefined {
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) {
      return { root, way: relative(root, folder).split(sep).join('/') || '.' };
    }
    if (dirname(root) === root) return undefined;
  }
}
