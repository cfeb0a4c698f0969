import { join } from 'node:path';
import { createColors } from 'picocolors';
import type { LoadedCourse } from '../../load/loaded.ts';
import type { OutputFile } from '../../model/output.ts';
import { checkTarget, writeSite } from '../../platform/output.ts';
import { printable } from '../../report/printable.ts';
import { reporters } from '../../report/registry.ts';
import { summary } from '../../report/report.ts';
import { summarise } from '../../site/summary.ts';
import { checkCourse, isBlocked, openCourse, openMemory, siteOf } from '../course.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { shortPath } from '../path.ts';
import { showProgress } from '../progress.ts';
import { count, duration, size } from '../quantities.ts';
import { browserFiles, learnerLoad, RUNTIME_BUDGET } from '../site-parts.ts';
import type { Terminal } from '../terminal.ts';
import { name, version } from '../version.ts';
import { reportOf, reportOptions } from './validate.ts';

/** Builds the site of a course, or says why it cannot be built. */
export async function runBuild(
  dir: string,
  options: { readonly out: string | undefined; readonly cache: boolean; readonly strict: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = openCourse(dir);
  // Before the work, so that a wrong folder is refused at once.
  const target = checkTarget(options.out ?? join(folder.root, 'site'), folder.root);
  const memory = openMemory(folder.root, options.cache);
  const progress = showProgress(terminal, 'Reading');
  const checked = await checkCourse(folder, memory.cache, progress.update);
  progress.end();
  const { loaded, diagnostics } = checked;
  const paint = createColors(terminal.color);
  if (diagnostics.length > 0) {
    terminal.out(reporters.text.render(reportOf(checked), reportOptions(dir, terminal)));
  }
  if (isBlocked(diagnostics, options.strict)) {
    memory.save();
    terminal.err(`\n${paint.red('Nothing was built')} because of ${summary(diagnostics)}.\n`);
    return EXIT.findings;
  }

  const browser = browserFiles();
  const written = writeSite(target, watched(siteOf(checked, browser), loaded, terminal), {
    generator: `${name} ${version}`,
    now: Date.now(),
    locate: folder.locate,
  });
  memory.save();

  const { modules, quizzes, questions, words, minutes } = summarise(loaded);
  const where = shortPath(written.folder);
  const load = learnerLoad(browser);
  if (diagnostics.length > 0) terminal.out('\n');
  terminal.out(
    `${paint.green('✓')} ${paint.bold(printable(loaded.course?.title ?? ''))}\n` +
      `  ${count(modules, 'module')}, ${count(quizzes, 'quiz', 'quizzes')}, ${count(questions, 'question')}, ` +
      `${count(words, 'word')}: about ${duration(minutes)} of learning\n` +
      `  ${count(written.files, 'file')}, ${size(written.bytes)}, in ${paint.cyan(where)}${written.changed ? '' : ' (nothing changed)'}\n` +
      `  scripts of a page with a quiz: ${size(load)} compressed, of ${size(RUNTIME_BUDGET)} allowed\n\n` +
      `Open ${paint.cyan(join(where, 'index.html'))}, or put the folder on any web space.\n`,
  );
  return EXIT.fine;
}

/** Passes the files on and shows how many there are so far. */
function* watched(
  files: Iterable<OutputFile>,
  loaded: LoadedCourse,
  terminal: Terminal,
): Generator<OutputFile, void> {
  const progress = showProgress(terminal, 'Writing');
  const pages = loaded.course?.items.filter((item) => item.kind !== 'section').length ?? 0;
  let done = 0;
  try {
    for (const file of files) {
      yield file;
      if (file.path.endsWith('.html')) progress.update(Math.min(++done, pages), pages);
    }
  } finally {
    progress.end();
  }
}
