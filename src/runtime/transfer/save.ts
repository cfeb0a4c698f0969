import type { Event } from '../../model/events.ts';
import type { Progress } from '../progress.ts';
import type { Tools } from '../tools.ts';
import { download } from './download.ts';
import { exportFile } from './transfer.ts';

/** The note with how much was done when progress was saved as a file the last time. */
export const SAVED = 'saved';

/** What a learner did; the rest says where somebody was, or follows from it. */
const WORK: ReadonlySet<Event['type']> = new Set([
  'viewed',
  'marked',
  'media',
  'answered',
  'submitted',
  'chose',
  'reviewed',
]);

/** How many things were done. */
export function workIn({ events }: Progress): number {
  return events.filter(({ type }) => WORK.has(type)).length;
}

/** Offers progress as a file to save, and remembers that. */
export function saveFile(h: Tools['h'], progress: Progress): void {
  download(h, exportFile(progress));
  progress.store.keep(SAVED, workIn(progress));
}
