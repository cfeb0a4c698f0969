import type { Draw, Item, QuestionRef, Section } from '../model/course.ts';
import { type ItemId, questionKey } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { readBranchRule } from './branches.ts';
import { type ConditionContext, readCondition } from './conditions.ts';
import { candidateId, type DrawnFrom, drawnFrom, pointsOf } from './draws.ts';
import { found } from './findings.ts';
import { titleFromId } from './ids.ts';
import { moduleMinutes, quizMinutes } from './minutes.ts';
import type { Names } from './names.ts';
import { type LeafDraft, type SectionDraft, walk } from './pathway.ts';
import { plainSettings } from './quiz-settings.ts';
import { child, fields, flag, sitedText, spansOf, text, whole } from './read.ts';
import type { PageSource, QuestionSource, QuizSource, Sited } from './source.ts';
import type { YamlMap } from './yaml.ts';

export interface ItemContext extends ConditionContext {
  readonly names: Names;
  readonly pages: ReadonlyMap<ItemId, PageSource>;
  readonly quizzes: ReadonlyMap<ItemId, QuizSource>;
  /** Points of a module and of a quiz that name none. */
  readonly points: { readonly module: number; readonly quiz: number };
  readonly outcomes: (question: QuestionSource) => readonly number[];
  readonly digests: (question: QuestionSource) => Pick<QuestionRef, 'asks' | 'answer'>;
  /** What was found out of questions: those of a bank belong to several quizzes, and are wrong once. */
  readonly known: Map<QuestionSource, Omit<QuestionRef, 'key'>>;
  /** Seconds of video and audio on a page, as far as they are known. */
  readonly mediaSeconds: (page: PageSource) => number;
  readonly courseTitle: string;
}

/** The items of the pathway in reading order, parents before children. */
export function readItems(pathway: SectionDraft, context: ItemContext): Item[] {
  const result: Item[] = [];
  for (const draft of walk(pathway)) {
    const item = draft.kind === 'section' ? readSection(draft, context) : readLeaf(draft, context);
    if (item !== undefined) result.push(item);
  }
  return result;
}

/** What an entry says of any item: whether it is needed, there, open. */
function gates(map: YamlMap | undefined, context: ItemContext) {
  const entry = fields(map);
  const when = readCondition(child(entry, 'when'), context);
  const requires = readCondition(child(entry, 'requires'), context);
  return {
    optional: flag(child(entry, 'optional')) ?? false,
    ...(when === undefined ? {} : { when }),
    ...(requires === undefined ? {} : { requires }),
  };
}

function readLeaf(draft: LeafDraft, context: ItemContext): Item | undefined {
  const { id, parent, entry } = draft;
  const title = text(child(fields(entry), 'title'));
  const points = whole(child(fields(entry), 'points'), 0);
  const base = { id, parent, ...gates(entry, context) };
  let item: Item;
  let source: PageSource | QuizSource;
  if (draft.kind === 'module') {
    const page = context.pages.get(id);
    if (page === undefined) return undefined;
    const { meta } = page;
    source = page;
    const teaches = competencies(meta.competencies, 'competencies', context);
    item = {
      ...base,
      kind: 'module',
      title: title ?? meta.title.value,
      minutes: meta.minutes ?? moduleMinutes(page, context.mediaSeconds(page)),
      points: points ?? meta.points ?? context.points.module,
      done: meta.done,
      ...(teaches.length > 0 && { teaches }),
      questions: questionRefs(id, page.questions, teaches, context),
      href: `modules/${id}.html`,
    };
  } else {
    const quiz = context.quizzes.get(id);
    if (quiz === undefined) return undefined;
    source = quiz;
    const drawn = drawnFrom(quiz, context.quizzes);
    const fixed = questionRefs(id, quiz.questions, [], context);
    const draws = readDraws(id, drawn, fixed.length, context);
    const settings = plainSettings(quiz.settings);
    item = {
      ...base,
      kind: 'quiz',
      title: title ?? quiz.title.value,
      minutes: quiz.minutes ?? quizMinutes(quiz, drawn),
      points: points ?? quiz.points ?? context.points.quiz,
      ...(quiz.pass === undefined ? {} : { pass: quiz.pass.value }),
      ...(quiz.attempts === undefined ? {} : { attempts: quiz.attempts.value }),
      ...(quiz.exhausted === undefined ? {} : { exhausted: quiz.exhausted }),
      review: quiz.review.flatMap((name) => context.resolve(name, 'page', 'review') ?? []),
      questions: [...fixed, ...draws.questions],
      ...(draws.draws.length > 0 && { draws: draws.draws }),
      ...(settings !== undefined && { settings }),
      href: `quizzes/${id}.html`,
    };
  }
  const inEntry = entry === undefined ? [] : spansOf(entry.entries);
  context.spans.set(item, draft.span, [...ownSpans(source), ...inEntry]);
  return item;
}

