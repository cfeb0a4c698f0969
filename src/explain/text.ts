import { wrapAnsi } from 'fast-wrap-ansi';
import { between, duration } from '../model/quantities.ts';
import type { Span } from '../model/span.ts';
import { printable } from '../report/printable.ts';
import type { ReportOptions } from '../report/report.ts';
import type { Place } from './places.ts';
import { type Explanation, type Note, type Story, type Subject, TOPICS, type Topic } from './types.ts';

/** Long lines are hard to read, however wide the terminal. */
const WIDEST = 100;

const ITEM: Readonly<Record<Topic, string>> = {
  sees: 'Who sees it',
  before: 'What has to be done first',
  inside: 'Where it leads',
  clears: 'What clears it',
  closes: 'How it can close again',
  waits: 'What waits for it',
  required: 'Is it required?',
};

const HEADINGS: Readonly<Record<Subject['kind'], Readonly<Record<Topic, string>>>> = {
  module: ITEM,
  quiz: ITEM,
  section: ITEM,
  badge: { ...ITEM, sees: 'Who earns it', closes: 'How it can be lost' },
  competency: {
    ...ITEM,
    sees: 'Who masters it',
    before: 'Where its questions are',
    closes: 'How it can be lost',
  },
  certificate: { ...ITEM, sees: 'Who gets it', before: 'What finishing means' },
  complete: { ...ITEM, sees: 'When it is reached', closes: 'How it can be lost' },
};

/** An explanation for people: one page of a terminal, ending in a newline. */
export function explanationText(
  explanation: Explanation,
  story: Story | undefined,
  place: (span: Span) => Place,
  { palette, width, prefix }: ReportOptions,
): string {
  const { subject, title, what, span, path, notes, time } = explanation;
  const { bold, dim, cyan } = palette;
  const columns = Math.min(width, WIDEST);
  const at = (where: Span) => {
    const { file, start } = place(where);
    return cyan(printable(`${prefix}${file}:${start.line}:${start.column}`));
  };
  const lines = (content: string, first: string, rest: string): string =>
    // A number and its unit stay on one line.
    wrapAnsi(content.replace(/(\d) (?=(?:h|min)\b)/g, '$1\u00a0'), Math.max(20, columns - rest.length), {
      trim: true,
      hard: true,
    })
      .split('\n')
      .map((line, i) => `${i === 0 ? first : rest}${line}`)
      .join('\n');
  const entry = ({ text, span }: Note): string =>
    lines(`${printable(text)}${span ? ` ${at(span)}` : ''}`, '  - ', '    ');

  const name = 'id' in subject && subject.id !== title ? ` ${printable(subject.id)}` : '';
  const head = [
    lines(`${bold(printable(title))}  ${dim(`${what}${name}`)}`, '', ''),
    ...(path.length > 1 ? [lines(path.map((each) => printable(each.title)).join(' › '), '', '')] : []),
    ...(span ? [at(span)] : []),
  ].join('\n');
  const topics = TOPICS.flatMap((topic) => {
    const found = notes[topic];
    if (found.length === 0) return [];
    return [`${bold(HEADINGS[subject.kind][topic])}\n${found.map(entry).join('\n')}`];
  });
  const blocks = [head, ...topics];
  if (time) blocks.push(`${bold('Time')}\n${lines(timeText(explanation.subject, time), '  - ', '    ')}`);
  if (story?.type === 'unreached' || story?.type === 'unknown') {
    const text =
      story.type === 'unreached'
        ? 'None: no learner ever gets there.'
        : 'None was found. What `course validate` reports may be in the way.';
    blocks.push(`${bold('One way to it')}\n${lines(text, '  - ', '    ')}`);
  } else if (story && story.steps.length > 0) {
    const steps = story.steps.map((step, i) => {
      const number = `${i + 1}. `.padStart(5);
      return lines(printable(step), number, ' '.repeat(number.length));
    });
    blocks.push(`${bold('One way to it')}\n${steps.join('\n')}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

function timeText({ kind }: Subject, { own, until }: NonNullable<Explanation['time']>): string {
  const inside =
    own.most === 0
      ? 'It takes no time'
      : `About ${between(own.least, own.most)}${kind === 'section' ? ' in it' : ''}`;
  if (until.most === 0) return `${inside}; nothing comes before it.`;
  const [shortest, longest] = [duration(until.least), duration(until.most)];
  if (until.least === 0) return `${inside}; up to ${longest} of learning may come before it.`;
  return until.most - until.least <= until.most / 20
    ? `${inside}; about ${longest} of learning come before it.`
    : `${inside}; about ${shortest} of learning come before it on the shortest way, ${longest} on the longest.`;
}
