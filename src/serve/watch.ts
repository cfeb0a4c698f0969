import { statSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** How long to wait for further changes: editors write a file in several steps. */
const QUIET_MS = 40;

/** How often it is looked whether the folder is still the same: a watcher stays with one that was moved away. */
const LOOK_MS = 500;

export interface Watcher {
  /** Resolves when no work is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls `work` once when it begins to watch, so that no change falls between a first run and the watching, and
 * then whenever something in the folder has changed and been quiet for a moment: never twice at once, and once
 * more when something changed while it ran. A folder that was moved away, removed or replaced is work, too; when
 * there is one at its place again, `onReturn` is called and that one is watched. `ignore` are absolute paths that
 * do not count, besides hidden files and `node_modules`. Resolves when it watches; errors of the work and of
 * the watcher go to `onError`.
 */
export async function watchFolder(
  folder: string,
  options: {
    readonly ignore: readonly string[];
    readonly work: () => Promise<void>;
    readonly onReturn: () => void;
    readonly onError: (error: unknown) => void;
  },
): Promise<Watcher> {
  const { work, onReturn, onError } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  const start = (): void => {
    if (running !== undefined) {
      again = true;
      return;
    }
    running = work()
      .catch(onError)
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          start();
        }
      });
  };

  const arm = async (): Promise<FSWatcher> => {
    const armed = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => isIgnored(folder, path, options.ignore),
    });
    armed.on('all', (event, path) => {
      // It watches nothing any more, even when this very folder comes back.
      if (event === 'unlinkDir' && path === folder) seen = undefined;
      clearTimeout(timer);
      timer = setTimeout(start, QUIET_MS);
    });
    armed.on('error', onError);
    await new Promise<void>((resolve) => armed.on('ready', resolve));
    return armed;
  };

  let seen = identity(folder);
  let watcher = await arm();
  start();

  let closed = false;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const now = identity(folder);
    if (now !== seen) {
      seen = now;
      if (now !== undefined) {
        await watcher.close();
        watcher = await arm();
        onReturn();
      }
      start();
    }
    if (!closed) next = setTimeout(lookAgain, LOOK_MS);
  };
  const lookAgain = (): void => {
    looking = look().catch(onError);
  };
  let next = setTimeout(lookAgain, LOOK_MS);
  return {
    idle: async () => {
      while (running !== undefined) await running;
    },
    async close() {
      closed = true;
      clearTimeout(next);
      await looking;
      clearTimeout(timer);
      again = false;
      await watcher.close();
      await running;
    },
  };
}

/** What tells a folder from another one that took its place; undefined when there is none. */
function identity(folder: string): string | undefined {
  try {
    const about = statSync(folder);
    return about.isDirectory() ? `${about.dev}:${about.ino}` : undefined;
  } catch {
    return undefined; // Gone, or behind something that is gone: the work says so.
  }
}

function isIgnored(folder: string, path: string, ignore: readonly string[]): boolean {
  if (path === folder) return false;
  if (ignore.some((place) => path === place || path.startsWith(place + sep))) return true;
  const parts = relative(folder, path).split(sep);
  return basename(path) === 'node_modules' || parts.some((part) => part.startsWith('.'));
}
