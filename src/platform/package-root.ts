import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this package, found from the running file upwards: bundled chunks, sources under a test
 * runner and an installed package lie at different depths. Throws when the package is incomplete.
 */
export function packageRoot(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'bin', 'course.js')))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`no package.json above ${fileURLToPath(from)}`);
    folder = above;
  }
  return folder;
}
