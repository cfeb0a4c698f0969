import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCourseFolder, readOnce } from '../../platform/course-files.ts';
import { checkTarget } from '../../platform/output.ts';
import { namesFile } from '../../platform/portable-file.ts';
import { Refusal } from '../../platform/refusal.ts';
import { LARGE } from '../assets.ts';
import { printSummary } from '../build/summary.ts';
import { inputsDigest, lastBuild, rememberBuild } from '../build/unchanged.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openMemory } from '../memory.ts';
import type { Terminal } from '../terminal.ts';

/** Builds the site of a course, or says why it cannot be built. */
export async function runBuild(
  dir: string,
  options: { readonly out: string | undefined; readonly cache: boolean; readonly strict: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = options;
  if (out !== undefined && namesFile(out) && !existsSync(out))
    throw new Refusal(
      `${out} is the name of a file, and a site is a folder.`,
      'Add --portable for one HTML file that holds the whole course, or name a folder, such as --out site.',
    );
  const folder = readOnce(openCourseFolder(dir), LARGE);
  // Before the work, so that a wrong folder is refused at once.
  const target = checkTarget(out ?? join(folder.root, 'site'), folder.root);
  const memory = openMemory(folder.root, options.cache);
  const inputs = inputsDigest(folder);
  const last = target.isClean ? lastBuild(memory.cache, target.folder, inputs) : undefined;
  if (last !== undefined) {
    printSummary(last, { folder: target.folder, changed: false }, terminal);
    return EXIT.fine;
  }

  // Loaded only now: a build that has nothing to do is done before these modules were read.
  const { makeSite } = await import('../build/make.ts');
  const made = await makeSite(folder, target, memory, { dir, strict: options.strict }, terminal);
  if (made?.clean === true) rememberBuild(memory.cache, target.folder, inputs, made.summary);
  memory.save();
  if (made === undefined) return EXIT.findings;
  printSummary(made.summary, { folder: target.folder, changed: made.changed }, terminal);
  return EXIT.fine;
}
