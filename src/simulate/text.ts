import stringWidth from 'fast-string-width';
import type { Instant } from '../model/condition.ts';
import { duration, percent } from '../model/quantities.ts';
import { advice, reasonWords } from './advice.ts';
import type { SimulationReport, Way } from './report.ts';
import type { Quartiles } from './statistics.ts';

/** How the text is laid out. */
export interface TextOptions {
  /** Columns. */
  readonly width: number;
  /** The most lines of each list. */
  readonly lines: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Makes titles, which strangers may have written, safe to print. */
  readonly clean: (text: string) => string;
  /** How dates read: in the course's time zone. */
  readonly date: (at: Instant) => string;
}

const NUMBERS = new Intl.NumberFormat('en');

/** The report for people: who finishes and who does not first, then what to do, then the rest. */
export function reportText(report: SimulationReport, options: TextOptions): string {
  const blocks = [head, dated, losses, whatToDo, unused, quizzes, ways, rewards];
  return `${blocks
    .map((block) => block(report, options))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Block = (report: SimulationReport, options: TextOptions) => readonly string[];

const head: Block = ({ course, learners, completion, minutes, days, seed }, { bold, clean, dim }) => {
  const { low, high } = completion.interval;
  return [
    `${bold(clean(course.title))}  ${dim(`${NUMBERS.format(learners.simulated)} simulated learners, seed ${seed}`)}`,
    '',
    `  Finished  ${bold(percent(completion.share))}  ${NUMBERS.format(completion.finished)} of ${NUMBERS.format(learners.simulated)}; ` +
      `between ${percent(low)} and ${percent(high)} with 95\u202f% confidence`,
    ...(minutes && days
      ? [
          `  Time      ${bold(duration(minutes.median))}  half of those need ${range(minutes)}, over ${middle(days)}`,
        ]
      : []),
  ];
};

/** Who begins on another day may fare otherwise: to be said, since nobody sees it from the figures. */
const dated: Block = ({ start, dates }, { width, date }) => {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const day = (iso: string) => date(Date.parse(iso));
  const named = first === last ? day(first) : `dates from ${day(first)} to ${day(last)}`;
  const text = `These learners began on ${day(start)}, and conditions of the course name ${named}: look at others with --start.`;
  return wrapped(text, width, '');
};

const losses: Block = ({ drops }, options) => {
  if (drops.length === 0) return [];
  const rows = drops.map(({ learners, title, reason }) => [
    NUMBERS.format(learners),
    title === '' ? 'the start' : title,
    reasonWords[reason],
  ]);
  return [options.bold('Where learners are lost'), ...table(rows, ['right', 'text', 'text'], options)];
};

const whatToDo: Block = (report, options) => {
  const found = advice(report);
  if (found.length === 0) return [];
  const lines = found
    .slice(0, options.lines)
    .flatMap((text) => wrapped(options.clean(text), options.width, '- '));
  return [options.bold('What to do'), ...lines];
};

const unused: Block = ({ neverVisited, badges }, options) => {
  const unearned = badges.filter(({ learners }) => learners === 0);
  if (neverVisited.length + unearned.length === 0) return [];
  return [
    options.bold('What nobody came to'),
    ...table(
      [...neverVisited.map(({ title }) => ['page', title]), ...unearned.map(({ title }) => ['badge', title])],
      ['left', 'text'],
      options,
    ),
  ];
};

const quizzes: Block = (report, options) => {
  if (report.quizzes.length === 0) return [];
  const share = (value: number | null) => (value === null ? '–' : whole(value));
  return [
    `${options.bold('Quizzes')}  ${options.dim('passed at first, in the end; attempts; mean score at first')}`,
    ...table(
      report.quizzes.map(({ title, passedFirst, passedLast, attempts, score }) => [
        title,
        share(passedFirst),
        share(passedLast),
        `${attempts.toFixed(1)} ×`,
        whole(score),
      ]),
      ['text', 'right', 'right', 'right', 'right'],
      options,
    ),
  ];
};

const ways: Block = ({ choices }, options) =>
  choices.flatMap(({ title, by, options: all }, index) => [
    ...(index > 0 ? [''] : []),
    `${options.bold(options.clean(title))}  ${options.dim(
      `${by === 'route' ? 'sent' : 'chosen'} by learners; finished; minutes of the middle half`,
    )}`,
    ...table(
      all.map((way) => [
        way.title,
        whole(way.share),
        finishedShare(way),
        way.minutes ? range(way.minutes) : '–',
      ]),
      ['text', 'right', 'right', 'left'],
      options,
    ),
  ]);

const rewards: Block = ({ competencies, badges, certificate }, options) => {
  const rows = [
    ...competencies.map(({ title, share }) => ['mastered', title, whole(share)]),
    ...badges.map(({ title, share }) => ['badge', title, whole(share)]),
    ...(certificate ? [['certificate', '', whole(certificate.share)]] : []),
  ];
  if (rows.length === 0) return [];
  return [options.bold('Mastery and rewards'), ...table(rows, ['left', 'text', 'right'], options)];
};

function finishedShare({ learners, finished }: Way): string {
  return learners > 0 ? whole(finished / learners) : '–';
}

/** Rounded down, except that nothing but all is 100 %, and nothing but nothing 0 %. */
function whole(share: number): string {
  if (share > 0 && share < 0.01) return '<1\u202f%';
  return `${Math.floor(share * 100 + 1e-9)}\u202f%`;
}

function range({ lower, upper }: Quartiles): string {
  const [from, to] = [duration(lower), duration(upper)];
  return from === to ? from : `${from} to ${to}`;
}

function middle({ lower, upper }: Quartiles): string {
  const [from, to] = [Math.max(1, Math.round(lower)), Math.max(1, Math.round(upper))];
  return from === to ? `${to} ${to === 1 ? 'day' : 'days'}` : `${from} to ${to} days`;
}

type Column = 'left' | 'right' | 'text';

/** Rows in columns, cut to the width: `text` columns share what the others leave. */
function table(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  { width, lines, dim, clean }: TextOptions,
): string[] {
  const shown = rows.slice(0, lines).map((row) => row.map(clean));
  const widest = (column: number) => Math.max(...shown.map((row) => stringWidth(row[column] ?? '')));
  const fixed = columns.reduce((sum, type, i) => sum + 2 + (type === 'text' ? 0 : widest(i)), 0);
  let room = Math.max(12, Math.min(width, 100) - fixed);
  const texts = columns.flatMap((type, i) => (type === 'text' ? [i] : []));
  const widths = columns.map((type, i) => (type === 'text' ? 0 : widest(i)));
  // The narrow ones first, so that they leave room to the wide ones.
  [...texts]
    .sort((a, b) => widest(a) - widest(b))
    .forEach((column, i) => {
      const own = Math.min(widest(column), Math.floor(room / (texts.length - i)));
      widths[column] = own;
      room -= own;
    });
  const result = shown.map((row) =>
    row
      .map((cell, i) => `  ${pad(cut(cell, widths[i] ?? 0), widths[i] ?? 0, columns[i] === 'right')}`)
      .join('')
      .trimEnd(),
  );
  const more = rows.length - shown.length;
  return more > 0 ? [...result, dim(`  and ${NUMBERS.format(more)} more`)] : result;
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return right ? blanks + text : text + blanks;
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (stringWidth(short + character) > width - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

function wrapped(text: string, width: number, sign: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 5 > Math.min(width, 100)) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((part, i) => `  ${i === 0 ? sign : ' '.repeat(sign.length)}${part}`);
}
