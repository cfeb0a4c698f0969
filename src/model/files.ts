/** One file of the course folder as the loader sees it. */
export interface FileEntry {
  /** Below the course folder, with `/` between the parts. */
  readonly path: string;
  readonly bytes: number;
  /** Last change in milliseconds; with `bytes` a cheap sign that nothing changed. */
  readonly modified: number;
}

/** Why an entry of the folder cannot be used; `vanished`: it is listed, but there is nothing under its name. */
export type RefusedReason =
  | 'link-outside'
  | 'link-dangling'
  | 'link-to-folder'
  | 'not-a-file'
  /** Of a name that only a file may have. */
  | 'folder'
  | 'unreadable'
  | 'vanished';

/**
 * The course folder, read-only. Implementations never follow a link out of the folder, and never list
 * hidden files, `node_modules`, or the output of a build.
 */
export interface CourseFiles {
  /** Every file, sorted by path in code unit order. */
  list(): readonly FileEntry[];
  /** The bytes of a listed file. Throws for a path that is not in the list. */
  read(path: string): Uint8Array;
  /**
   * Entries that were refused, with the reason, so that lint can report them. What is only unreadable is listed
   * as well: it is there, and nothing should be said to be missing.
   */
  refused(): readonly {
    readonly path: string;
    readonly reason: RefusedReason;
  }[];
}
