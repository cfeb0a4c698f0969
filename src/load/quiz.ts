import type { Finding, TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { QuestionContext } from '../questions/reading.ts';
import { isDraw, readDraw } from './draw-entry.ts';
import { fieldMeant } from './field-names.ts';
import { checkedId, idDespiteErrors, idFromPath, titleFromId } from './ids.ts';
import { readQuizSettings } from './quiz-settings.ts';
import {
  child,
  fields,
  flag,
  items,
  number,
  oneOrMore,
  share,
  sitedText,
  text,
  textScalar,
  whole,
} from './read.ts';
import { capped, checkSchema, head } from './schema/check.ts';
import { bankValidator, drawValidator, quizValidator } from './schema/generated/validators.js';
import type {
  DrawSource,
  Fragment,
  FragmentCompiler,
  QuestionSource,
  QuizSource,
  Ref,
  SourceFile,
} from './source.ts';
import { parseYaml, type YamlEntry, type YamlMap, type YamlNode } from './yaml.ts';

interface Reading {
  readonly file: SourceFile;
  readonly question: QuestionReader;
  readonly compile: FragmentCompiler;
  readonly refs: Ref[];
  readonly findings: Finding[];
}

const FIELDS = [
  'id',
  'title',
  'intro',
  'pass',
  'attempts',
  'exhausted',
  'review',
  'minutes',
  'points',
  'bank',
  'shuffle',
  'shuffle-options',
  'one-at-a-time',
  'time',
  'retry',
  'confidence',
  'questions',
] as const;

/**
 * What counts where the author wrote something that cannot be read: the schema has reported it, and a quiz without a pass mark
 * or without a limit would only make more findings of the same cause.
 */
const STAND_IN = { pass: 0.8, attempts: 10, exhausted: 'contact' } as const;

function policy(value: string | undefined, written: boolean): QuizSource['exhausted'] {
  if (value === 'continue' || value === 'review' || value === 'contact') return value;
  return written ? STAND_IN.exhausted : undefined;
}

/** What stands under a misspelt field stands under the right one, too. */
function asMeant(map: ReadonlyMap<string, YamlEntry>): ReadonlyMap<string, YamlEntry> {
  const known = new Set<string>(FIELDS);
  const meant = new Map(map);
  for (const [key, entry] of map) {
    if (known.has(key)) continue;
    const field = fieldMeant(
      key,
      FIELDS.filter((name) => !meant.has(name)),
    );
    if (field !== undefined) meant.set(field, entry);
  }
  return meant;
}

/** `60` as the 60 % that it was meant as. */
function meantShare(node: YamlNode | undefined): number | undefined {
  const value = number(node, 0);
  return value !== undefined && value > 1 && value <= 100 ? value / 100 : undefined;
}

/** What reading a quiz needs to know of questions; `src/questions/read.ts` has it. */
export interface QuestionTools {
  readonly read: QuestionReader;
  /** All that a learner reads of a question. */
  readonly words: (question: QuestionSource) => string;
}

type QuestionReader = (
  root: YamlNode,
  path: readonly string[],
  map: YamlMap,
  context: QuestionContext,
) => QuestionSource;

/** Reads a quiz file. Never throws on any text: what cannot be read is left out with a finding. */
export function parseQuiz(
  file: SourceFile,
  compile: FragmentCompiler,
  { read: question, words }: QuestionTools,
): QuizSource {
  const yaml = parseYaml(file.text, file.path);
  const start: Span = { file: file.path, start: 0, end: 0 };
  const problems = [...yaml.findings];
  const root: YamlNode = yaml.root ?? { kind: 'map', entries: new Map(), span: start };
  const map = asMeant(fields(root));
  const bank = flag(child(map, 'bank')) ?? false;
  // An empty file lacks everything; one with a syntax error lacks nothing that can be known.
  if (yaml.root !== undefined || problems.length === 0)
    problems.push(...checkSchema(root, bank ? bankValidator : quizValidator));
  const reading: Reading = { file, question, compile, refs: [], findings: [] };
  const unreadable = yaml.root === undefined && yaml.findings.length > 0;
  const id = unreadable ? idDespiteErrors(file.text, file.path) : sitedText(child(map, 'id'));
  const fallback = idFromPath(file.path, 'quizzes');
  const checked = checkedId(id?.value ?? fallback, id?.span ?? start, 'quiz', id ? 'field' : 'path');
  problems.push(...checked.findings);
  const intro = fragment(child(map, 'intro'), reading);
  const { questions, draws } = readQuestions(root, map, reading);
  const settings = bank ? undefined : readQuizSettings(map);
  const pass =
    share(child(map, 'pass')) ??
    meantShare(child(map, 'pass')) ??
    (unreadable || map.has('pass') ? STAND_IN.pass : undefined);
  const attempts = whole(child(map, 'attempts'), 1) ?? (map.has('attempts') ? STAND_IN.attempts : undefined);
  const isRefused = map.has('attempts') && whole(child(map, 'attempts'), 1) === undefined;
  const exhausted = policy(text(child(map, 'exhausted')), map.has('exhausted') || isRefused);
  const minutes = number(child(map, 'minutes'), 0);
  const points = whole(child(map, 'points'), 0);
  return {
    file: file.path,
    id: { value: checked.id, span: id?.span ?? start },
    title: sitedText(child(map, 'title')) ?? { value: titleFromId(fallback), span: start },
    ...(intro === undefined ? {} : { intro }),
    ...(pass === undefined ? {} : { pass: { value: pass, span: child(map, 'pass')?.span ?? start } }),
    ...(attempts === undefined
      ? {}
      : { attempts: { value: attempts, span: child(map, 'attempts')?.span ?? start } }),
    ...(exhausted === undefined ? {} : { exhausted }),
    review: oneOrMore(child(map, 'review')),
    ...(minutes === undefined ? {} : { minutes }),
    ...(points === undefined ? {} : { points }),
    ...(bank && { bank }),
    ...(settings !== undefined && { settings }),
    questions,
    draws,
    refs: reading.refs,
    words:
      countWords(intro?.text) + questions.reduce((sum, question) => sum + countWords(words(question)), 0),
    findings: [...capped(problems), ...capped(reading.findings)],
    ...(yaml.root === undefined ? { unreadable: true } : {}),
  };
}

/** A quiz whose file could not be decoded: its id still exists, so nothing else is said to be missing. */
export function unreadableQuiz(path: string, findings: readonly Finding[]): QuizSource {
  const start: Span = { file: path, start: 0, end: 0 };
  const fallback = idFromPath(path, 'quizzes');
  const checked = checkedId(fallback, start, 'quiz', 'path');
  return {
    file: path,
    id: { value: checked.id, span: start },
    title: { value: titleFromId(fallback), span: start },
    pass: { value: STAND_IN.pass, span: start },
    review: [],
    questions: [],
    draws: [],
    refs: [],
    words: 0,
    findings: [...findings, ...checked.findings],
    unreadable: true,
  };
}

function readQuestions(
  root: YamlNode,
  map: ReadonlyMap<string, YamlEntry>,
  reading: Reading,
): { questions: QuestionSource[]; draws: DrawSource[] } {
  const taken = new Map<string, Span>();
  const context: QuestionContext = {
    findings: reading.findings,
    taken,
    form: 'yaml',
    text: (node) => fragment(node, reading),
    source: ({ start, end }) => reading.file.text.slice(start, end),
    insertId: (question, id) => insertId(question, id, reading.file),
  };
  const questions: QuestionSource[] = [];
  const draws: DrawSource[] = [];
  for (const [i, item] of items(child(map, 'questions')).entries()) {
    if (item.kind !== 'map') continue;
    const path = ['questions', String(i)];
    if (isDraw(item)) {
      reading.findings.push(...checkSchema(root, drawValidator, path));
      const draw = readDraw(item, questions.length);
      if (draw !== undefined) draws.push(draw);
    } else questions.push(reading.question(root, path, item, context));
  }
  return { questions, draws };
}

/** The edit that gives a question an id: before its first field, in the style that it is written in. */
function insertId(map: YamlMap, id: string, file: SourceFile): TextEdit {
  const { start } = head(map);
  const span = { file: file.path, start, end: start };
  if (file.text.charAt(map.span.start) === '{') return { span, text: `id: ${id}, ` };
  let line = start;
  while (line > 0 && file.text.charAt(line - 1) !== '\n' && file.text.charAt(line - 1) !== '\r') line--;
  const newline = file.text.charAt(line - 2) === '\r' ? '\r\n' : '\n';
  return { span, text: `id: ${id}${newline}${' '.repeat(start - line)}` };
}

/** Compiles the Markdown of a YAML value; undefined for one that is not text. */
function fragment(node: YamlNode | undefined, reading: Reading): Fragment | undefined {
  const scalar = textScalar(node);
  if (scalar === undefined) return undefined;
  const place = { file: reading.file.path, toFile: (offset: number) => scalar.toFile(offset) };
  return reading.compile(scalar.text, place, reading);
}

function countWords(text = ''): number {
  return text.match(/\S+/g)?.length ?? 0;
}
