import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './make-folder.ts';
import { packageRoot } from './package-root.ts';

/** A cache that can be written to the disk. */
export interface CacheStore {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  /** Writes what is new; an unchanged store is left alone. A disk that refuses costs the next run its speed, no more. */
  save(): void;
}

/** The first line of a store. Offsets count bytes from the end of that line. */
interface Header {
  readonly format: 1;
  readonly tool: string;
  readonly run: number;
  /** Key, offset, length, checksum, the run that last used it. */
  readonly entries: readonly (readonly [string, number, number, string, number])[];
}

/** An entry that so many writing runs did not use is dropped. */
const KEPT_RUNS = 8;

/** A larger store is not read: something is wrong with it. */
const MAX_BYTES = 1024 * 1024 * 1024;

/**
 * Opens the store of one course. It stands outside the course folder, since what comes with a stranger's pull request
 * must not be able to pose as compiled pages. A store that is missing, broken, cut off or from another
 * version of the tool counts as empty, and each entry is checked against its checksum when it is read.
 *
 * @param course the course folder, absolute
 * @param folder where stores stand, as `cacheFolder` says
 * @param tool what names this version of the tool, as `toolFingerprint` says
 */
export function openCacheStore(course: string, folder: string, tool: string): CacheStore {
  const path = join(folder, `${digest(course).slice(0, 24)}.cache`);
  const old = readStore(path, tool);
  const run = (old?.header.run ?? 0) + 1;
  const fresh = new Map<string, string>();
  const used = new Set<string>();
  const index = new Map(old?.header.entries.map((entry) => [entry[0], entry]) ?? []);

  const stored = (key: string): Buffer | undefined => {
    const entry = index.get(key);
    if (entry === undefined || old === undefined) return undefined;
    const [, offset, length, checksum] = entry;
    const bytes = old.body.subarray(offset, offset + length);
    if (bytes.length === length && digest(bytes).slice(0, 16) === checksum) return bytes;
    index.delete(key);
    return undefined;
  };

  return {
    get(key) {
      const value = fresh.get(key) ?? stored(key)?.toString('utf8');
      if (value !== undefined) used.add(key);
      return value;
    },
    set(key, value) {
      fresh.set(key, value);
    },
    save() {
      if (fresh.size === 0) return;
      const entries: (readonly [string, number, number, string, number])[] = [];
      const chunks: Buffer[] = [];
      let offset = 0;
      const add = (key: string, bytes: Buffer, checksum: string, lastUsed: number) => {
        entries.push([key, offset, bytes.length, checksum, lastUsed]);
        chunks.push(bytes);
        offset += bytes.length;
      };
      for (const [key, value] of fresh) {
        const bytes = Buffer.from(value, 'utf8');
        add(key, bytes, digest(bytes).slice(0, 16), run);
      }
      for (const [key, from, length, checksum, lastUsed] of index.values()) {
        const last = used.has(key) ? run : lastUsed;
        if (fresh.has(key) || old === undefined || run - last > KEPT_RUNS) continue;
        add(key, old.body.subarray(from, from + length), checksum, last);
      }
      const header: Header = { format: 1, tool, run, entries };
      writeStore(
        folder,
        path,
        Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`, 'utf8'), ...chunks]),
      );
    },
  };
}

function readStore(path: string, tool: string): { header: Header; body: Buffer } | undefined {
  try {
    if (statSync(path).size > MAX_BYTES) return undefined;
    const bytes = readFileSync(path);
    const end = bytes.indexOf(10);
    if (end < 0) return undefined;
    const header: unknown = JSON.parse(bytes.toString('utf8', 0, end));
    if (!isHeader(header) || header.tool !== tool) return undefined;
    return { header, body: bytes.subarray(end + 1) };
  } catch {
    // Not there, not readable, or not JSON: a cache is only ever a shortcut, so an empty one is right.
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  if (!('format' in value) || value.format !== 1) return false;
  if (!('tool' in value) || typeof value.tool !== 'string') return false;
  if (!('run' in value) || !Number.isSafeInteger(value.run)) return false;
  return 'entries' in value && Array.isArray(value.entries) && value.entries.every(isEntry);
}

function isEntry(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [key, offset, length, checksum, run]: unknown[] = value;
  const whole = (number: unknown) => Number.isSafeInteger(number) && Number(number) >= 0;
  return (
    typeof key === 'string' && whole(offset) && whole(length) && typeof checksum === 'string' && whole(run)
  );
}

/** Written aside and renamed, so that a reader never sees half a store: the old one, none for a moment, or the new one. */
function writeStore(folder: string, path: string, bytes: Buffer): void {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(folder, 0o700);
    writeFileSync(aside, bytes, { mode: 0o600 });
    chmodSync(aside, 0o600);
    // Some file systems (ext4) wait for the disk when a new file takes the place of an old one.
    rmSync(path, { force: true });
    renameSync(aside, path);
  } catch {
    // A full or read-only disk must not fail a build that is otherwise fine.
    remove(aside);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Then it was never there: a part of the path is no folder, or not ours to write in.
  }
}

/**
 * Where stores stand: `COURSEWRIGHT_CACHE`, else the cache folder of the operating system. Undefined where there
 * is none (no home folder): then nothing is remembered.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const given = env.COURSEWRIGHT_CACHE;
  if (given !== undefined && given !== '') return given;
  const home = homedir();
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA;
    return local === undefined || local === '' ? undefined : join(local, 'coursewright', 'cache');
  }
  if (home === '') return undefined;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'coursewright');
  const xdg = env.XDG_CACHE_HOME;
  return join(xdg === undefined || !xdg.startsWith('/') ? join(home, '.cache') : xdg, 'coursewright');
}

/**
 * Names the very program that runs: what another version, or an edited working copy, compiled is never used.
 *
 * @param version the version in package.json
 */
export function toolFingerprint(version: string): string {
  const root = packageRoot();
  const folders = fileURLToPath(import.meta.url).endsWith('.ts') ? ['src', 'templates/site'] : ['dist'];
  const hash = createHash('sha256').update(`${version} ${process.version}`);
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      hash.update(`\n${path} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest('hex').slice(0, 24);
}

/** SHA-256 in hexadecimal. */
export function digest(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
