import { readFileSync } from 'node:fs';
import { cancel, isCancel, select } from '@clack/prompts';
import type { EditionDiff } from '../../edition/diff.ts';
import { becauseWords } from '../../edition/diff-words.ts';
import { ofVerdict } from '../../edition/gist.ts';
import type { Missing } from '../../edition/missed.ts';
import type { RuleContext } from '../../edition/rule-words.ts';
import { openCourseFolder } from '../../platform/course-files.ts';
import { Refusal } from '../../platform/refusal.ts';
import { replaceFile } from '../../platform/replace-file.ts';
import { printable } from '../../report/printable.ts';
import { count } from '../quantities.ts';
import type { Terminal } from '../terminal.ts';
import { type Additions, withAdditions } from './course-yaml.ts';

/**
 * Writes to course.yaml what names have become: those that are surely renamed, what a person at the terminal says of the others, and with
 * `retire` that the rest is gone on purpose. Says each with its reason. False when nothing was written.
 */
export async function writeNames(
  found: EditionDiff,
  dir: string,
  options: { readonly retire: boolean; readonly json: boolean; readonly written: RuleContext['written'] },
  terminal: Terminal,
): Promise<boolean> {
  const missing = ofVerdict(found, 'missing');
  if (missing.length === 0) {
    const byHand =
      ofVerdict(found, 'reused').length > 0
        ? ' What stands for something else needs a name of its own, which only you can give: what to do stands beside it.'
        : '';
    terminal.err(`There is nothing to write to course.yaml: no name is missing.${byHand}\n`);
    return false;
  }
  const canAsk = terminal.interactive && !options.json;
  const decided: Additions & { readonly said: readonly string[] } = await decide(
    missing,
    options.retire,
    canAsk,
    options.written,
  );
  const { renamed, retired, said } = decided;
  const isLeft = missing.filter(({ to }) => to === undefined).length > renamed.length + retired.length;
  const how =
    isLeft && !options.retire && !canAsk
      ? ' What was taken out on purpose goes there with:\n  course diff --write --retire'
      : '';
  if (renamed.length + retired.length === 0) {
    terminal.err(`Nothing was written to course.yaml.${how}\n`);
    return false;
  }
  const folder = openCourseFolder(dir);
  const place = folder.locate('course.yaml');
  const text = readFileSync(place, 'utf8');
  const mark = text.startsWith('\u{feff}') ? '\u{feff}' : '';
  const edited = withAdditions(text.slice(mark.length), { renamed, retired });
  if (edited === undefined) {
    const lines = [
      ...(renamed.length > 0 ? ['renamed:', ...renamed.map(([from, to]) => `  ${from}: ${to}`)] : []),
      ...(retired.length > 0 ? ['retired:', ...retired.map((name) => `  - ${name}`)] : []),
    ];
    throw new Refusal(
      'course.yaml has a form that is better edited by hand, so it was left as it is.',
      `Write there:\n${lines.join('\n')}`,
    );
  }
  replaceFile(place, `${mark}${edited}`);
  terminal.err(
    `Written to course.yaml:\n${said.map((line) => `  ${printable(line)}\n`).join('')}${how === '' ? '' : `Something is still missing.${how}\n`}\n`,
  );
  return true;
}

async function decide(
  missing: readonly Missing[],
  retire: boolean,
  canAsk: boolean,
  written: RuleContext['written'],
): Promise<Additions & { readonly said: readonly string[] }> {
  const renamed: [string, string][] = [];
  const retired: string[] = [];
  const said: string[] = [];
  const rename = (name: string, to: string, why: string) => {
    renamed.push([name, to]);
    said.push(`renamed: ${name} → ${to} (${why})`);
  };
  const take = (name: string, why: string) => {
    retired.push(name);
    said.push(`retired: ${name} (${why})`);
  };
  for (const each of missing) {
    const { likely, to } = each;
    const name = written(each.inBank ?? each.name);
    // What `renamed` says already, and wrongly, only its author can mend.
    if (to !== undefined) continue;
    if (likely?.sure) rename(name, written(likely.to), becauseWords(likely));
    else if (canAsk) {
      const answer = await ask(each, missing.length);
      if (answer === 'renamed' && likely) rename(name, written(likely.to), 'as you said');
      if (answer === 'retired') take(name, 'as you said');
    } else if (retire && !likely?.because.length) take(name, 'nothing new comes near it');
  }
  return { renamed, retired, said };
}

/** Asks what has become of one name. */
async function ask(
  { name, inBank = name, kind, title, likely }: Missing,
  all: number,
): Promise<'renamed' | 'retired' | 'later'> {
  const answer = await select<'renamed' | 'retired' | 'later'>({
    message: printable(
      `The ${kind} “${title}” (${inBank}) is gone. What has become of it?${all > 1 ? ` ${count(all, 'name')} are gone.` : ''}`,
    ),
    options: [
      ...(likely
        ? [
            {
              value: 'renamed' as const,
              label: printable(`It is ${likely.to} now`),
              hint: printable(becauseWords(likely)),
            },
          ]
        : []),
      {
        value: 'retired' as const,
        label: 'It was taken out on purpose',
        hint: 'what learners did there counts no more',
      },
      { value: 'later' as const, label: 'Decide later', hint: 'nothing is written about it' },
    ],
    initialValue: likely ? 'renamed' : 'later',
  });
  if (!isCancel(answer)) return answer;
  cancel('Nothing was written.');
  throw new Refusal('You stopped before anything was written.');
}