/** Where a module's or quiz's own file says what the item is. */
function ownSpans(source: PageSource | QuizSource): [string, Span][] {
  if ('meta' in source)
    return [
      ['id', source.meta.id.span],
      ['title', source.meta.title.span],
    ];
  const spans: [string, Span][] = [
    ['id', source.id.span],
    ['title', source.title.span],
  ];
  if (source.pass !== undefined) spans.push(['pass', source.pass.span]);
  if (source.attempts !== undefined) spans.push(['attempts', source.attempts.span]);
  return spans;
}

/** The competencies of these names that the course has. */
function competencies(
  names: readonly Sited<string>[],
  field: 'competency' | 'competencies',
  context: ItemContext,
): string[] {
  return names.flatMap((name) => context.resolve(name, 'competency', field) ?? []);
}

function questionRefs(
  item: ItemId,
  questions: readonly QuestionSource[],
  inherited: readonly string[],
  context: ItemContext,
): QuestionRef[] {
  return questions.map((question) => {
    const ref = { key: questionKey(item, question.id.value), ...about(question, inherited, context) };
    context.spans.set(ref, question.span, [['id', question.id.span]]);
    return ref;
  });
}

/** What the course knows of a question wherever it is asked. */
function about(
  question: QuestionSource,
  inherited: readonly string[],
  context: ItemContext,
): Omit<QuestionRef, 'key'> {
  const before = context.known.get(question);
  if (before !== undefined) return before;
  const own = competencies(question.competencies, 'competency', context);
  const see = question.see.flatMap((name) => context.resolve(name, 'page', 'see') ?? []);
  const ref = {
    points: question.points,
    competencies: question.competencies.length > 0 ? [...new Set(own)] : inherited,
    outcomes: context.outcomes(question),
    ...context.digests(question),
    ...(see.length > 0 && { see }),
  };
  context.known.set(question, ref);
  return ref;
}

/** The draws of a quiz with their candidates, which stand behind its own questions. What draws from nothing is left out. */
function readDraws(
  id: ItemId,
  drawn: readonly DrawnFrom[],
  own: number,
  context: ItemContext,
): { readonly draws: readonly Draw[]; readonly questions: readonly QuestionRef[] } {
  const draws: Draw[] = [];
  const questions: QuestionRef[] = [];
  for (const each of drawn) {
    const { candidates, draw } = each;
    if (candidates.length === 0) continue;
    const points = pointsOf(each);
    const from = own + questions.length;
    for (const candidate of candidates) {
      const { question } = candidate;
      const ref = { key: questionKey(id, candidateId(candidate)), ...about(question, [], context), points };
      context.spans.set(ref, question.span, [['id', question.id.span]]);
      questions.push(ref);
    }
    const to = own + questions.length;
    const made = { count: Math.min(draw.count.value, to - from), points, from, to, before: draw.before };
    context.spans.set(made, draw.span, [['count', draw.count.span]]);
    draws.push(made);
  }
  return { draws, questions };
}

function readSection(draft: SectionDraft, context: ItemContext): Section {
  const { id, map, parent, type } = draft;
  const fallback = parent === undefined ? context.courseTitle : titleFromId(id);
  const base = {
    id,
    title: text(child(map, 'title')) ?? fallback,
    ...(parent === undefined ? {} : { parent }),
    ...gates(map, context),
    kind: 'section' as const,
    minutes: 0,
    points: 0,
    children: draft.children.map((each) => each.id),
  };
  const section = typed(base, type, draft, context);
  context.spans.set(section, draft.span, spansOf(map.entries));
  return section;
}

function typed(
  base: Omit<Extract<Section, { type: 'static-branching' }>, 'type'>,
  type: Section['type'],
  draft: SectionDraft,
  context: ItemContext,
): Section {
  switch (type) {
    case 'linear':
    case 'hurdles':
      return { ...base, type, autoplay: flag(child(draft.map, 'autoplay')) ?? false };
    case 'random-access': {
      const finish = readFinish(draft, context);
      return { ...base, type, ...(finish === undefined ? {} : { finish }) };
    }
    case 'static-branching':
      return { ...base, type };
    case 'dynamic-branching':
      return { ...base, type, by: readBranchRule(draft, context) };
  }
}

function readFinish(draft: SectionDraft, context: ItemContext): ItemId | undefined {
  const name = sitedText(child(draft.map, 'finish'));
  const quiz = name && context.resolve(name, 'quiz', 'finish');
  if (name === undefined || quiz === undefined) return undefined;
  for (const each of walk(draft)) if (each.id === quiz) return quiz;
  context.findings.push(found('pathway/finish-outside', name.span, { quiz, section: draft.id }));
  return undefined;
}

/** Checks the names in quizzes and modules that the pathway does not use, which no item has checked. */
export function checkUnused(used: ReadonlySet<ItemId>, context: ItemContext): void {
  for (const [id, quiz] of context.quizzes) {
    if (!used.has(id)) questionRefs(id, quiz.questions, [], context);
  }
  for (const [id, page] of context.pages) {
    if (used.has(id)) continue;
    const teaches = competencies(page.meta.competencies, 'competencies', context);
    questionRefs(id, page.questions, teaches, context);
  }
}
