import type { Terminal } from './terminal.ts';

/** Shorter work shows no progress: it would only flicker. */
const BLINK_MS = 400;
const STEP_MS = 100;

export interface Progress {
  /** So many of so many are done. */
  update(done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

/** One line on the terminal that says how far the work is, once it has taken longer than a blink. */
export function showProgress(terminal: Terminal, what: string, clock: () => number = Date.now): Progress {
  const start = clock();
  let last = 0;
  let shown = false;
  return {
    update(done, total) {
      const now = clock();
      if (!terminal.animated || now - start < BLINK_MS || now - last < STEP_MS) return;
      last = now;
      shown = true;
      terminal.err(`\r\u001b[2K${what}: ${done} of ${total}`);
    },
    end() {
      if (shown) terminal.err('\r\u001b[2K');
      shown = false;
    },
  };
}

/** Does a piece of work with such a line, which is taken away whatever comes of it. */
export async function withProgress<T>(
  terminal: Terminal,
  what: string,
  work: (update: Progress['update']) => Promise<T>,
): Promise<T> {
  const progress = showProgress(terminal, what);
  try {
    return await work(progress.update);
  } finally {
    progress.end();
  }
}
