import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { Refusal } from './refusal.ts';

/** One entry of a commit's tree. */
export interface TreeEntry {
  /** Below the folder that was asked for, with `/` between the parts. */
  readonly path: string;
  readonly type: 'file' | 'link' | 'submodule';
  /** The id of the object. */
  readonly id: string;
  /** 0 for a submodule. */
  readonly bytes: number;
}

/** A repository, read without a checkout. Nothing in it is ever run. */
export interface Repository {
  /** The folder that it was opened with, below the top of the repository; empty for the top itself, else with a slash at its end. */
  readonly prefix: string;
  /** Does the name stand for a commit? */
  has(revision: string): boolean;
  /** The full id of a commit. Throws a `Refusal` when there is none of that name. */
  commit(revision: string): string;
  /** All that a folder of a commit holds, in the order of git; undefined when the commit has no such folder. */
  tree(commit: string, folder: string): readonly TreeEntry[] | undefined;
  /** The contents of objects, in the order of their ids. */
  read(ids: readonly string[]): readonly Uint8Array[];
}

const MAX_LIST = 64 * 1024 * 1024;
const MAX_CONTENTS = 512 * 1024 * 1024;
const SECONDS = 60;

/**
 * What keeps git from running anything that a repository asks for: no hooks, no monitor of files, no helper that fetches what is missing
 * (a partial clone would, by whatever program its configuration names), no repository that only lies in a folder of another one.
 */
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'protocol.allow=never',
];

/** Without variables that would lead git to another repository, or to another program. */
function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Is the folder part of a repository that has no files of its own, such as a server's? Its configuration may be anybody's, so it is not opened. */
export function isBareRepository(folder: string, env: NodeJS.ProcessEnv = process.env): boolean {
  const about = git(
    realpathSync(folder),
    environment(env),
    ['rev-parse', '--is-inside-work-tree'],
    undefined,
    MAX_LIST,
  );
  return about.status === 0
    ? about.out.toString('utf8').trim() === 'false'
    : /cannot use bare repository/i.test(about.error);
}

/** Opens the repository that a folder belongs to; undefined when it belongs to none. Throws a `Refusal` when git cannot be used there. */
export function openRepository(folder: string, env: NodeJS.ProcessEnv = process.env): Repository | undefined {
  const cwd = realpathSync(folder);
  const run = (args: readonly string[], input?: string, most: number = MAX_LIST) =>
    git(cwd, environment(env), args, input, most);
  const about = run(['rev-parse', '--is-inside-work-tree', '--show-prefix']);
  if (about.status !== 0) {
    if (/not a git repository|cannot use bare repository/i.test(about.error)) return undefined;
    throw refusalOf(about.error, folder);
  }
  const [inside = '', prefix = ''] = about.out.toString('utf8').split('\n');
  if (inside !== 'true') return undefined;
  const resolve = (revision: string): string | undefined => {
    if (!isPlain(revision)) return undefined;
    const found = run(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
    const id = found.out.toString('utf8').trim();
    return found.status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  };
  return {
    prefix,
    has: (revision) => resolve(revision) !== undefined,
    commit(revision) {
      const id = resolve(revision);
      if (id !== undefined) return id;
      const isShallow = run(['rev-parse', '--is-shallow-repository']).out.toString('utf8').trim() === 'true';
      throw new Refusal(
        `${revision} is neither a folder or file here, nor a commit of the repository.`,
        isShallow
          ? 'It is a shallow clone, which knows only its newest commits. Fetch the others: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).'
          : 'Name a branch, a tag or a commit that git log shows.',
      );
    },
    tree(commit, below) {
      const root = run(['rev-parse', '--verify', '--quiet', `${commit}:${below.replace(/\/$/, '')}`]);
      const id = root.out.toString('utf8').trim();
      if (root.status !== 0 || !/^[0-9a-f]{40,64}$/.test(id)) return undefined;
      const listed = run(['ls-tree', '-r', '-z', '-l', '--full-tree', id]);
      return listed.status === 0 ? entriesOf(listed.out) : undefined;
    },
    read(ids) {
      if (ids.length === 0) return [];
      const found = run(['cat-file', '--batch'], `${ids.join('\n')}\n`, MAX_CONTENTS);
      if (found.status !== 0) throw refusalOf(found.error, folder);
      return contentsOf(found.out, ids);
    },
  };
}

/** Is it a name that git can only take for a revision, and for one alone? */
function isPlain(revision: string): boolean {
  return revision !== '' && revision.length <= 1000 && !/^-|[\0\n\r]|\.\.|^\^|^:/.test(revision);
}

interface Answered {
  readonly status: number | null;
  readonly out: Buffer;
  readonly error: string;
}

/** Runs git itself, without a shell. */
function git(
  cwd: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  input: string | undefined,
  most: number,
): Answered {
  const done = spawnSync('git', [...SAFE, ...args], {
    cwd,
    env,
    input: input ?? '',
    maxBuffer: most,
    timeout: SECONDS * 1000,
    windowsHide: true,
  });
  if (done.error !== undefined) {
    const { code } = { code: undefined, ...done.error };
    if (code === 'ENOENT')
      throw new Refusal(
        'Revisions can only be compared where git is installed.',
        'Install git, or name two folders or built sites.',
      );
    if (code === 'ENOBUFS')
      throw new Refusal(
        'That commit holds too much to be compared.',
        'Name the folder of the course: REV:path/to/course.',
      );
    if (code === 'ETIMEDOUT') throw new Refusal(`git did not answer within ${SECONDS} seconds.`);
    throw done.error;
  }
  return { status: done.status, out: done.stdout, error: done.stderr.toString('utf8') };
}

function refusalOf(error: string, folder: string): Refusal {
  if (/dubious ownership/i.test(error)) {
    return new Refusal(
      `git does not read the repository of ${folder}, because it belongs to another user.`,
      'If you trust it, say so once, with the folder that holds .git: git config --global --add safe.directory /the/folder',
    );
  }
  const line = error
    .split('\n')
    .map((each) => each.replace(/^(fatal|error): /, '').trim())
    .find((each) => each !== '');
  return new Refusal(`git cannot read the repository: ${line ?? 'it does not say why'}.`);
}

/** Reads `mode type id size\tpath\0`. Paths that are no UTF-8 cannot be files of a course, and are left out. */
function entriesOf(listed: Buffer): TreeEntry[] {
  const text = new TextDecoder().decode(listed);
  return text.split('\0').flatMap((line) => {
    const [, mode = '', id = '', size = '', path = ''] =
      /^(\d{6}) \w+ ([0-9a-f]+) +(\S+)\t(.+)$/s.exec(line) ?? [];
    if (path === '' || path.includes('\u{fffd}')) return [];
    // Git says `BAD` instead of a size.
    if (!/^(\d+|-)$/.test(size)) throw incomplete(path);
    const type = mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
    return [{ path, type, id, bytes: size === '-' ? 0 : Number(size) } as const];
  });
}

/** Reads `id type size\n<contents>\n` for each id. */
function contentsOf(answer: Buffer, ids: readonly string[]): Uint8Array[] {
  let at = 0;
  return ids.map((id) => {
    const end = answer.indexOf(10, at);
    const [, type, size = ''] = answer.toString('latin1', at, end).split(' ');
    if (end < 0 || type !== 'blob') throw incomplete(id);
    const start = end + 1;
    at = start + Number(size) + 1;
    return answer.subarray(start, at - 1);
  });
}

function incomplete(what: string): Refusal {
  return new Refusal(
    `The repository has not all of that commit: ${what} is missing.`,
    'It is probably a partial clone. Check that commit out once, and try again.',
  );
}
