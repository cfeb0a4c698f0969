import type { Answer, Event } from '../model/events.ts';
import type { Progress } from './progress.ts';
import type { TimeGiven } from './taking/time-given.ts';

/** A progress file: everything that one learner did in one course. */
export interface ProgressFile {
  readonly format: 'coursewright-progress';
  readonly version: 1;
  readonly course: string;
  readonly title: string;
  /** ISO 8601, by the device's clock. */
  readonly exported: string;
  /** The name that the learner gave for the certificate. */
  readonly learner?: string;
  /** Answers that are not handed in yet, by the names of their notes. */
  readonly drafts?: Readonly<Record<string, Partial<Answer>>>;
  /** Limits of time that were extended, in attempts under way, by the names of their notes. */
  readonly times?: Readonly<Record<string, TimeGiven>>;
  readonly events: readonly Event[];
}

/** The learner's progress as it goes into a file, but for what is under way. */
export function exportProgress(progress: Progress): ProgressFile {
  const learner = progress.store.note('learner');
  return {
    format: 'coursewright-progress',
    version: 1,
    course: progress.course.id,
    title: progress.course.title,
    exported: new Date(progress.now()).toISOString(),
    ...(typeof learner === 'string' && learner !== '' && { learner }),
    events: progress.store.events(),
  };
}
