import { join } from 'node:path';
import { createColors } from 'picocolors';
import { shortPath } from '../path.ts';
import type { Terminal } from '../terminal.ts';
import type { Repository } from './repository.ts';
import type { Answers } from './starter.ts';

const WORKFLOW = '.github/workflows/course.yml';

/** What `course init` did. */
export interface Started {
  readonly answers: Answers;
  /** No id could be made of the title, and none was given. */
  readonly plainId: boolean;
  /** Absolute. */
  readonly folder: string;
  readonly repository: Repository | undefined;
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/** Tells the author what was written, what deserves a thought, and what to do next. */
export function tellStarted(started: Started, terminal: Terminal): void {
  const { answers, folder, written } = started;
  const paint = createColors(terminal.color);
  const way = shortPath(folder);
  terminal.out(
    `${paint.green('✓')} ${paint.bold(answers.title)} is in ${way === '.' ? 'this folder' : way}: ${written.length} files.\n\n` +
      `${written.map((path) => `  ${paint.dim(join(way, path))}\n`).join('')}\n`,
  );
  const notes = notesOn(started, way);
  if (notes.length > 0) terminal.out(`Note:\n${notes.map((note) => `  ${note}\n`).join('')}\n`);
  const steps = nextSteps(way, terminal.command);
  const width = Math.max(...steps.map(([line]) => line.length));
  terminal.out(
    `Next:\n${steps.map(([line, purpose]) => `  ${line.padEnd(width)}   ${purpose}`.trimEnd()).join('\n')}\n`,
  );
}

function notesOn({ answers, plainId, repository, written, kept }: Started, way: string): string[] {
  const notes = kept.map((path) => `${join(way, path)} was there already and stays as it is.`);
  if (kept.includes('.gitignore'))
    notes.push('Add a line `/site/` to .gitignore: built sites need no history.');
  if (kept.includes('package.json'))
    notes.push('Add Coursewright to package.json, for the workflow: npm install --save-dev coursewright');
  if (plainId) {
    notes.push(
      `No id can be made of this title, so it is \`${answers.id}\`. Change it in course.yaml before the first learner comes; then never.`,
    );
  }
  if (new Intl.Locale(answers.language).language !== 'en')
    notes.push('The texts of the starter are examples in English: replace them with yours.');
  if (repository !== undefined && repository.way !== '.' && written.includes(WORKFLOW)) {
    notes.push(
      `This folder lies in the git repository ${repository.root}. GitHub reads workflows only at its root: move`,
      `  ${join(way, WORKFLOW)} to ${shortPath(join(repository.root, WORKFLOW))}.`,
      '  If the course becomes a repository of its own instead, write `COURSE: .` in that file.',
    );
  }
  return notes;
}

/** Command lines that work in the folder in which `command` was typed, each with what it does. */
function nextSteps(way: string, command: string): readonly (readonly [line: string, purpose: string])[] {
  const argument = way === '.' ? '' : ` ${quoted(way)}`;
  const purposes = { dev: 'see it in the browser while you write', build: 'make the site' };
  if (!/ coursewright$/.test(command)) {
    return [
      [`${command} dev${argument} --open`, purposes.dev],
      [`${command} build${argument}`, purposes.build],
    ];
  }
  // The tool was only fetched for this run: from now on the course brings the version that it names.
  return [
    ...(way === '.' ? [] : [[`cd ${quoted(way)}`, ''] as const]),
    ['npm install', 'once: Coursewright, in the version that package.json names'],
    ['npx course dev --open', purposes.dev],
    ['npx course build', purposes.build],
  ];
}

function quoted(way: string): string {
  return /\s/.test(way) ? `"${way}"` : way;
}
