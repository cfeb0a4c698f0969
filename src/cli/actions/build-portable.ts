import { openCourseFolder, readOnce } from '../../platform/course-files.ts';
import { checkFileTarget, portableFile } from '../../platform/portable-file.ts';
import { LARGE } from '../assets.ts';
import { makePortable } from '../build/portable.ts';
import { parseBytes } from '../bytes.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openMemory } from '../memory.ts';
import type { Terminal } from '../terminal.ts';

/** Pictures, sound and short films of a lesson stay below it; what is longer is better kept as a file. */
const INLINE_UP_TO = '5MB';

/** Builds the portable edition of a course, or says why it cannot be built. */
export async function runBuildPortable(
  dir: string,
  options: {
    readonly out: string | undefined;
    readonly inlineUpTo: string | undefined;
    readonly cache: boolean;
    readonly strict: boolean;
  },
  terminal: Terminal,
): Promise<ExitCode> {
  const inlineUpTo = parseBytes(options.inlineUpTo ?? INLINE_UP_TO, '--inline-up-to');
  const folder = readOnce(openCourseFolder(dir), LARGE);
  const { out = folder.root } = options;
  /** Once the id of the course is known, where no file is named. */
  const targetOf = (id: string) => checkFileTarget(portableFile(out, id), folder.root);
  // Before the work, so that a wrong place is refused at once.
  targetOf('');
  const memory = openMemory(folder.root, options.cache);
  const made = await makePortable(
    folder,
    targetOf,
    memory,
    { dir, strict: options.strict, inlineUpTo },
    terminal,
  );
  memory.save();
  return made ? EXIT.fine : EXIT.findings;
}
