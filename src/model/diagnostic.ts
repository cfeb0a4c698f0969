import type { Position, Span } from './span.ts';

/** `error` stops a build; `warning` does not, unless `--strict` is given. */
export type Severity = 'error' | 'warning';

/** Another place that helps to understand a finding, such as the first use of a duplicate id. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** One replacement in a source file. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * One thing that a rule found, as data. The words are made later, by the rule of that id, so that prose
 * lives in one place and tests compare facts.
 */
export interface Finding<Id extends string = string, Args = unknown> {
  readonly rule: Id;
  readonly args: Args;
  readonly span: Span;
  readonly related?: readonly Related[];
  readonly fix?: readonly TextEdit[];
  /** The learner's steps that lead into trouble, in words. */
  readonly witness?: readonly string[];
}

/** A finding with its words: what every reporter prints. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and why that matters: one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly related: readonly { message: string; file: string; start: Position; end: Position }[];
  readonly witness: readonly string[];
  readonly fix: readonly TextEdit[];
}
