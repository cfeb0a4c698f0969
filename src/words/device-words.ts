/** A text about an item, or a person, by title or name. */
type About = (name: string) => string;

/** How progress goes from one device to another, whether it is kept, and who learns on this one. */
export interface DeviceWords {
  /**
   * `again`: announced when progress that was in memory only is kept again. `portable`: of a course whose pages are one document.
   */
  readonly storage: Readonly<Record<'refused' | 'full' | 'separate' | 'save' | 'again', string>> & {
    readonly portable: Readonly<Record<'refused' | 'full', string>>;
  };
  readonly transfer: Readonly<
    Record<
      | 'title'
      | 'about'
      // After it, where links can be made.
      | 'aboutLink'
      | 'save'
      | 'load'
      // While that goes on.
      | 'reading'
      | 'adding'
      | 'known'
      | 'underWay'
      // Of attempts that are under way here and in the file.
      | 'stays'
      | 'add'
      | 'cancel'
      | 'reset'
      | 'resetTitle'
      | 'resetAbout'
      | 'resetNow'
      | 'resetDone'
      | 'resetFailed'
      // As a link and as a QR code.
      | 'link'
      | 'linkTitle'
      | 'linkAbout'
      | 'linkLabel'
      | 'copy'
      | 'copied'
      | 'copyFailed'
      | 'share'
      | 'qr'
      | 'qrAlt'
      | 'qrLarge'
      | 'fromLink'
      | 'fromFile'
      | 'name',
      string
    >
  > & {
    /** Where it is longer than a link may be, in characters. */
    linkLong(characters: number, most: number): string;
    /** Whose progress a file or a link holds, and when it was made: either may not be known. */
    whose(name: string | undefined, date: string | undefined): string;
    /** Whose progress it will be added to, where there are several learners. */
    addsTo(name: string): string;
    adds(entries: number): string;
    total(cleared: number, required: number, points: number): string;
    skipped(entries: number): string;
    added(entries: number): string;
    readonly problem: Readonly<Record<'size' | 'read' | 'json' | 'format' | 'version' | 'link', string>> & {
      /** By its title, or its id where none is known. */
      course(name: string): string;
    };
  };
  /** What was added from files and links, and how to undo that. */
  readonly arrivals: Readonly<Record<'title' | 'link' | 'script' | 'undo' | 'failed', string>> & {
    file(name: string): string;
    /** For assistive technology: which one the button undoes. */
    undoOf(from: string, date: string): string;
    entry(entries: number, from: string, date: string): string;
    takes(entries: number): string;
    undone(entries: number): string;
  };
  /** What of the stored progress could not be read. */
  readonly unread: { about(entries: number): string; readonly save: string };
  /**
   * Whether the browser keeps what it has. `place`: where progress hangs on where the file of the course lies.
   * `safari`, `private`: why there is a reminder to save a file.
   */
  readonly keeping: Readonly<
    Record<
      'promised' | 'open' | 'place' | 'ask' | 'granted' | 'denied' | 'safari' | 'private' | 'later',
      string
    >
  >;
  /** Several learners on one computer. */
  readonly people: Readonly<
    Record<
      | 'title'
      | 'about'
      | 'who'
      | 'whoAbout'
      | 'now'
      | 'label'
      | 'yourName'
      | 'newName'
      | 'add'
      | 'addNow'
      | 'rename'
      | 'renameNow'
      | 'remove'
      | 'removeAbout'
      | 'removeNow'
      | 'removeFailed'
      | 'cancel'
      | 'manage'
      | 'change'
      | 'unnamed'
      | 'taken'
      | 'needed'
      | 'refused'
      | 'unsaved'
      | 'failed',
      string
    >
  > & {
    readonly learning: About;
    readonly take: About;
    readonly removeTitle: About;
    readonly renamed: About;
  };
}
