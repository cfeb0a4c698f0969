import { createColors } from 'picocolors';
import { Refusal } from '../../platform/refusal.ts';
import { type ReporterName, reporters } from '../../report/registry.ts';
import type { ReportOptions } from '../../report/report.ts';
import { type CheckedCourse, checkCourse, isBlocked, openCourse, openMemory } from '../course.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { shortPath } from '../path.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** Reports everything that is wrong with a course. */
export async function runValidate(
  dir: string,
  options: { readonly format: string; readonly strict: boolean; readonly cache: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if (!isReporter(options.format)) throw new Refusal(`There is no format ${options.format}.`);
  const folder = openCourse(dir);
  const memory = openMemory(folder.root, options.cache);
  const progress = showProgress(terminal, 'Reading');
  const checked = await checkCourse(folder, memory.cache, progress.update);
  progress.end();
  memory.save();
  terminal.out(reporters[options.format].render(reportOf(checked), reportOptions(dir, terminal)));
  return isBlocked(checked.diagnostics, options.strict) ? EXIT.findings : EXIT.fine;
}

/** What reporters need of a course. */
export function reportOf({ loaded, diagnostics }: CheckedCourse) {
  const course =
    loaded.course === undefined ? {} : { course: { id: loaded.course.id, title: loaded.course.title } };
  return { ...course, diagnostics, texts: loaded.texts };
}

/** How to print them here. */
export function reportOptions(dir: string, terminal: Terminal): ReportOptions {
  const way = shortPath(dir).replaceAll('\\', '/');
  return {
    width: terminal.columns,
    palette: createColors(terminal.color),
    prefix: way === '.' ? '' : `${way.replace(/\/$/, '')}/`,
  };
}

function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
