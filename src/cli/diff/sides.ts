import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK } from '../../load/lock.ts';
import { isBareRepository, openRepository } from '../../platform/git.ts';
import { isPortable } from '../../platform/portable-marker.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Terminal } from '../terminal.ts';
import { sideOfFolder, sideOfLock, whatIsAt } from './folder.ts';
import { isRevision, revisionName, sideOfRevision } from './revision.ts';
import type { Side } from './side.ts';
import { sideOfPortable, sideOfSite } from './site.ts';

/** The two sides of a comparison; `folder`: where the new sources lie, if they are a folder. */
export interface Sides {
  readonly old: Side;
  readonly now: Side;
  readonly folder?: string;
  /** How the sides were chosen, where that is not plain from the command. */
  readonly notes: readonly string[];
}

/** Finds out what the arguments name. Throws a `Refusal` for what cannot be compared. */
export async function findSides(
  names: { readonly old?: string; readonly now?: string },
  cache: boolean,
  terminal: Terminal,
): Promise<Sides> {
  const { old, now } = arranged(names);
  const notes: string[] = [];
  const nowIs = whatIsAt(now);
  const folder = nowIs === 'folder' ? now : undefined;
  const around = folder ?? '.';
  const side = (text: string): Promise<Side> => {
    const found = whatIsAt(text);
    if (found !== undefined && !text.includes(':') && isRevision(text, around))
      notes.push(
        `${text} is a ${found === 'folder' ? 'folder' : found === 'site' ? 'built site' : 'file'} here and a revision; the former was taken. The revision: ${text}:`,
      );
    // A bare repository has a file `HEAD`.
    if (found === undefined || (found === 'file' && !isPortable(text))) refuseBare(around);
    switch (found) {
      case 'folder':
        return sideOfFolder(text, cache, terminal);
      case 'site':
        return Promise.resolve(sideOfSite(text));
      case 'lock':
        return Promise.resolve(sideOfLock(text));
      case 'file':
        return Promise.resolve(sideOfPortable(text, isRevision(text, around)));
      case undefined:
        return sideOfName(text, around, cache, terminal);
    }
  };
  const nowSide = await side(now);
  if (old !== undefined) return { old: await side(old), now: nowSide, ...(folder && { folder }), notes };
  const chosen = await defaultSide(folder, now, cache, terminal);
  return { old: chosen, now: nowSide, ...(folder && { folder }), notes };
}

function refuseBare(folder: string): void {
  if (!isBareRepository(folder)) return;
  throw new Refusal(
    `${folder === '.' ? 'This folder' : folder} is a bare repository, or git's own part of one: it has no files of a course, and its settings may be anybody's, so no revision is read from it.`,
    'Check it out in a folder of its own (git worktree add ../course, or git clone), and compare there.',
  );
}

/** One name alone is the old side, unless it is the only course that can be meant by the new one. */
function arranged({ old, now }: { readonly old?: string; readonly now?: string }): {
  readonly old?: string;
  readonly now: string;
} {
  if (now !== undefined) return { ...(old !== undefined && { old }), now };
  if (old !== undefined && whatIsAt('.') !== 'folder' && whatIsAt(old) === 'folder') return { now: old };
  return { ...(old !== undefined && { old }), now: '.' };
}

async function sideOfName(text: string, around: string, cache: boolean, terminal: Terminal): Promise<Side> {
  if (text.startsWith('-'))
    throw new Refusal(`${text} is no revision: none begins with a dash.`, 'See `course diff --help`.');
  if (existsSync(text) && !isRevision(text, around))
    throw new Refusal(
      `${text} holds neither a course nor a built site.`,
      'Name the folder that holds course.yaml, or the one that `course build` wrote.',
    );
  if (text === '')
    throw new Refusal('An empty name is neither a folder nor a revision.', 'See `course diff --help`.');
  const { revision } = revisionName(text);
  if (revision === '')
    throw new Refusal(
      `${text} names no revision before the colon.`,
      'Write REV:path/to/course, such as HEAD~1:courses/bread.',
    );
  return sideOfRevision(text, around, cache, terminal);
}

/** What the sources are compared with where nobody says it: what was published, else what was committed. */
async function defaultSide(
  folder: string | undefined,
  now: string,
  cache: boolean,
  terminal: Terminal,
): Promise<Side> {
  if (folder === undefined)
    throw new Refusal(
      now === '.' ? 'There is no course.yaml in this folder.' : `Say what ${now} is compared with.`,
      'For example: `course diff HEAD~1`, `course diff public my-course`.',
    );
  const lock = join(folder, LOCK);
  if (existsSync(lock)) return sideOfLock(lock);
  const repository = openRepository(folder);
  if (repository?.has('HEAD')) return sideOfRevision('HEAD', folder, cache, terminal);
  throw new Refusal(
    'There is nothing to compare the course with: no course-lock.json, and no git commit.',
    'Name an earlier edition (a folder, a built site), or write down what is published now: `course lock`.',
  );
}
