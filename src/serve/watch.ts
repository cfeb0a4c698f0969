import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** How long to wait for further changes: editors write a file in several steps. */
const QUIET_MS = 40;

export interface Watcher {
  /** Resolves when no work is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls `work` once when it begins to watch, so that no change falls between a first run and the watching, and then whenever something in the folder has changed and been quiet for a moment: never twice at once,
 * and once more when something changed while it ran. `ignore` are absolute paths that do not count, besides
 * hidden files and `node_modules`. Resolves when it watches; errors of the
 * work and of the watcher go to `onError`.
 */
export async function watchFolder(
  folder: string,
  options: {
    readonly ignore: readonly string[];
    readonly work: () => Promise<void>;
    readonly onError: (error: unknown) => void;
  },
): Promise<Watcher> {
  const { work, onError } = options;
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

  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isIgnored(folder, path, options.ignore),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(start, QUIET_MS);
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.on('ready', resolve));
  start();
  return {
    idle: async () => {
      while (running !== undefined) await running;
    },
    async close() {
      clearTimeout(timer);
      again = false;
      await watcher.close();
      await running;
    },
  };
}

function isIgnored(folder: string, path: string, ignore: readonly string[]): boolean {
  if (path === folder) return false;
  if (ignore.some((place) => path === place || path.startsWith(place + sep))) return true;
  const parts = relative(folder, path).split(sep);
  return basename(path) === 'node_modules' || parts.some((part) => part.startsWith('.'));
}
