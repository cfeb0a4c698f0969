import type { LoadedCourse } from '../load/loaded.ts';
import { type Resolved, resolveRef } from '../load/resolve.ts';
import type { QuestionSource, Ref } from '../load/source.ts';
import type { Condition, Instant } from '../model/condition.ts';
import type { Badge, Certificate, Course, Item, RouteRule, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Proof } from '../proof/index.ts';
import { type AssessedFile, assessedFiles } from './assessed.ts';
import { brokenPlaces } from './broken.ts';
import { type Circles, findCircles } from './circular.ts';
import { type EditionFacts, editionFacts } from './editions.ts';
import { once } from './once.ts';
import { type Reach, reach } from './reach.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** What a condition decides. */
export type ConditionOwner =
  | { readonly type: 'when' | 'requires'; readonly item: Item }
  | { readonly type: 'route'; readonly section: Section; readonly rule: RouteRule }
  | { readonly type: 'badge'; readonly badge: Badge }
  | { readonly type: 'certificate'; readonly certificate: Certificate }
  | { readonly type: 'complete' };

/** A condition with what it decides and where it was written. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly owner: ConditionOwner;
  readonly span: Span;
}

/** A reference, and where it leads. */
export interface PlacedRef {
  readonly ref: Ref;
  readonly resolved: Resolved;
}

/** What rules look at: the loaded course, and the views of it that several rules share. */
export interface LintContext {
  readonly loaded: LoadedCourse;
  /** Undefined when course.yaml cannot be used: rules about the pathway then have nothing to say. */
  readonly course: Course | undefined;
  readonly items: ReadonlyMap<ItemId, Item>;
  /** Every reference of every page, quiz, course.yaml and the glossary. */
  readonly refs: readonly PlacedRef[];
  /** Every question, in modules and quizzes, those that no pathway uses included. */
  readonly questions: readonly { readonly item: ItemId; readonly question: QuestionSource }[];
  /** The graded questions of each file, for the rules about their quality. */
  assessed(): readonly AssessedFile[];
  readonly conditions: readonly PlacedCondition[];
  /**
   * Whether something in that place could not be read as it was meant (its schema, its YAML, its names): rules
   * then stay silent about what might only be a consequence.
   */
  broken(span: Span): boolean;
  /** What some learner might reach; undefined without a course. */
  reached(): Reach | undefined;
  /** Conditions that wait for themselves. */
  circles(): Circles;
  /** What is proved of the course; undefined where it would be about a course that nobody wrote. */
  proof(): Proof | undefined;
  /** What the proof found, with the places to blame. */
  verdicts(): readonly Verdict[];
  /** What earlier editions published, and what became of it; undefined where there is nothing to say about that. */
  editions(): EditionFacts | undefined;
  /** The time of the check, only for the words: what is found never hangs on it. */
  readonly now: Instant | undefined;
  /** Where a part of course.yaml was written; the start of the file when nobody knows. */
  place(node: object, field?: string): Span;
  /** Where an item stands in the pathway. */
  entry(item: Item): Span;
  /** Where the title of an item was written, in its own file if it has one. */
  titleSpan(item: Item): Span;
}

/** Gathers what rules look at. Without `prove` nothing is proved. */
export function lintContext(
  loaded: LoadedCourse,
  prove?: (course: Course) => Proof,
  now?: Instant,
): LintContext {
  const { course } = loaded;
  const place = (node: object, field?: string): Span =>
    (field === undefined ? undefined : loaded.spans.of(node, field)) ??
    loaded.spans.of(node) ?? { file: 'course.yaml', start: 0, end: 0 };
  const sources = [...loaded.pages, ...loaded.quizzes];
  const items = new Map(course?.items.map((item) => [item.id, item]));
  const conditions = course === undefined ? [] : [...placedConditions(course, place)];
  const refs = [...sources.flatMap(([, source]) => source.refs), ...loaded.refs];
  const circles = once(() => findCircles(conditions, items));
  const proof = once(() =>
    course === undefined || circles().members.size > 0 ? undefined : prove?.(course),
  );
  const broken = brokenPlaces(loaded.findings);
  const context: LintContext = {
    loaded,
    course,
    items,
    refs: refs.map((ref) => ({ ref, resolved: resolveRef(loaded, ref.span.file, ref) })),
    questions: sources.flatMap(([item, source]) => source.questions.map((question) => ({ item, question }))),
    assessed: once(() => assessedFiles(loaded, broken)),
    conditions,
    broken,
    reached: once(() => (course === undefined ? undefined : reach(course))),
    circles,
    proof,
    now,
    editions: once(() => editionFacts(context)),
    verdicts: once(() => {
      const proved = proof();
      return course === undefined || proved === undefined ? [] : verdictsOf(context, course, proved);
    }),
    place,
    // Of modules and quizzes the id may stand in their own file.
    entry: (item) => place(item, item.kind === 'section' ? 'id' : undefined),
    titleSpan: (item) =>
      loaded.pages.get(item.id)?.meta.title.span ??
      loaded.quizzes.get(item.id)?.title.span ??
      place(item, 'title'),
  };
  return context;
}

/** Every condition of a course, with what it decides about and where it stands, by `place`. */
export function* placedConditions(course: Course, place: LintContext['place']): Iterable<PlacedCondition> {
  for (const item of course.items) {
    if (item.when) yield { condition: item.when, owner: { type: 'when', item }, span: place(item, 'when') };
    if (item.requires) {
      yield { condition: item.requires, owner: { type: 'requires', item }, span: place(item, 'requires') };
    }
    if (item.kind !== 'section' || item.type !== 'dynamic-branching' || item.by.type !== 'route') continue;
    for (const rule of item.by.rules) {
      if (rule.when === undefined) continue;
      yield {
        condition: rule.when,
        owner: { type: 'route', section: item, rule },
        span: place(rule, 'when'),
      };
    }
  }
  for (const badge of course.badges) {
    yield { condition: badge.when, owner: { type: 'badge', badge }, span: place(badge, 'when') };
  }
  const { certificate, complete } = course;
  if (certificate?.when) {
    const owner = { type: 'certificate', certificate } as const;
    yield { condition: certificate.when, owner, span: place(certificate, 'when') };
  }
  if (complete) yield { condition: complete, owner: { type: 'complete' }, span: place(course, 'complete') };
}
