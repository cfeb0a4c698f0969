import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { createColors } from 'picocolors';
import type { CourseFolder } from '../../platform/course-files.ts';
import { readMarker } from '../../platform/marker.ts';
import { checkTarget, writeSite } from '../../platform/output.ts';
import { type FileTarget, writePortable } from '../../platform/portable-file.ts';
import { printable } from '../../report/printable.ts';
import type { Beside } from '../../site/portable/files.ts';
import { summarise } from '../../site/summary.ts';
import { checkCourse, portableOf } from '../course.ts';
import { interruptible } from '../interruptible.ts';
import type { Memory } from '../memory.ts';
import { shortPath } from '../path.ts';
import { withProgress } from '../progress.ts';
import { count, size } from '../quantities.ts';
import { browserFiles, portableRuntime } from '../site-parts.ts';
import type { Terminal } from '../terminal.ts';
import { name, version } from '../version.ts';
import { standsInTheWay } from './findings.ts';

/** Many mail services take no more than this (Gmail and Outlook.com: 25 MB with the third that mail adds to a file). */
const MAIL = 18 * 1024 * 1024;

/** So many of the files beside the edition are named. */
const NAMED = 10;

/** Compiles, checks and writes the portable edition; false when findings stand in the way, which are then printed. */
export async function makePortable(
  folder: CourseFolder,
  targetOf: (course: string) => FileTarget,
  memory: Memory,
  options: { readonly dir: string; readonly strict: boolean; readonly inlineUpTo: number },
  terminal: Terminal,
): Promise<boolean> {
  const checked = await withProgress(terminal, 'Reading', (update) =>
    checkCourse(folder, memory.cache, update),
  );
  const { loaded } = checked;
  const { course } = loaded;
  if (standsInTheWay(checked, options, terminal) || course === undefined) return false;
  const target = targetOf(course.id);
  const { text, beside } = portableOf(
    checked,
    { ...browserFiles(course.language), portable: portableRuntime(course.language) },
    { inlineUpTo: options.inlineUpTo, folder: basename(target.media) },
  );
  const isKnown = readMarker(target.media) !== undefined;
  const media = beside.length > 0 || isKnown ? checkTarget(target.media, folder.root) : undefined;
  const written = await interruptible(async (signal) => {
    const around = { now: Date.now(), signal };
    const options = { generator: `${name} ${version}`, locate: folder.locate, ...around };
    const isNew = media && beside.length > 0 ? (await writeSite(media, beside, options)).changed : false;
    const file = await writePortable(target, text, around);
    return { ...file, changed: file.changed || isNew };
  });
  // Of an earlier build that had large files.
  if (media && beside.length === 0) rmSync(media.folder, { recursive: true });
  const { modules, quizzes, questions } = summarise(loaded);
  const paint = createColors(terminal.color);
  const where = shortPath(target.file);
  terminal.out(
    `${paint.green('✓')} ${paint.bold(printable(course.title))}, as one file\n` +
      `  ${count(modules, 'module')}, ${count(quizzes, 'quiz', 'quizzes')}, ${count(questions, 'question')}\n` +
      `  ${paint.cyan(where)}, ${size(written.bytes)}${written.changed ? '' : ' (nothing changed)'}\n` +
      `${besideNote(target, beside, options.inlineUpTo)}` +
      `${written.bytes > MAIL ? `  too large for most mail (about ${size(MAIL)}): share it by a link or on a memory stick\n` : ''}\n` +
      `Open ${paint.cyan(where)} in a browser, or pass it on as it is.\n`,
  );
  return true;
}

/** What stands in the folder beside the file, and that it has to come along. */
function besideNote({ media }: FileTarget, beside: readonly Beside[], limit: number): string {
  if (beside.length === 0) return '';
  const named = beside
    .slice(0, NAMED)
    .map(({ source, bytes }) => `    ${printable(source)}, ${size(bytes)}\n`);
  const rest = beside.length > NAMED ? `    and ${count(beside.length - NAMED, 'more file')}\n` : '';
  return (
    `  ${count(beside.length, 'file is', 'files are')} larger than ${size(limit)} and ${beside.length === 1 ? 'stands' : 'stand'} beside it in ${shortPath(media)}, which has to come along:\n` +
    `${named.join('')}${rest}`
  );
}
