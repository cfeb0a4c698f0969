import type { Related, Severity, TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { LintContext } from './context.ts';

/** A finding in words. Backticks mark what the author wrote or could write. */
export interface Words {
  /** What is wrong and why that matters: one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

/** What a rule found at one place. */
export interface Found<Args> {
  readonly args: Args;
  readonly span: Span;
  readonly related?: readonly Related[];
  /** Edits that are certain to be what the author wants; nothing where there is a choice. */
  readonly fix?: readonly TextEdit[];
  readonly witness?: readonly string[];
}

/** Some files of a course, by path: the tests complete them to a whole course. */
export type ExampleFiles = Readonly<Record<string, string>>;

/**
 * One lint rule: it describes itself, and its examples are its tests and its documentation. A rule
 * without `check` gives words to what an earlier stage (load, compile) found.
 */
export interface Rule<Id extends string = string, Args = unknown> {
  /** `group/name`, as printed and as used to switch the rule off. */
  readonly id: Id;
  readonly severity: Severity;
  /** Why it matters to a learner or to the author: for the documentation. */
  readonly why: string;
  readonly examples: {
    /** A sentence where files cannot show it (sizes, bytes, times); a fixture then tests it. */
    readonly bad: ExampleFiles | string;
    readonly good: ExampleFiles;
  };
  // Methods, not function properties: rules of all argument types then share one list. The id of a
  // finding decides its arguments, and the registry checks that pairing.
  message(args: Args): Words;
  check?(context: LintContext): Iterable<Found<Args>>;
}

/** Declares a rule; the types of its id and its arguments follow from what is written. */
export function defineRule<const Id extends string, Args>(rule: Rule<Id, Args>): Rule<Id, Args> {
  return rule;
}
