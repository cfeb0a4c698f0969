import { openCourseFolder } from '../../platform/course-files.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isReporter, reporters } from '../../report/registry.ts';
import { checkCourse, isBlocked } from '../course.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { hasOldSchemas } from '../init/schemas.ts';
import { openMemory } from '../memory.ts';
import { showProgress } from '../progress.ts';
import { reportOf, reportOptions, textReportOf } from '../reporting.ts';
import type { Terminal } from '../terminal.ts';

/** Reports everything that is wrong with a course. */
export async function runValidate(
  dir: string,
  options: { readonly format: string; readonly strict: boolean; readonly cache: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if (!isReporter(options.format)) throw new Refusal(`There is no format ${options.format}.`);
  const folder = openCourseFolder(dir);
  const memory = openMemory(folder.root, options.cache);
  const progress = showProgress(terminal, 'Reading');
  const checked = await checkCourse(folder, memory.cache, progress.update);
  progress.end();
  memory.save();
  const reporter = await reporters[options.format]();
  const report = options.format === 'text' ? textReportOf(checked, terminal) : reportOf(checked);
  terminal.out(reporter.render(report, reportOptions(dir, terminal)));
  if (options.format === 'text' && hasOldSchemas(folder.root, packageRoot())) {
    terminal.err(
      `The schemas in .course/schemas are not those of this version; your editor goes by them. Renew them: ${terminal.command} schemas\n`,
    );
  }
  return isBlocked(checked.diagnostics, options.strict) ? EXIT.findings : EXIT.fine;
}
