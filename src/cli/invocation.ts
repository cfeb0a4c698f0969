import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { shortPath } from './path.ts';

/** How each package manager runs a program that is installed in the project, and one that is not. */
const RUNNERS: Readonly<Record<string, readonly [installed: string, not: string]>> = {
  npm: ['npx course', 'npx coursewright'],
  pnpm: ['pnpm exec course', 'pnpm dlx coursewright'],
  yarn: ['yarn course', 'yarn dlx coursewright'],
  bun: ['bunx course', 'bunx coursewright'],
};

/**
 * What to type to start this program again, from the folder `cwd`: `course`, `npx course`, … `script` is the
 * file that runs. Never `npx course` where nothing is installed, since npm would fetch a stranger's package
 * of that name.
 */
export function invocation(env: NodeJS.ProcessEnv, cwd: string, script: string): string {
  const installed = isInstalled(cwd);
  const manager = /^[a-z]+(?=\/)/.exec(env.npm_config_user_agent ?? '')?.[0] ?? '';
  const runner = RUNNERS[manager];
  if (runner !== undefined) return runner[installed ? 0 : 1];
  if (isOnPath(env.PATH ?? env.Path ?? '', script)) return 'course';
  if (installed) return 'npx course';
  const path = shortPath(script, cwd);
  return `node ${/\s/.test(path) ? `"${path}"` : path}`;
}

/** Puts what really has to be typed into a text that says `course build` in backticks. */
export function spoken(text: string, command: string): string {
  return text.replace(
    /`course(?= (?:init|validate|explain|map|simulate|build|lock|diff|dev|schemas)\b)/g,
    () => `\`${command}`,
  );
}

function isInstalled(cwd: string): boolean {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', 'coursewright', 'package.json'))) return true;
    if (dirname(folder) === folder) return false;
  }
}

function isOnPath(path: string, script: string): boolean {
  const own = realpathSync(script);
  return path.split(delimiter).some((folder) => {
    if (folder === '') return false;
    // Windows starts programs by a script of npm's beside them, which is no link that could be compared.
    if (process.platform === 'win32') return existsSync(join(folder, 'course.cmd'));
    const found = join(folder, 'course');
    return existsSync(found) && realpathSync(found) === own;
  });
}
