import { wrapAnsi } from 'fast-wrap-ansi';
import type { EditionName } from '../model/edition.ts';
import { count } from '../model/quantities.ts';
import { printable } from '../report/printable.ts';
import type { Palette } from '../report/report.ts';
import { type EditionDiff, ERRORS, type NameDiff } from './diff.ts';
import { HEADINGS, nameWords } from './diff-words.ts';
import { companions, gist, isLossy, ofVerdict } from './gist.ts';
import { type RuleContext, ruleWords } from './rule-words.ts';

/** Long lines are hard to read, however wide the terminal. */
const WIDEST = 100;

/** What a comparison is printed with. */
export interface DiffTextOptions {
  readonly width: number;
  readonly palette: Palette;
  /** Names that are kept are listed, too. */
  readonly all: boolean;
  /** What was compared, as a person would say it. */
  readonly old: string;
  readonly now: string;
  /** `file:line:column` of what is there now, or of what was there, where that is known. */
  readonly place: (found: NameDiff) => string | undefined;
  readonly words: RuleContext;
}

/** A comparison for people, ending in a newline: what it means for learners, then each name, errors first. */
export function diffText(diff: EditionDiff, options: DiffTextOptions): string {
  const { palette, width, old, now, words } = options;
  const columns = Math.max(20, Math.min(width, WIDEST));
  const lines = (content: string, first: string, rest: string): string =>
    wrapAnsi(content, columns - rest.length, { trim: true, hard: true })
      .split('\n')
      .map((line, i) => `${i === 0 ? first : rest}${line}`)
      .join('\n');
  const along = companions(diff);
  const entry = (found: NameDiff): string => {
    const place = options.place(found);
    const facts = nameWords(found, words);
    const head = `${headOf(found, palette)}${withQuestions(found, along)}`;
    return [
      lines(`${head}${place === undefined ? '' : `  ${palette.cyan(printable(place))}`}`, '  - ', '    '),
      ...(facts === undefined ? [] : [lines(printable(facts), '    ', '    ')]),
    ].join('\n');
  };
  const opening = printable(gist(diff));
  const colour = isLossy(diff) ? palette.red : palette.green;
  const blocks = [
    `${lines(palette.dim(printable(`From ${old} to ${now}`)), '', '')}\n${lines(emphasised(opening, colour), '', '')}`,
  ];
  for (const [verdict, heading] of HEADINGS) {
    if (verdict === 'kept') continue;
    const found = ofVerdict(diff, verdict);
    if (found.length === 0) continue;
    const title = ERRORS.has(verdict) ? palette.red(palette.bold(heading)) : palette.bold(heading);
    blocks.push(`${lines(title, '', '')}\n${found.map(entry).join('\n')}`);
  }
  if (diff.rules && diff.rules.length > 0) {
    const texts = diff.rules.map((change) => lines(printable(ruleWords(change, words)), '  - ', '    '));
    blocks.push(`${palette.bold('For those in the middle')}\n${texts.join('\n')}`);
  }
  const kept = ofVerdict(diff, 'kept');
  if (options.all && kept.length > 0) blocks.push(`${palette.bold('Kept')}\n${kept.map(entry).join('\n')}`);
  else if (kept.length > 0)
    blocks.push(
      diff.otherCourse
        ? `${palette.bold('The same names')}: ${kept.length}, but what was done under them stays with the other id.`
        : `${palette.bold('Kept')}: ${count(kept.length, 'name')}, with all that was done.`,
    );
  return `${blocks.join('\n\n')}\n`;
}

/** The first sentence says whether anybody loses anything. */
function emphasised(text: string, colour: (text: string) => string): string {
  const end = text.indexOf('. ') < 0 ? text.length : text.indexOf('. ') + 1;
  return `${colour(text.slice(0, end))}${text.slice(end)}`;
}

function headOf(found: NameDiff, { dim }: Palette): string {
  const to = found.verdict !== 'missing' && 'to' in found ? found.to : undefined;
  const kind = found.kind === 'bank' ? 'question bank' : found.kind;
  return `${kind} “${printable(found.title)}”  ${dim(printable(nameOf(nameFor(found), to)))}`;
}

/** As course.yaml would name it. */
function nameFor(found: NameDiff): EditionName {
  return found.verdict === 'missing' ? (found.inBank ?? found.name) : found.name;
}

function nameOf(name: EditionName, to: EditionName | undefined): string {
  return to === undefined || to === name ? name : `${name} → ${to}`;
}

function withQuestions({ verdict, name, kind }: NameDiff, along: ReturnType<typeof companions>): string {
  if (kind === 'question' || verdict === 'kept' || verdict === 'reopened' || verdict === 'regraded')
    return '';
  const number = along(verdict, name);
  return number === 0 ? '' : ` and its ${count(number, 'question')}`;
}
