import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { errorCode } from '../model/error-code.ts';
import { obstacle } from './make-folder.ts';
import { Refusal } from './refusal.ts';

/** A lock that this process holds. */
export interface Lock {
  /** Throws when somebody else holds the lock now: to be called right before anything final. */
  assertHeld(): void;
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** A lock of another machine (a shared disk) cannot be probed; after this long it counts as left behind. */
const FOREIGN_STALE_MS = 60 * 60 * 1000;

const heldHere = new Set<string>();

/**
 * Takes the lock file at `path`, or throws a `Refusal` that says who has it. A lock whose process is gone is
 * taken over: by renaming it away and looking at what was caught, so that of two who try only one wins.
 * `now` is the clock in milliseconds.
 */
export function takeLock(path: string, now: number): Lock {
  const mine: Holder = { pid: process.pid, host: hostname(), token: randomBytes(8).toString('hex') };
  const text = JSON.stringify({ ...mine, since: now });
  for (let tries = 0; tries < 5; tries++) {
    heldHere.add(mine.token);
    if (createWhole(path, text, mine.token)) return held(path, mine.token);
    heldHere.delete(mine.token);
    const other = readHolder(path);
    if (other === 'gone') continue;
    if (!isStale(other, now)) {
      throw new Refusal(
        `Another build writes to the same place (process ${other.pid} on ${other.host}).`,
        `Wait until it has ended. If there is no such build, delete ${path}.`,
      );
    }
    removeStale(path, other);
  }
  throw new Refusal('Other builds keep writing to the same place.', 'Wait until they have ended.');
}

/** Makes a file with its whole text in one step, since a reader takes half a lock for a stale one; false when it exists. */
function createWhole(path: string, text: string, token: string): boolean {
  const draft = `${path}-${token}`;
  try {
    writeDraft(draft, text);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (errorCode(error) !== 'EPERM' && errorCode(error) !== 'ENOTSUP') throw error;
    return createOnDiskWithoutLinks(path, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(place: string, text: string): void {
  try {
    writeFileSync(place, text);
  } catch (error) {
    const folder = dirname(place);
    throw new Refusal(
      `Nothing can be written in ${folder}: ${obstacle(error, folder)}.`,
      'Name another folder with --out.',
    );
  }
}

/** FAT disks have no hard links; the moment between making and filling the file is accepted there. */
function createOnDiskWithoutLinks(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function held(path: string, token: string): Lock {
  const isMine = () => {
    const holder = readHolder(path);
    return holder !== 'gone' && holder.token === token;
  };
  return {
    assertHeld() {
      if (isMine()) return;
      throw new Refusal('Another build has taken over the output folder.', 'Run the build again.');
    },
    release() {
      heldHere.delete(token);
      if (isMine()) rmSync(path, { force: true });
    },
  };
}

function readHolder(path: string): (Holder & { since: number }) | 'gone' {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'gone';
    throw error;
  }
  const nobody = { pid: 0, host: hostname(), token: text, since: 0 };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return nobody;
    const { pid, host, token, since } = { ...nobody, ...value };
    if (typeof pid !== 'number' || typeof since !== 'number') return nobody;
    return { pid, host: String(host), token: String(token), since };
  } catch {
    return nobody; // Half written by a killed process.
  }
}

function isStale(holder: Holder & { since: number }, now: number): boolean {
  if (holder.host !== hostname()) return now - holder.since > FOREIGN_STALE_MS;
  if (holder.pid === process.pid) return !heldHere.has(holder.token);
  return !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function removeStale(path: string, stale: Holder): void {
  const caught = `${path}-${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, caught);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const holder = readHolder(caught);
  if (holder !== 'gone' && holder.token !== stale.token) {
    // Somebody was faster and this is their fresh lock: give it back.
    try {
      linkSync(caught, path);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  rmSync(caught, { force: true });
}
