/** Where a command writes, and what the reader there can see. Tests give their own. */
export interface Terminal {
  /** Results: what a pipe wants. */
  readonly out: (text: string) => void;
  /** Everything else: progress, errors, next steps. */
  readonly err: (text: string) => void;
  readonly color: boolean;
  /** Signs beyond ASCII, box-drawing lines for one, can be seen. */
  readonly unicode: boolean;
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

/**
 * Whether signs beyond ASCII come out right. Files and pipes take UTF-8. A terminal does unless it is the kernel's own, an old one of
 * Windows, or its locale (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html) names another encoding.
 */
export function wantsUnicode(env: NodeJS.ProcessEnv, isTTY: boolean): boolean {
  if (!isTTY) return true;
  if (env.OS === 'Windows_NT') return [env.WT_SESSION, env.TERM_PROGRAM, env.TERM].some(Boolean);
  if (env.TERM === 'linux') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
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
    unicode: wantsUnicode(env, stdout.isTTY === true),
    interactive: stdin.isTTY === true && stdout.isTTY === true && capable,
    animated: stderr.isTTY === true && capable,
    columns: stdout.columns ?? 80,
    command,
  };
}
