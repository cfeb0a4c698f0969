import type { Instant } from '../../model/condition.ts';
import { isFields } from '../../model/fields.ts';
import type { ItemId } from '../../model/ids.ts';
import type { Progress } from '../progress.ts';

/** The time for an attempt, once it was extended. */
export interface TimeGiven {
  /** When it is over. */
  readonly until: Instant;
  /** Milliseconds in all. */
  readonly all: number;
}

/** The name of its note. */
export function timeNote(quiz: ItemId, attempt: number): string {
  return `time:${quiz}:${attempt}`;
}

/** What was kept of it; undefined where the limit stands as it is. */
export function timeGiven(progress: Pick<Progress, 'note'>, name: string): TimeGiven | undefined {
  return parseTime(progress.note(name));
}

/** The same from data of any origin. */
export function parseTime(value: unknown): TimeGiven | undefined {
  return isFields(value) && isTime(value.until) && isTime(value.all)
    ? { until: value.until, all: value.all }
    : undefined;
}

/** Notes can be edited by anybody: a time is one that dates can say (the largest of ECMAScript, in milliseconds). */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}
