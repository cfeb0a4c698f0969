import type { Instant } from '../../model/condition.ts';
import { type Event, eventId } from '../../model/events.ts';
import { type Fields, isFields, isText } from '../../model/fields.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { SEEN } from '../edition/seen.ts';
import type { Progress } from '../progress.ts';
import type { ProgressFile } from '../progress-file.ts';
import { fromHash } from './link.ts';
import { type Beside, beside, parseUnderWay, type UnderWay, underWay } from './under-way.ts';

/** Why a file, or a link, is not taken. `course`: it belongs to that other one. `link`: damaged or cut off. */
export type ImportProblem =
  | { readonly type: 'size' | 'read' | 'json' | 'format' | 'version' | 'link' }
  | { readonly type: 'course'; readonly course: string; readonly title?: string };

/** What a file or a link holds, and how many entries of it could not be read. */
export interface Import {
  readonly events: readonly Event[];
  /** Everything that stands in the place of events: what only a newer version can read is kept for it. */
  readonly entries: readonly unknown[];
  readonly underWay: UnderWay;
  readonly skipped: number;
  /** The name that its learner gave for the certificate. */
  readonly learner?: string;
  /** When it was made, by that device's clock. */
  readonly exported?: Instant;
}

/** Ten years of daily work stay far below this many bytes. */
const LARGEST = 50_000_000;
/** In UTF-16 units. */
const LONGEST_NAME = 200;

/** Everything that is kept about the learner, as it goes into a file and into a link. */
export function contents(progress: Progress): ProgressFile {
  const { course, store } = progress;
  const learner = store.note('learner');
  const { drafts, times } = underWay(progress);
  return {
    format: 'coursewright-progress',
    version: 1,
    course: course.id,
    title: course.title,
    exported: new Date(progress.now()).toISOString(),
    ...(typeof learner === 'string' && learner !== '' && { learner }),
    ...(drafts.size > 0 && { drafts: Object.fromEntries(drafts) }),
    ...(times.size > 0 && { times: Object.fromEntries(times) }),
    events: store.events(),
  };
}

/** The file to save: its name says course and day. */
export function exportFile(progress: Progress): { readonly name: string; readonly text: string } {
  const file = contents(progress);
  const name = `${file.course}-progress-${file.exported.slice(0, 10)}.json`;
  return { name: name.replace(/[^\p{L}\p{N}._-]+/gu, '-'), text: `${JSON.stringify(file, null, 1)}\n` };
}

/** What would be new here. */
export interface News {
  readonly events: readonly Event[];
  readonly underWay: Beside;
  /** The name for the certificate, where none is given here. */
  readonly learner: string | undefined;
}

/** What of an import is not here yet. */
export function newsOf(progress: Progress, read: Import): News {
  const { store } = progress;
  const known = new Set(store.events().map(eventId));
  const events = read.events.filter((event) => !known.has(eventId(event)));
  const named = store.note('learner');
  return {
    events,
    underWay: beside(progress, read.underWay, progress.with(events)),
    learner: typeof named === 'string' && named !== '' ? undefined : read.learner,
  };
}

/** Takes over what a file brought and gives the events that are new. `from`: its name, for the list of what was added. */
export async function addImport(progress: Progress, read: Import, from: string): Promise<readonly Event[]> {
  const { store } = progress;
  const notes = new Map<string, object | string>(newsOf(progress, read).underWay.notes);
  if (read.learner) notes.set('learner', read.learner);
  const added = (await store.late()).take(read.entries, from, notes);
  // What was answered elsewhere may have been graded by keys that were corrected since.
  store.keep(SEEN, undefined);
  return added;
}

/** Waits until the browser has shown what the page says: what follows may keep it busy for seconds. */
export function drawn(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}

/** Reads a file that somebody chose, which may be anything. */
export async function readImport(file: Blob, course: string): Promise<Import | ImportProblem> {
  if (file.size > LARGEST) return { type: 'size' };
  try {
    return parseImport(JSON.parse(await file.text()), course);
  } catch (error) {
    return { type: error instanceof SyntaxError ? 'json' : 'read' };
  }
}

/** Reads what the hash of a link carries, which may be anything. */
export async function readLink(hash: string, course: string): Promise<Import | ImportProblem> {
  const data = await fromHash(hash);
  const read: Import | ImportProblem = data === undefined ? { type: 'link' } : parseImport(data, course);
  return 'type' in read && read.type === 'format' ? { type: 'link' } : read;
}

/** Reads what a file held. Entries that are no events of this version are left out and counted. */
export function parseImport(data: unknown, course: string): Import | ImportProblem {
  const file: Fields = isFields(data) ? data : {};
  if (file.format !== 'coursewright-progress') return { type: 'format' };
  if (typeof file.version === 'number' && file.version > 1) return { type: 'version' };
  if (file.version !== 1 || typeof file.course !== 'string' || !Array.isArray(file.events))
    return { type: 'format' };
  if (file.course !== course) {
    const title = isText(file.title, LONGEST_NAME) && file.title !== '' ? { title: file.title } : {};
    return { type: 'course', course: file.course.slice(0, 100), ...title };
  }
  const entries: readonly unknown[] = file.events;
  const events = entries.map(parseEvent).filter((event) => event !== undefined);
  const exported = typeof file.exported === 'string' ? Date.parse(file.exported) : Number.NaN;
  return {
    events,
    entries,
    underWay: parseUnderWay(file.drafts, file.times),
    skipped: entries.length - events.length,
    ...(isText(file.learner, LONGEST_NAME) && { learner: file.learner }),
    ...(!Number.isNaN(exported) && { exported }),
  };
}
