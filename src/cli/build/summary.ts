import { join } from 'node:path';
import { createColors } from 'picocolors';
import { between, duration } from '../../model/quantities.ts';
import type { LearningTime } from '../../path/ways.ts';
import { printable } from '../../report/printable.ts';
import { shortPath } from '../path.ts';
import { count, size } from '../quantities.ts';
import { RUNTIME_BUDGET } from '../site-parts.ts';
import type { Terminal } from '../terminal.ts';

/** What a build came to, in numbers. Plain data: the next build repeats it when nothing changed. */
export interface BuildSummary {
  readonly title: string;
  readonly modules: number;
  readonly quizzes: number;
  readonly questions: number;
  readonly words: number;
  /** For everything there is. */
  readonly minutes: number;
  /** For the shortest and the longest way to the end. */
  readonly way: LearningTime;
  readonly files: number;
  readonly bytes: number;
  /** Bytes of gzip that the scripts of a page with a quiz come to. */
  readonly scripts: number;
  /** The course's language where the site has no words in it, and the languages that it has. */
  readonly untranslated?: { readonly language: string; readonly known: readonly string[] };
}

/** Says what was built, where it is, and what to do with it. */
export function printSummary(
  summary: BuildSummary,
  site: { readonly folder: string; readonly changed: boolean },
  terminal: Terminal,
): void {
  const paint = createColors(terminal.color);
  const where = shortPath(site.folder);
  const { modules, quizzes, questions, words } = summary;
  const all = duration(summary.minutes);
  const way = between(summary.way.least, summary.way.most);
  terminal.out(
    `${paint.green('✓')} ${paint.bold(printable(summary.title))}\n` +
      `  ${count(modules, 'module')}, ${count(quizzes, 'quiz', 'quizzes')}, ${count(questions, 'question')}, ` +
      `${count(words, 'word')}: about ${way} of learning${way.endsWith(all) ? '' : `, ${all} with every choice and extra`}\n` +
      `  ${count(summary.files, 'file')}, ${size(summary.bytes)}, in ${paint.cyan(where)}${site.changed ? '' : ' (nothing changed)'}\n` +
      `  scripts of a page with a quiz: ${size(summary.scripts)} compressed, of ${size(RUNTIME_BUDGET)} allowed\n${untranslated(summary)}\n` +
      `Open ${paint.cyan(join(where, 'index.html'))}, or put the folder on any web space.\n`,
  );
}

/** A line when the site's buttons and messages are not in the course's language. */
function untranslated({ untranslated: found }: BuildSummary): string {
  if (found === undefined) return '';
  const known = new Intl.ListFormat('en').format(found.known);
  return `  buttons and messages are in English: the tool has them in ${known}, not in ${printable(found.language)}\n`;
}
