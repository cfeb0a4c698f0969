import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a process took. */
export interface Cost {
  /** Wall time in seconds. */
  readonly seconds: number;
  /** The largest resident set in bytes. */
  readonly memory: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'course-bench-'));
const memory = join(scratch, 'memory');
const probe = join(scratch, 'probe.mjs');
writeFileSync(
  probe,
  `import { writeFileSync } from 'node:fs';
   process.on('exit', () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));\n`,
);

/** A folder that is removed when the benchmark ends. */
export function scratchFolder(name: string): string {
  return join(scratch, name);
}

process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Runs Node once with these arguments, and throws unless it ends well. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Cost {
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ['--import', pathToFileURL(probe).href, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.status !== 0)
    throw new Error(`node ${args.join(' ')} ended with ${done.status}:\n${done.stdout}${done.stderr}`);
  return { seconds, memory: Number(readFileSync(memory, 'utf8')) * 1024 };
}

/** The run of the median time. */
export function median(runs: readonly Cost[]): Cost {
  const sorted = [...runs].sort((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('no runs');
  return middle;
}
