import { join } from 'node:path';
import { createColors } from 'picocolors';
import { editionOf } from '../../edition/edition.ts';
import { editionText } from '../../edition/file.ts';
import { translationOf, translationWords } from '../../edition/language.ts';
import { carriedNames, nextLock } from '../../edition/lock.ts';
import { lockChanges } from '../../edition/lock-changes.ts';
import { LOCK } from '../../load/lock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { replaceFile } from '../../platform/replace-file.ts';
import { summary } from '../../report/report.ts';
import { text } from '../../report/text.ts';
import { checkFolder } from '../check-folder.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { changesInWords } from '../lock-words.ts';
import { shortPath } from '../path.ts';
import { count } from '../quantities.ts';
import { reportOptions, textReportOf } from '../reporting.ts';
import type { Terminal } from '../terminal.ts';

/** Writes down what a course publishes now, or, with `check`, says whether that is written down. */
export async function runLock(
  dir: string,
  options: { readonly check: boolean; readonly cache: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const checked = await checkFolder(dir, options.cache, terminal);
  const { folder, loaded } = checked;
  const paint = createColors(terminal.color);
  // What cannot be built is not published either; and what is missing must not be written down as if nobody missed it.
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const report = textReportOf({ ...checked, diagnostics: errors }, terminal);
    terminal.out(`${text.render(report, reportOptions(dir, terminal))}\n`);
    terminal.err(`${paint.red('Nothing was written down')} because of ${summary(errors)}.\n`);
    return EXIT.findings;
  }
  const { course } = loaded;
  if (course === undefined) throw new Refusal(`There is no course in ${dir}.`);
  const carried = carriedNames(loaded.editions);
  const next = nextLock(loaded.lock, editionOf({ ...loaded, course }), carried);
  const written = editionText(next);
  const place = join(folder.root, LOCK);
  const where = paint.cyan(shortPath(place));
  const before = loaded.texts.get(LOCK)?.text;
  const size = count([...next.entries.values()].filter(({ gone }) => gone === undefined).length, 'id');
  // Line ends do not count: git may change them.
  if (before?.replaceAll('\r\n', '\n') === written) {
    terminal.out(`${paint.green('✓')} ${where} is up to date: ${size}.\n`);
    return EXIT.fine;
  }
  const translation = loaded.lock && translationOf(loaded.lock, next);
  const changes = [
    translation ? `  The course ${translationWords(translation)}.\n` : '',
    changesInWords(loaded.lock && lockChanges(loaded.lock, next, carried)),
  ].join('');
  if (options.check) {
    const [state, todo] =
      before === undefined ? ['does not exist', 'Write it'] : ['is not up to date', 'Bring it up to date'];
    terminal.out(`${paint.red('✗')} ${where} ${state}.\n${changes}${todo}: ${terminal.command} lock\n`);
    return EXIT.findings;
  }
  replaceFile(place, written);
  const done = before === undefined ? 'keeps from now on what learners may have met' : 'is up to date again';
  terminal.out(`${paint.green('✓')} ${where} ${done}: ${size}.\n${changes}`);
  if (before === undefined)
    terminal.out(
      `Commit it with the course, and run ${terminal.command} lock again whenever you publish.\n` +
        `${terminal.command} validate then says when an edit would cost learners their progress.\n`,
    );
  return EXIT.fine;
}
