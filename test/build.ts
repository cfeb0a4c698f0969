import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = ['src', 'templates/site', 'scripts', 'schemas', 'package.json', 'package-lock.json'];

/** Several tests run the built CLI: it is built first when it is missing or older than its sources. */
export default function buildIfStale(): void {
  const made = join(ROOT, 'dist/cli.js');
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(ROOT, path))));
  if (existsSync(made) && statSync(made).mtimeMs >= newest) return;
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (run.status === 0) return;
  // Only the tests that run the built CLI would be wrong about an older one; the others can go on.
  const news = `The package cannot be built:\n${run.stdout}\n${run.stderr}`;
  if (!existsSync(made)) throw new Error(news);
  console.warn(news);
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  const inside = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...inside);
}
