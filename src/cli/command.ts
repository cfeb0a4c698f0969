import type { Command as Program } from 'commander';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';

/**
 * One verb of `course`. It only declares itself; the work stands in `actions/` and is loaded when the verb
 * is used, so that `course --help` starts as fast as an empty program.
 */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Command lines that work, each with what it is for. */
  readonly examples: readonly (readonly [command: string, purpose: string])[];
  /** Adds arguments and options, and gives `run` what it loads lazily. */
  readonly declare: (command: Program, run: Runner) => void;
}

/** Runs the work of a command and takes its exit code. */
export type Runner = (work: (terminal: Terminal) => Promise<ExitCode>) => Promise<void>;
