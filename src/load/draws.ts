import type { Finding, Related } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import { nearest } from '../model/nearest.ts';
import { found, type LoadFindings } from './findings.ts';
import { safeId } from './ids.ts';
import type { DrawSource, PageSource, QuestionSource, QuizSource, Sited } from './source.ts';
import { type Renames, type Suggest, suggester } from './suggest.ts';

/** A question that a draw may take, with the bank that holds it. */
export interface Candidate {
  readonly bank: QuizSource;
  readonly question: QuestionSource;
}

/** A draw of a quiz with what it takes from. */
export interface DrawnFrom {
  readonly draw: DrawSource;
  /** The banks that it names, as far as they exist. */
  readonly banks: readonly QuizSource[];
  /** In the order of the banks and of their questions. */
  readonly candidates: readonly Candidate[];
  /** How many more match it, which an earlier draw of the quiz has. */
  readonly taken: number;
}

type Sources = ReadonlyMap<ItemId, QuizSource>;

/** The banks that a draw names, each once; what cannot be read may be one. */
function banksOf({ from }: DrawSource, quizzes: Sources): QuizSource[] {
  const named = from.flatMap(({ value }) => quizzes.get(safeId(value)) ?? []);
  return [...new Set(named)].filter(({ bank, unreadable }) => bank || unreadable);
}

/** What the draws of a quiz take from: each question belongs to the first of them that it matches. */
export function drawnFrom(quiz: Pick<QuizSource, 'draws'>, quizzes: Sources): DrawnFrom[] {
  const taken = new Set<QuestionSource>();
  return quiz.draws.map((draw) => {
    const banks = banksOf(draw, quizzes);
    const matching = banks.flatMap((bank) =>
      bank.questions.filter((question) => isWanted(question, draw)).map((question) => ({ bank, question })),
    );
    const candidates = matching.filter(({ question }) => !taken.has(question));
    for (const { question } of candidates) taken.add(question);
    return { draw, banks, candidates, taken: matching.length - candidates.length };
  });
}

function isWanted(question: QuestionSource, { tags, difficulties }: DrawSource): boolean {
  const wanted = new Set(tags.map(({ value }) => folded(value)));
  return (
    (tags.length === 0 || question.tags.some(({ value }) => wanted.has(folded(value)))) &&
    (difficulties.length === 0 || difficulties.some(({ value }) => value === question.difficulty))
  );
}

