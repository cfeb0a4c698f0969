import { createColors } from 'picocolors';
import { summary } from '../../report/report.ts';
import { text } from '../../report/text.ts';
import { type CheckedCourse, isBlocked } from '../course.ts';
import { reportOptions, textReportOf } from '../reporting.ts';
import type { Terminal } from '../terminal.ts';

/** Prints what is wrong with a course; true when it stands in the way of building, which is said then. */
export function standsInTheWay(
  checked: CheckedCourse,
  { dir, strict }: { readonly dir: string; readonly strict: boolean },
  terminal: Terminal,
): boolean {
  const { diagnostics } = checked;
  if (diagnostics.length > 0)
    terminal.out(`${text.render(textReportOf(checked, terminal), reportOptions(dir, terminal))}\n`);
  if (!isBlocked(diagnostics, strict)) return false;
  const blocked = createColors(terminal.color).red('Nothing was built');
  terminal.err(`${blocked} because of ${summary(diagnostics)}.\n`);
  return true;
}
