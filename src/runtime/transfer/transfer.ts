import type { Answer, Event } from '../../model/events.ts';
import { type Fields, isFields } from '../../model/fields.ts';
import { parseEvent } from '../../model/parse-event.ts';
import { parseDraft } from '../../model/parse-response.ts';
import type { View } from '../../path/types.ts';
import type { Progress } from '../progress.ts';
import { exportProgress } from '../progress-file.ts';
import { draftName } from '../question/draft.ts';

/** Why a file is not taken. `course`: it belongs to that other one. */
export type ImportProblem =
  | { readonly type: 'size' | 'read' | 'json' | 'format' | 'version' }
  | { readonly type: 'course'; readonly course: string };

/** The events of a file, the answers of attempts under way, and how many entries of it could not be read. */
export interface Import {
  readonly events: readonly Event[];
  readonly drafts: ReadonlyMap<string, Partial<Answer>>;
  readonly skipped: number;
}

/** Ten years of daily work stay far below this many bytes. */
const LARGEST = 50_000_000;
/** More answers than anybody has under way at once. */
const MOST_DRAFTS = 2000;

/** The file to save: its name says course and day. */
export function exportFile(progress: Progress): { readonly name: string; readonly text: string } {
  const file = { ...exportProgress(progress), drafts: Object.fromEntries(draftsOf(progress)) };
  const name = `${file.course}-progress-${file.exported.slice(0, 10)}.json`;
  return { name: name.replace(/[^\p{L}\p{N}._-]+/gu, '-'), text: `${JSON.stringify(file, null, 1)}\n` };
}

/** The names under which answers are kept that are not handed in yet. */
function namesUnderWay({ course }: Progress, view: View): string[] {
  return course.items.flatMap((item) =>
    item.kind === 'quiz'
      ? item.questions.map(({ key }) => draftName(key, view.byId.get(item.id)?.quiz?.attempt))
      : [],
  );
}

function draftsOf(progress: Progress): [name: string, draft: Partial<Answer>][] {
  return namesUnderWay(progress, progress.view).flatMap((name): [string, Partial<Answer>][] => {
    const draft = parseDraft(progress.store.note(name));
    return Object.keys(draft).length > 0 ? [[name, draft]] : [];
  });
}

/** What of the answers under way in a file this browser has none of, and what would still be to be handed in. */
export function freshDrafts(progress: Progress, { drafts, events }: Import): [string, Partial<Answer>][] {
  return namesUnderWay(progress, progress.with(events)).flatMap((name): [string, Partial<Answer>][] => {
    const draft = drafts.get(name);
    return draft && progress.store.note(name) === undefined ? [[name, draft]] : [];
  });
}

/** Takes over what a file brought and gives the events that are new. */
export function addImport(progress: Progress, read: Import): readonly Event[] {
  for (const [name, draft] of freshDrafts(progress, read)) progress.store.keep(name, draft);
  return progress.store.merge(read.events);
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

/** Reads what a file held. Entries that are no events of this version are left out and counted. */
export function parseImport(data: unknown, course: string): Import | ImportProblem {
  const file: Fields = isFields(data) ? data : {};
  if (file.format !== 'coursewright-progress') return { type: 'format' };
  if (typeof file.version === 'number' && file.version > 1) return { type: 'version' };
  if (file.version !== 1 || typeof file.course !== 'string' || !Array.isArray(file.events))
    return { type: 'format' };
  if (file.course !== course) return { type: 'course', course: file.course.slice(0, 100) };
  const entries: readonly unknown[] = file.events;
  const events = entries.map(parseEvent).filter((event) => event !== undefined);
  const kept = Object.entries(isFields(file.drafts) ? file.drafts : {}).slice(0, MOST_DRAFTS);
  const drafts = kept.flatMap(([name, value]): [string, Partial<Answer>][] => {
    const draft = parseDraft(value);
    return Object.keys(draft).length > 0 ? [[name, draft]] : [];
  });
  return { events, drafts: new Map(drafts), skipped: entries.length - events.length };
}
