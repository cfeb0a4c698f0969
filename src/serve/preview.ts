import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile } from '../model/output.ts';
import type { Problem, Status } from './client/status.ts';

/** What one build came to: a site, or only the reasons why there is none. */
export interface BuildResult {
  readonly title: string;
  /** Undefined when errors stood in the way. */
  readonly files: readonly OutputFile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The place on the disk of a course file that the site copies. */
  readonly locate: (path: string) => string;
}

/** A site in memory: the last good build and the state of the newest one. */
export class Preview {
  #files: ReadonlyMap<string, OutputFile> | undefined;
  #locate: (path: string) => string = (path) => path;
  #status: Status;
  #title = '';
  readonly #listeners = new Set<(status: Status) => void>();

  /** @param first the version before the first build: another one at each start, so that pages of an earlier server reload */
  constructor(first = 0) {
    this.#status = { version: first, stale: true, problems: [] };
  }

  get status(): Status {
    return this.#status;
  }

  get title(): string {
    return this.#title;
  }

  /** Whether there was a good build yet. */
  get ready(): boolean {
    return this.#files !== undefined;
  }

  /** Takes a build: a good one replaces what is served, a bad one only changes the status. */
  take(result: BuildResult): void {
    const { version } = this.#status;
    this.#title = result.title;
    if (result.files !== undefined) {
      this.#files = new Map(result.files.map((file) => [file.path, file]));
      this.#locate = result.locate;
    }
    this.#announce({
      version: result.files === undefined ? version : version + 1,
      stale: result.files === undefined,
      problems: result.diagnostics.map(problem),
    });
  }

  /** A build that could not even run, such as when the folder was removed. */
  fail(message: string): void {
    const trouble: Problem = { severity: 'error', rule: 'course/dev', message, place: '' };
    this.#announce({ version: this.#status.version, stale: true, problems: [trouble] });
  }

  /** The file for a path of a URL, as static hosts find it: `a/` is `a/index.html`, `a` may be `a.html`. */
  find(path: string): OutputFile | undefined {
    const files = this.#files;
    if (path === '' || path.endsWith('/')) return files?.get(`${path}index.html`);
    return files?.get(path) ?? files?.get(`${path}.html`);
  }

  locate(path: string): string {
    return this.#locate(path);
  }

  /** Calls back at each change; gives what ends that. */
  subscribe(listener: (status: Status) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(status: Status): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}

function problem(diagnostic: Diagnostic): Problem {
  const { severity, rule, message, help, file, start } = diagnostic;
  const place = `${file}:${start.line}:${start.column}`;
  return { severity, rule, message, place, ...(help === undefined ? {} : { help }) };
}
