import type { Event } from '../model/events.ts';
import type { Draft } from '../model/parse-response.ts';
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
  readonly drafts?: Readonly<Record<string, Draft>>;
  /** Limits of time that were extended, in attempts under way, by the names of their notes. */
  readonly times?: Readonly<Record<string, TimeGiven>>;
  readonly events: readonly Event[];
}
