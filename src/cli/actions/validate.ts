import { packageRoot } from '../../platform/package-root.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isReporter, reporters } from '../../report/registry.ts';
import { checkFolder } from '../check-folder.ts';
import { isBlocked } from '../course.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { hasOldSchemas } from '../init/schemas.ts';
import { reportOf, reportOptions, textReportOf } from '../reporting.ts';
import type { Terminal } from '../terminal.ts';

/** Reports everything that is wrong with a course. */
export async function runValidate(
  dir: string,
  options: { readonly format: string; readonly strict: boolean; readonly cache: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if (!isReporter(options.format)) throw new Refusal(`There is no format ${options.format}.`);
  const checked = await checkFolder(dir, options.cache, terminal);
  const reporter = await reporters[options.format]();
  const report = options.format === 'text' ? textReportOf(checked, terminal) : reportOf(checked);
  terminal.out(reporter.render(report, reportOptions(dir, terminal)));
  if (options.format === 'text' && hasOldSchemas(checked.folder.root, packageRoot())) {
    terminal.err(
      `The schemas in .course/schemas are not those of this version; your editor goes by them. Renew them: ${terminal.command} schemas\n`,
    );
  }
  return isBlocked(checked.diagnostics, options.strict) ? EXIT.findings : EXIT.fine;
}