/** Tags are words: letter case and spacing tell none from another. */
function folded(tag: string): string {
  return tag.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What each question of a draw is worth: what the draw says, else its candidates; 0 where they are not graded. */
export function pointsOf({ draw, candidates }: DrawnFrom): number {
  const worth = candidates[0]?.question.points ?? 1;
  return worth === 0 ? 0 : (draw.points?.value ?? worth);
}

/** A candidate as the quiz asks it that may draw it. */
export function askedAs(candidate: Candidate, points: number): QuestionSource {
  const { question } = candidate;
  return { ...question, id: { ...question.id, value: candidateId(candidate) }, points };
}

/** The id of a candidate in a quiz that may draw it: its bank's and its own. */
export function candidateId({ bank, question }: Candidate): string {
  return `${bank.id.value}/${question.id.value}`;
}

/** What is wrong with the draws of all quizzes, and with banks. */
export function checkDraws(
  quizzes: Sources,
  pages: ReadonlyMap<ItemId, PageSource>,
  renamed: Renames = new Map(),
): Finding[] {
  const findings: Finding[] = [];
  const suggest = suggester(renamed);
  const banks = [...quizzes].filter(([, { bank }]) => bank).map(([id]) => id);
  for (const quiz of quizzes.values()) {
    if (quiz.bank) {
      for (const { span } of quiz.draws) findings.push(found('draw/in-bank', span, { bank: quiz.id.value }));
      continue;
    }
    for (const drawn of drawnFrom(quiz, quizzes)) {
      const named = drawn.draw.from.map((name) => unknownBank(name, quizzes, pages, banks, suggest));
      const unknown = named.flatMap((finding) => finding ?? []);
      findings.push(...unknown);
      // What cannot be read, or is not named right, may hold what is missing; an empty bank is a finding of its own.
      if (unknown.length === 0 && drawn.banks.every(({ questions }) => questions.length > 0))
        findings.push(...checkDraw(drawn));
    }
  }
  findings.push(...neverDrawn(quizzes, suggest));
  return findings;
}

/** The questions of banks that are drawn from, which fit no draw. Nothing where a draw may be missing, or has a finding that says why. */
function neverDrawn(quizzes: Sources, suggest: Suggest): Finding[] {
  const files = [...quizzes.values()];
  if (files.some(({ unreadable, findings }) => unreadable || findings.some(isOfSchema))) return [];
  const draws = files.filter(({ bank }) => !bank).flatMap((quiz) => drawnFrom(quiz, quizzes));
  const byBank = new Map<QuizSource, DrawSource[]>();
  const idle = new Set<QuizSource>();
  for (const { draw, banks, candidates, taken } of draws) {
    for (const bank of banks) {
      if (candidates.length + taken === 0) idle.add(bank);
      const list = byBank.get(bank);
      if (list === undefined) byBank.set(bank, [draw]);
      else list.push(draw);
    }
  }
  return [...byBank].flatMap(([bank, asking]) => {
    if (idle.has(bank)) return [];
    const wanted = [...new Set(asking.flatMap(({ tags }) => tags.map(({ value }) => value)))].sort();
    return bank.questions.flatMap((question) => {
      if (asking.some((draw) => isWanted(question, draw))) return [];
      const tags = tagsOf(question);
      const close = question.tags
        .map(({ value, span }) => ({ span, suggestion: suggest(value, wanted) }))
        .find(({ suggestion }) => suggestion !== undefined);
      const args = {
        question: question.id.value,
        bank: bank.id.value,
        tags,
        wanted,
        ...(close?.suggestion !== undefined && { suggestion: close.suggestion }),
      };
      return [found('draw/never-drawn', close?.span ?? question.id.span, args)];
    });
  });
}

function isOfSchema({ rule }: Finding): boolean {
  return rule.startsWith('schema/');
}

function unknownBank(
  name: Sited<ItemId>,
  quizzes: Sources,
  pages: ReadonlyMap<ItemId, PageSource>,
  banks: readonly ItemId[],
  suggest: Suggest,
): Finding | undefined {
  const id = safeId(name.value);
  const quiz = quizzes.get(id);
  // One that could not be read may be a bank.
  if (quiz?.bank || quiz?.unreadable) return undefined;
  const kind = quiz ? 'quiz' : pages.has(id) ? 'module' : undefined;
  const suggestion = kind === 'quiz' ? undefined : suggest(name.value, banks);
  const args: LoadFindings['draw/unknown-bank'] = {
    id: name.value,
    ...(kind !== undefined && { found: kind }),
    ...(quiz && { file: quiz.file }),
    ...(suggestion !== undefined && { suggestion }),
  };
  return found('draw/unknown-bank', name.span, args);
}

function checkDraw(drawn: DrawnFrom): Finding[] {
  const { draw, candidates, taken } = drawn;
  const { count, tags, difficulties, from, span } = draw;
  const asks = {
    banks: from.map(({ value }) => value),
    tags: tags.map(({ value }) => value),
    difficulties: difficulties.map(({ value }) => value),
    taken,
  };
  const size = candidates.length;
  const known = [...new Set(drawn.banks.flatMap((bank) => bank.questions).flatMap(tagsOf))].sort();
  if (size === 0) {
    const suggestion = tags[0] && nearest(tags[0].value, known);
    const args = { ...asks, known, ...(suggestion !== undefined && { suggestion }) };
    return [found('draw/nothing', tags[0]?.span ?? difficulties[0]?.span ?? span, args)];
  }
  const findings: Finding[] = [];
  const there = new Set(known.map(folded));
  for (const { value, span: at } of tags) {
    if (there.has(folded(value))) continue;
    const suggestion = nearest(value, known);
    const args = { tag: value, known, ...(suggestion !== undefined && { suggestion }) };
    findings.push(found('draw/unknown-tag', at, args));
  }
  if (count.value > size)
    findings.push(found('draw/too-large', count.span, { ...asks, count: count.value, size }));
  const first = firstByPoints(candidates);
  const isMixed = first.size > 1 && first.has(0);
  if (isMixed || (first.size > 1 && draw.points === undefined)) {
    const related: Related[] = [...first.values()].map(({ question }) => ({
      message: question.points === 0 ? 'Not graded' : `Worth ${question.points}`,
      span: question.id.span,
    }));
    const points = [...first.keys()].sort((a, b) => a - b);
    findings.push(found('draw/points-differ', span, { points }, { related }));
  }
  return findings;
}

function tagsOf({ tags }: QuestionSource): string[] {
  return tags.map(({ value }) => value);
}

/** For each number of points that candidates are worth, the first of them. */
function firstByPoints(candidates: readonly Candidate[]): Map<number, Candidate> {
  const first = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (!first.has(candidate.question.points)) first.set(candidate.question.points, candidate);
  return first;
}
