import { createColors } from 'picocolors';
import { diff, type EditionDiff, type NameDiff } from '../../edition/diff.ts';
import { diffJson } from '../../edition/diff-json.ts';
import { diffText } from '../../edition/diff-text.ts';
import { isLossy, ofVerdict } from '../../edition/gist.ts';
import { ruleContext } from '../../edition/rule-words.ts';
import { LOCK } from '../../load/lock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { printable } from '../../report/printable.ts';
import { sideOfFolder } from '../diff/folder.ts';
import type { Side } from '../diff/side.ts';
import { findSides, type Sides } from '../diff/sides.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { spoken } from '../invocation.ts';
import type { Terminal } from '../terminal.ts';

interface DiffOptions {
  readonly json: boolean;
  readonly all: boolean;
  readonly write: boolean;
  readonly retire: boolean;
  readonly cache: boolean;
}

/** Says what another edition does to learners, and with `write` writes down in course.yaml what has another name. */
export async function runDiff(
  names: { readonly old?: string; readonly now?: string },
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.retire && !options.write)
    throw new Refusal(
      '--retire writes to course.yaml, so it needs --write.',
      'Write `course diff --write --retire`.',
    );
  const sides = await findSides(names, options.cache, terminal);
  for (const note of [...sides.notes, ...sides.old.notes]) terminal.err(`${printable(note)}\n`);
  let found = diff(sides.old.published, sides.now.published);
  let { now } = sides;
  if (options.write) {
    const { folder } = sides;
    if (folder === undefined)
      throw new Refusal(
        `--write changes course.yaml, and ${sides.now.label} is no course folder.`,
        'Let the new edition be the folder: `course diff OLD --write`.',
      );
    const { writeNames } = await import('../diff/write.ts');
    const { written } = ruleContext(sides.old.published, now.published, now.date);
    if (await writeNames(found, folder, { ...options, written }, terminal)) {
      now = await sideOfFolder(folder, options.cache, terminal);
      found = diff(sides.old.published, now.published);
    }
  }
  for (const note of now.notes) terminal.err(`${printable(note)}\n`);
  print(found, { ...sides, now }, options, terminal);
  return isLossy(found) ? EXIT.findings : EXIT.fine;
}

function print(found: EditionDiff, { old, now }: Sides, options: DiffOptions, terminal: Terminal): void {
  const words = ruleContext(old.published, now.published, now.date);
  const place = (each: NameDiff) => placeOf(each, old, now);
  if (options.json) {
    const at = (each: NameDiff) => {
      const where = place(each);
      return where && { file: where.file, line: where.start.line, column: where.start.column };
    };
    terminal.out(diffJson(found, { old: old.facts, now: now.facts, place: at, words }));
    return;
  }
  terminal.out(
    spoken(
      diffText(found, {
        width: terminal.columns,
        palette: createColors(terminal.color),
        all: options.all,
        old: old.label,
        now: now.label,
        place: (each) => {
          const where = place(each);
          return where && `${where.file}:${where.start.line}:${where.start.column}`;
        },
        words,
      }),
      terminal.command,
    ),
  );
  const sure = ofVerdict(found, 'missing').filter(({ likely }) => likely?.sure).length;
  if (sure > 0 && now.facts.kind === 'folder' && !options.write)
    terminal.err(
      `\n${sure === 1 ? 'One name has' : `${sure} names have`} probably another one now. Write that down: ${terminal.command} diff --write\n`,
    );
  if (old.facts.kind === 'lock')
    terminal.err(
      found.marksOnly
        ? `\n${LOCK} has names, pass marks, attempts and mastery, and no other\n` +
            'rules: nothing is said here of conditions and the like. Name the commit that\n' +
            `you published instead (\`git log -1 ${LOCK}\` shows when the file last\n` +
            `changed): ${terminal.command} diff COMMIT\n`
        : `\n${LOCK} has names and no rules: nothing is said here of pass marks and\n` +
            `the like. Name the commit that you published instead (\`git log -1 ${LOCK}\`\n` +
            `shows when the file last changed): ${terminal.command} diff COMMIT\n`,
    );
}

/** Where a name is now; of what is gone, where it was. */
function placeOf(found: NameDiff, old: Side, now: Side) {
  const isGone = found.verdict === 'missing' || found.verdict === 'retired';
  const side = isGone ? old : now;
  const where = side.place(isGone ? found.name : 'to' in found ? (found.to ?? found.name) : found.name);
  return where && { ...where, file: `${side.prefix}${where.file}` };
}
