import type { Diagnostic } from '../model/diagnostic.ts';

/** What a reporter prints: one run over one course. */
export interface Report {
  /** Undefined when course.yaml cannot be used. */
  readonly course?: { readonly id: string; readonly title: string };
  /** Sorted by file and offset. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where nothing was proved: the course could not be read as it was meant. */
  readonly proof?: ProofReport;
  /** The decoded text files, for code frames. */
  readonly texts: ReadonlyMap<string, { readonly text: string }>;
}

/** What became of a claim: it holds, something was found against it, or the search was given up. */
export type Claim = 'proved' | 'refuted' | 'open';

/** What was proved of a course. */
export interface ProofReport {
  readonly claims: {
    /** From wherever a learner may come the course can still be finished. */
    readonly finish: Claim;
    /** Somebody reaches each item, each rule of a route, each badge, competency and the certificate; no route leaves anybody without an option. */
    readonly reach: Claim;
  };
  /** The quizzes that some learner can only leave by asking the instructor (`exhausted: contact`). */
  readonly contacts: readonly string[];
  /** The claims that were given up, and after how many states. */
  readonly unproved: readonly {
    /** `{ type: 'finish' }`, or `type` and id of what nobody may reach. */
    readonly claim: { readonly type: string };
    readonly states: number;
  }[];
}

/** Where and how it is printed. */
export interface ReportOptions {
  /** Columns of the terminal; 80 where nobody knows. */
  readonly width: number;
  readonly palette: Palette;
  /** Put before each path, with a trailing slash: the course folder as seen from where the command runs. */
  readonly prefix: string;
}

/** The styles that reporters use; `picocolors` is one. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
}

/** No styles: for files and pipes. */
export const plain: Palette = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  cyan: same,
  green: same,
};

function same(text: string): string {
  return text;
}

export interface Reporter {
  readonly name: string;
  /** For `--help`. */
  readonly description: string;
  /** The whole output, ending in a newline unless it is empty. */
  render(report: Report, options: ReportOptions): string;
}

/** How many errors and warnings there are. */
export function tally(diagnostics: readonly Diagnostic[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** `2 errors and 1 warning`. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const { errors, warnings } = tally(diagnostics);
  const amount = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  if (warnings === 0) return amount(errors, 'error');
  if (errors === 0) return amount(warnings, 'warning');
  return `${amount(errors, 'error')} and ${amount(warnings, 'warning')}`;
}
