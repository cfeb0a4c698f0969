import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { scratchFolder } from './measure.ts';
import type { ProofCost } from './proof-run.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SIZES = [10, 100, 1000, 10_000];
/** What the proof of a course of 1,000 modules may take, in milliseconds. */
const AIM = 1000;

/**
 * Prints what the proof costs for the same form of course in four sizes, sound and with one trap deep inside. Each
 * proof runs in a new process, as `course validate` does; the median of `runs`. Baseline: one `view` of the same
 * course in the same process.
 */
export async function benchProof(runs: number): Promise<void> {
  const program = scratchFolder('proof-run.mjs');
  // Bundled as the tool is: run from its sources, every function would be given its name again at each call.
  await build({
    entryPoints: [join(ROOT, 'bench', 'proof-run.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  console.log(`The proof, median of ${runs} processes, Node ${process.version}\n`);
  for (const variant of ['sound', 'trap'])
    for (const modules of SIZES) {
      const costs = Array.from({ length: runs }, (): ProofCost => {
        const printed = execFileSync(process.execPath, [program, String(modules), variant], {
          encoding: 'utf8',
        });
        return JSON.parse(printed);
      }).sort((a, b) => a.proof - b.proof);
      const cost = costs[Math.floor(runs / 2)];
      if (!cost) throw new Error('no runs');
      const aim = modules === 1000 ? `  aim ${AIM} ms${cost.proof <= AIM ? '' : '  MISSED'}` : '';
      console.log(
        `${variant}: ${cost.course}, ${cost.items} items\n` +
          `  proof ${cost.proof.toFixed(0).padStart(7)} ms${(cost.proof / cost.view).toFixed(0).padStart(7)} × view (${cost.view.toFixed(3)} ms)${aim}\n` +
          `  ${cost.states} states; found: ${list(cost.findings)}; not proved: ${list(cost.unproved)}`,
      );
    }
}

function list(entries: readonly string[]): string {
  const shown = entries.slice(0, 4).join(', ');
  return entries.length === 0
    ? 'nothing'
    : entries.length > 4
      ? `${shown} and ${entries.length - 4} more`
      : shown;
}
