/** Where a command writes, and what the reader there can see. Tests give their own. */
export interface Terminal {
  /** Results: what a pipe wants. */
  readonly out: (text: string) => void;
  /** Everything else: progress, errors, next steps. */
  readonly err: (text: string) => void;
  readonly color: boolean;
  /** A person can be asked: input and output are both terminals. */
  readonly interactive: boolean;
  /** Progress may be redrawn in place. */
  readonly animated: boolean;
  readonly columns: number;
  /** What the reader has to type to start this program: `course`, `npx course`, … */
  readonly command: string;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Whether to colour, by the conventions of https://no-color.org and https://force-color.org: a NO_COLOR
 * that is not empty wins, then FORCE_COLOR (`0` and `false` mean no), then whether the stream is a terminal.
 */
export function wantsColor(env: NodeJS.ProcessEnv, isTTY: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY && env.TERM !== 'dumb';
}

/** The terminal of this process. */
export function processTerminal(
  env: NodeJS.ProcessEnv,
  streams: { readonly stdin: { readonly isTTY?: boolean }; readonly stdout: Stream; readonly stderr: Stream },
  command: string,
): Terminal {
  const { stdin, stdout, stderr } = streams;
  const capable = env.TERM !== 'dumb' && (env.CI === undefined || env.CI === '' || env.CI === 'false');
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color: wantsColor(env, stdout.isTTY === true),
    interactive: stdin.isTTY === true && stdout.isTTY === true && capable,
    animated: stderr.isTTY === true && capable,
    columns: stdout.columns ?? 80,
    command,
  };
}
