import { identifyOptions } from '../../load/question.ts';
import type { Fragment } from '../../load/source.ts';
import type { Span } from '../../model/span.ts';
import type { QuestionType } from '../question.ts';
import type { Reading } from '../reading.ts';
import { normalise, type Strictness } from '../short-text/normalise.ts';
import { MOST_TYPED } from '../typed/most.ts';
import { isSeen } from '../typed/seen.ts';
import { type BlankPart, locate, splitBlank, takeApart } from './blanks.ts';
import type { Blank, ClozeSource } from './types.ts';

interface ReadPrompt {
  /** With a place for each blank; in its plain text they are `____`. */
  readonly prompt: Fragment;
  readonly blanks: ClozeSource['blanks'];
}

/** Reports what looks like a blank in a question of a type that has none. */
export function reportStrayBlanks(reading: Reading, type: QuestionType): void {
  const { id, prompt } = reading;
  const { occurrences } = takeApart(prompt.html);
  const stray = occurrences.findIndex(({ isText, isShown }) => !isText || isShown);
  if (stray < 0) return;
  const { file, start } = prompt.span;
  const place = locate(reading.source(prompt.span), occurrences)[stray];
  const span = place && { file, start: start + place.start, end: start + place.end };
  reading.report('question/broken-blank', { id, type }, span ?? prompt.span);
}

/** Takes the blanks out of a prompt, and reports what is wrong with them. */
export function readBlanks(reading: Reading, strict: Strictness): ReadPrompt {
  const { id, prompt } = reading;
  const { html, occurrences, isBroken } = takeApart(prompt.html);
  const source = reading.source(prompt.span);
  const places = locate(source, occurrences);
  const spanAt = (start: number, end: number): Span => ({
    file: prompt.span.file,
    start: prompt.span.start + start,
    end: prompt.span.start + end,
  });
  let known = 0;
  const said = new Set<string>();
  const foreign = foreignSigns(source, places, occurrences);
  const blanks = occurrences.flatMap(({ content, isText }, i) => {
    if (isText) return [];
    const place = places[i];
    const span = place === undefined ? prompt.span : spanAt(place.start, place.end);
    const sign = foreign.get(i);
    if (sign !== undefined) {
      // All boxes are one mistake.
      if (sign === 'hint' || !said.has(sign)) reading.report('question/foreign-blank', { id, sign }, span);
      said.add(sign);
      return [];
    }
    return [{ ...readBlank(content, span, `blank-${++known}`, strict, reading), span }];
  });
  if (isBroken) {
    // One in a link, else the first brackets that are neither a blank nor in code.
    const starts = new Set(places.map((place) => place?.start));
    const at =
      places.find((_, i) => occurrences[i]?.isShown)?.start ??
      [...source.matchAll(/\[\[/g)].find(({ index }) => !starts.has(index))?.index;
    reading.report('question/broken-blank', { id }, at === undefined ? prompt.span : spanAt(at, at + 2));
  } else if (blanks.length === 0 && foreign.size === 0) {
    // An empty prompt has a rule of its own.
    if (prompt.html !== '') reading.report('question/no-blanks', { id }, reading.head);
  }
  return { prompt: { html, text: withGaps(prompt.text, occurrences), span: prompt.span }, blanks };
}

/**
 * Blanks at the start of a line that LiaScript reads otherwise: `[[?]] …`, a hint, and `[[X]] …` with `[[ ]] …`, options with boxes. By their
 * number; an answer that happens to be an X or a question mark stays one.
 */
function foreignSigns(
  source: string,
  places: ReturnType<typeof locate>,
  occurrences: Parameters<typeof locate>[1],
): Map<number, 'hint' | 'choice'> {
  const signs = new Map<number, 'hint' | 'choice'>();
  const boxes: number[] = [];
  occurrences.forEach(({ content, isText }, i) => {
    const place = places[i];
    if (isText || place === undefined) return;
    const starts = /(^|[\r\n])[ \t>*+-]*$/.test(source.slice(Math.max(0, place.start - 40), place.start));
    if (!starts || !/^[ \t]+\S/.test(source.slice(place.end, place.end + 40))) return;
    if (content === '?') signs.set(i, 'hint');
    else if (/^x?$/i.test(content)) boxes.push(i);
  });
  if (boxes.length > 1 && boxes.some((i) => occurrences[i]?.content === ''))
    for (const i of boxes) signs.set(i, 'choice');
  return signs;
}

function withGaps(text: string, occurrences: Parameters<typeof locate>[1]): string {
  let result = '';
  let from = 0;
  locate(text, occurrences).forEach((place, i) => {
    if (place === undefined || occurrences[i]?.isText) return;
    result += `${text.slice(from, place.start)}____`;
    from = place.end;
  });
  return result + text.slice(from);
}

function readBlank(content: string, span: Span, id: string, strict: Strictness, reading: Reading): Blank {
  const { kind, parts } = splitBlank(content);
  if (parts.some(({ text }) => !isSeen(text)))
    reading.report('question/empty-part', { id: reading.id, part: 'blank' }, span);
  const open = parts.length < 2 ? undefined : parts.find(({ text }) => isHalfBracketed(text));
  if (open !== undefined) reading.report('question/open-choice', { id: reading.id, text: open.text }, span);
  const written = parts.filter(({ text }) => isSeen(text));
  if (kind === 'menu') return { kind, id, choices: readMenu(written, span, reading) };
  return { kind, id, answers: readAnswers(written, span, strict, reading) };
}

/** `(c` or `c)`, and not `f(c)`: a bracket around what is right that lacks its partner. */
function isHalfBracketed(text: string): boolean {
  const opened = text.split('(').length;
  const closed = text.split(')').length;
  return (text.startsWith('(') && opened > closed) || (text.endsWith(')') && closed > opened);
}

function readMenu(written: readonly BlankPart[], span: Span, reading: Reading) {
  const drafts = written.map(({ text }) => ({ text: { html: '', text, span }, span }));
  const { ids, findings } = identifyOptions(drafts, reading.id);
  reading.findings.push(...findings);
  if (written.every(({ correct }) => correct))
    reading.report('question/nothing-to-decide', { id: reading.id }, span);
  return written.map(({ text, correct }, i) => ({ id: ids[i] ?? String(i), text, correct }));
}

/** The accepted texts. Reports one that is compared as the same as an earlier one. */
function readAnswers(
  written: readonly BlankPart[],
  span: Span,
  strict: Strictness,
  reading: Reading,
): readonly string[] {
  const seen = new Map<string, string>();
  for (const { text } of written) {
    if (text.length > MOST_TYPED)
      reading.report('question/long-answer', { id: reading.id, text, most: MOST_TYPED }, span);
    const key = normalise(text, strict);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, text);
    else reading.report('question/repeated-answer', { id: reading.id, text, first, accepted: false }, span);
  }
  return written.map(({ text }) => text);
}
