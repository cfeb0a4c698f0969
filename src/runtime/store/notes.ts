import { isFields } from '../../model/fields.ts';
import { attempt } from './entries.ts';

/** Notes that say to be later than this many milliseconds are damaged: none could come after them. */
const LATEST = 2 ** 52;

/** A value kept under a name, and when. */
export interface Note {
  readonly at: number;
  readonly value: unknown;
}

/** What JSON says; undefined where it is none. */
export function parse(text: string): unknown {
  return attempt(() => JSON.parse(text));
}

/** What a note says; undefined where there is none, or none that can be read. */
export function parseNote(text = ''): Note | undefined {
  const note = parse(text);
  return isFields(note) && typeof note.at === 'number' && note.at < LATEST
    ? { at: note.at, value: note.value }
    : undefined;
}

/** Whether a note wins over another: what was written in the same millisecond must win in all tabs alike. */
export function laterNote(text: string, other = ''): boolean {
  const found = parseNote(text);
  const later = (found?.at ?? -1) - (parseNote(other)?.at ?? -1);
  return found !== undefined && (later > 0 || (later === 0 && text > other));
}
