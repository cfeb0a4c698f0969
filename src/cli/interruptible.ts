/**
 * Does work that must clean up after itself when the process is told to end (Ctrl-C, TERM, a closed terminal):
 * `signal` is aborted, and when the work has ended, the process ends by the same signal, as whoever sent
 * it expects (130 or 143 in a shell). Told a second time, it ends at once.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let caught: NodeJS.Signals | undefined;
  const stop = (name: NodeJS.Signals): void => {
    caught = name;
    controller.abort(new Error(`stopped by ${name}`));
  };
  for (const name of SIGNALS) process.once(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, stop);
    if (caught !== undefined) process.kill(process.pid, caught);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
