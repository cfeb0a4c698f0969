import type { Event } from '../../model/events.ts';
import { type Fields, isFields } from '../../model/fields.ts';
import { parseEvent } from '../../model/parse-event.ts';
import type { Progress } from '../progress.ts';
import { exportProgress } from '../progress-file.ts';

/** Why a file is not taken. `course`: it belongs to that other one. */
export type ImportProblem =
  | { readonly type: 'size' | 'read' | 'json' | 'format' | 'version' }
  | { readonly type: 'course'; readonly course: string };

/** The events of a file, and how many entries of it could not be read. */
export interface Import {
  readonly events: readonly Event[];
  readonly skipped: number;
}

/** Ten years of daily work stay far below this many bytes. */
const LARGEST = 50_000_000;

/** The file to save: its name says course and day. */
export function exportFile(progress: Progress): { readonly name: string; readonly text: string } {
  const file = exportProgress(progress);
  const name = `${file.course}-progress-${file.exported.slice(0, 10)}.json`;
  return { name: name.replace(/[^\p{L}\p{N}._-]+/gu, '-'), text: `${JSON.stringify(file, null, 1)}\n` };
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
  return { events, skipped: entries.length - events.length };
}
