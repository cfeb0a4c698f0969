import type { Severity } from '../../model/diagnostic.ts';

/** A diagnostic as the overlay shows it. */
export interface Problem {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly help?: string;
  readonly place: string;
}

/** What the server tells every open page. */
export interface Status {
  /** Grows with each build that made a site; a page that sees it grow reloads itself. */
  readonly version: number;
  /** The course cannot be built as it is now: what is shown is the last good build. */
  readonly stale: boolean;
  readonly problems: readonly Problem[];
}
