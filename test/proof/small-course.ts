import fc from 'fast-check';
import type { Condition } from '../../src/model/condition.ts';
import type { Course, Item, Module, Quiz, Section } from '../../src/model/course.ts';
import { courseOf, module, type Node, question, quiz, section } from '../path/build.ts';
import { circular } from '../path/circular.ts';

/** Modules and quizzes of a course at most: what is beyond is left out. */
const LEAVES = 9;
const DATES = [10, 20] as const;
const COMPETENCIES = ['c', 'd'] as const;

/** A condition that names things by number: which ones there are is known when the course is put together. */
type Wish =
  | { readonly type: 'all' | 'any'; readonly of: readonly Wish[] }
  | { readonly type: 'not'; readonly of: Wish }
  | { readonly type: 'item' | 'chosen' | 'badge' | 'competency'; readonly n: number }
  | { readonly type: 'passed' | 'failed'; readonly n: number }
  | { readonly type: 'score'; readonly n: number; readonly from?: number; readonly below?: number }
  | { readonly type: 'attempts'; readonly n: number; readonly from: number }
  | { readonly type: 'points'; readonly from: number }
  | { readonly type: 'date'; readonly after: boolean; readonly at: number };

const n = fc.nat({ max: 8 });
const mark = fc.constantFrom(1 / 3, 0.5, 0.6, 0.7, 1);

const score: fc.Arbitrary<Wish> = fc
  .record({ n, mark, above: fc.boolean(), width: fc.constantFrom(0, 0, 0.2) })
  .map(({ n, mark, above, width }) => ({
    type: 'score' as const,
    n,
    ...((above || width > 0) && { from: mark }),
    ...((!above || width > 0) && { below: mark + width }),
  }));

const fact: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('item' as const), n }) },
  { weight: 3, arbitrary: score },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('passed' as const, 'failed' as const), n }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('chosen' as const), n }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('badge' as const), n }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('competency' as const), n }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('attempts' as const), n, from: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('points' as const), from: fc.constantFrom(10, 20, 30, 50) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('date' as const),
      after: fc.boolean(),
      at: fc.constantFrom(...DATES),
    }),
  },
);

const wish: fc.Arbitrary<Wish> = fc.letrec<{ wish: Wish }>((tie) => ({
  wish: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'wish' },
    { weight: 8, arbitrary: fact },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('wish'), { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('not' as const), of: tie('wish') }) },
  ),
})).wish;

/** Something in one case of `freq` + 1. */
const seldom = <T>(value: fc.Arbitrary<T>, freq: number): fc.Arbitrary<T | undefined> =>
  fc.tuple(fc.nat({ max: freq }), value).map(([chance, found]) => (chance === freq ? found : undefined));

interface Common {
  readonly optional: boolean;
  readonly when: Wish | undefined;
  readonly requires: Wish | undefined;
}
const common: fc.Arbitrary<Common> = fc.record({
  optional: fc.nat({ max: 7 }).map((chance) => chance === 7),
  when: seldom(wish, 8),
  requires: seldom(wish, 11),
});

const PLAIN: Common = { optional: false, when: undefined, requires: undefined };

interface Asked {
  readonly points: number;
  readonly outcomes: readonly number[];
  readonly competencies: readonly string[];
}
const asked: fc.Arbitrary<Asked> = fc.record({
  points: fc.constantFrom(1, 1, 2),
  outcomes: fc.constantFrom<number[]>([0, 1], [0, 1], [0, 0.5, 1]),
  competencies: fc.constantFrom<string[]>([], [], [], ['c'], ['c'], ['d'], ['c', 'd']),
});

type Shape =
  | {
      readonly type: 'module';
      readonly common: Common;
      readonly done: Module['done']['type'];
      readonly questions: readonly Asked[];
    }
  | {
      readonly type: 'quiz';
      readonly common: Common;
      readonly pass: number | undefined;
      readonly attempts: number | undefined;
      readonly exhausted: Quiz['exhausted'];
      readonly review: readonly number[];
      readonly questions: readonly Asked[];
      /** Candidates, of which some are drawn. */
      readonly candidates: readonly Asked[];
      readonly count: number;
      readonly confidence: boolean;
    }
  | {
      readonly type: 'section';
      readonly common: Common;
      readonly kind: Kind;
      readonly count: number;
      readonly switch: boolean;
      readonly rules: readonly { readonly when: Wish | undefined; readonly to: readonly number[] }[];
      readonly children: readonly Shape[];
    };

const KINDS = ['linear', 'hurdles', 'random-access', 'static-branching', 'choose', 'route'] as const;
type Kind = (typeof KINDS)[number];

const modules: fc.Arbitrary<Shape> = fc.record({
  type: fc.constant('module' as const),
  common,
  done: fc.constantFrom(
    'view' as const,
    'view' as const,
    'manual' as const,
    'video' as const,
    'questions' as const,
  ),
  questions: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(asked, { minLength: 1, maxLength: 2 }) },
  ),
});

const quizzes: fc.Arbitrary<Shape> = fc.record({
  type: fc.constant('quiz' as const),
  common,
  pass: fc.option(mark, { nil: undefined, freq: 5 }),
  attempts: seldom(fc.integer({ min: 1, max: 3 }), 2),
  exhausted: seldom(fc.constantFrom('continue' as const, 'review' as const, 'contact' as const), 1),
  review: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(n, { minLength: 1, maxLength: 2 }) },
  ),
  questions: fc.array(asked, { maxLength: 3 }),
  candidates: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(asked, { minLength: 1, maxLength: 3 }) },
  ),
  count: fc.integer({ min: 1, max: 2 }),
  confidence: fc.nat({ max: 9 }).map((chance) => chance === 0),
});

const rule = fc.record({
  when: fc.oneof(
    { weight: 3, arbitrary: score },
    { weight: 2, arbitrary: wish },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  to: fc.array(n, { minLength: 1, maxLength: 2 }),
});
const rules = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 2 }), seldom(n, 1))
  .map(([rules, otherwise]) =>
    otherwise === undefined ? rules : [...rules, { when: undefined, to: [otherwise] }],
  );

const sectionOf = (children: fc.Arbitrary<readonly Shape[]>) =>
  fc.record({
    type: fc.constant('section' as const),
    common,
    kind: fc.constantFrom<Kind>(...KINDS),
    count: fc.constantFrom(1, 1, 2),
    switch: fc.boolean(),
    rules,
    children,
  });

/** Sections of one are rare. */
const children = (shape: fc.Arbitrary<Shape>) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.array(shape, { minLength: 1, maxLength: 1 }) },
    { weight: 4, arbitrary: fc.array(shape, { minLength: 2, maxLength: 3 }) },
  );

const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'shape' },
    { weight: 3, arbitrary: modules },
    { weight: 2, arbitrary: quizzes },
    { weight: 2, arbitrary: sectionOf(children(tie('shape'))) },
  ),
})).shape;

/** The modules and quizzes are `i0`, `i1`, … and the sections `s0`, `s1`, … in reading order, both from the outside in. */
class Builder {
  /** What conditions are to be, by the item that has them. */
  readonly wishes = new Map<string, Common & { readonly rules?: readonly (Wish | undefined)[] }>();
  /** Competencies that some question counts for. */
  readonly tagged = new Set<string>();
  #leaves = 0;
  #sections = 0;

  node(shape: Shape): Node | undefined {
    if (shape.type === 'section') return this.section(shape, `s${this.#sections++}`);
    if (this.#leaves === LEAVES) return undefined;
    const id = `i${this.#leaves++}`;
    this.wishes.set(id, shape.common);
    const { optional } = shape.common;
    const candidates = shape.type === 'quiz' ? shape.candidates.map((each) => ({ ...each, points: 1 })) : [];
    // Few in all: the oracle tries every paper with every answer.
    const isMany = shape.type === 'quiz' && (candidates.length > 0 || shape.confidence);
    const fixed = isMany ? shape.questions.slice(0, 1) : shape.questions;
    const all = [...fixed, ...candidates];
    for (const { competencies } of all) for (const id of competencies) this.tagged.add(id);
    const questions = all.map((each, i) => question(`${id}#${i}`, each));
    if (shape.type === 'module') {
      // What has no questions cannot be done by them; a course with that is refused earlier.
      const type = shape.done === 'questions' && questions.length === 0 ? 'view' : shape.done;
      const done = type === 'video' ? { type, share: 0.5 } : { type };
      return module(id, { optional, done, questions });
    }
    const { pass, attempts, exhausted, review, confidence } = shape;
    const from = fixed.length;
    const count = Math.min(shape.count, candidates.length);
    return quiz(id, {
      ...(count > 0 && { draws: [{ count, points: 1, from, to: questions.length, before: 0 }] }),
      ...(confidence && { settings: { confidence } }),
      optional,
      questions,
      review: review.map((other) => `i${other}`),
      ...(pass !== undefined && { pass }),
      ...(attempts !== undefined && { attempts }),
      ...(exhausted && { exhausted }),
    });
  }

  section(shape: Extract<Shape, { type: 'section' }>, id: string): Node | undefined {
    const children = shape.children.flatMap((child) => this.node(child) ?? []);
    if (children.length === 0) return undefined;
    const ids = children.map((child) => ('section' in child ? child.section.id : child.id));
    const { common, kind, count, rules } = shape;
    this.wishes.set(id, { ...common, ...(kind === 'route' && { rules: rules.map(({ when }) => when) }) });
    const { optional } = common;
    const last = children.findLast((child) => !('section' in child) && child.kind === 'quiz');
    const finish = shape.switch && last && !('section' in last) ? last.id : undefined;
    switch (kind) {
      case 'choose':
        return section(id, { type: kind, count, switch: shape.switch }, children, { optional });
      case 'route': {
        const to = (wanted: readonly number[]) => [...new Set(wanted.flatMap((n) => pick(ids, n) ?? []))];
        return section(id, { type: kind, rules: rules.map((rule) => ({ to: to(rule.to) })) }, children, {
          optional,
        });
      }
      case 'random-access':
        return section(id, { type: kind, ...(finish !== undefined && { finish }) }, children, { optional });
      default:
        return section(id, { type: kind }, children, { optional });
    }
  }
}

function pick<T>(from: readonly T[], n: number): T | undefined {
  return from[n % Math.max(1, from.length)];
}

/** A condition on what the course has; undefined where it has nothing of the kind. */
function granted(course: Course, wish: Wish): Condition | undefined {
  const quizId = (n: number) =>
    pick(
      course.items.filter(({ kind }) => kind === 'quiz'),
      n,
    )?.id;
  switch (wish.type) {
    case 'all':
    case 'any': {
      const of = wish.of.flatMap((part) => granted(course, part) ?? []);
      return of.length > 0 ? { type: wish.type, of } : undefined;
    }
    case 'not': {
      const of = granted(course, wish.of);
      return of && { type: 'not', of };
    }
    case 'item': {
      const item = pick(course.items.slice(1), wish.n);
      return item && { type: 'completed', item: item.id };
    }
    case 'chosen': {
      const dynamic = new Set(
        course.items.flatMap((item) =>
          item.kind === 'section' && item.type === 'dynamic-branching' ? item.id : [],
        ),
      );
      const option = pick(
        course.items.filter(({ parent }) => parent !== undefined && dynamic.has(parent)),
        wish.n,
      );
      return option && { type: 'chosen', option: option.id };
    }
    case 'badge': {
      const badge = pick(course.badges, wish.n);
      return badge && { type: 'badge', badge: badge.id };
    }
    case 'competency': {
      const competency = pick(course.competencies, wish.n);
      return competency && { type: 'mastered', competency: competency.id };
    }
    case 'passed':
    case 'failed': {
      // Only a quiz with a mark can be passed or failed.
      const marked = course.items.filter((item) => item.kind === 'quiz' && item.pass !== undefined);
      const quiz = pick(marked, wish.n)?.id;
      return quiz === undefined ? undefined : { type: wish.type, quiz };
    }
    case 'score':
    case 'attempts': {
      const { n, ...rest } = wish;
      const quiz = quizId(n);
      return quiz === undefined ? undefined : { ...rest, quiz };
    }
    case 'points':
      return wish;
    case 'date':
      return { type: wish.after ? 'after' : 'before', at: wish.at };
  }
}

/** Stands in for the condition of a badge that cannot be had. */
function start({ items }: Course): Condition {
  const leaf = items.find(({ kind }) => kind !== 'section');
  return { type: 'completed', item: leaf?.id ?? 'root' };
}

/** Conditions that wait for themselves are left out: pathway.md gives them no meaning. */
function withoutCircles(course: Course): Course {
  const circles = circular(course);
  const kept = (condition: Condition | undefined) =>
    condition && !circles.has(condition) ? condition : undefined;
  const items = course.items.map((item): Item => {
    const { when, requires, ...rest } = item;
    return withRules(
      { ...rest, ...(kept(when) && { when }), ...(kept(requires) && { requires }) },
      (rule) => {
        const { when, ...to } = rule;
        return kept(when) ? rule : to;
      },
    );
  });
  const badges = course.badges.map((badge) => ({ ...badge, when: kept(badge.when) ?? start(course) }));
  return { ...course, items, badges };
}

type Routed = Extract<Section, { type: 'dynamic-branching' }>;
type Rule = Extract<Routed['by'], { type: 'route' }>['rules'][number];

function withRules(item: Item, change: (rule: Rule, place: number) => Rule): Item {
  if (item.kind !== 'section' || item.type !== 'dynamic-branching' || item.by.type !== 'route') return item;
  return { ...item, by: { ...item.by, rules: item.by.rules.map(change) } };
}

/**
 * Does a route ask what was chosen in what it leads to, or whether it is in an option itself? Both change with the very
 * step by which something in it is entered, so that what it names would hang on when exactly it is read.
 */
function asksForOwnChoice(course: Course, section: Item, condition: Condition): boolean {
  const isWithin = (id: string | undefined, outer: string): boolean =>
    id !== undefined &&
    (id === outer || isWithin(course.items.find((item) => item.id === id)?.parent, outer));
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.some((part) => asksForOwnChoice(course, section, part));
    case 'not':
      return asksForOwnChoice(course, section, condition.of);
    case 'chosen':
      return isWithin(condition.option, section.id) || isWithin(section.id, condition.option);
    default:
      return false;
  }
}

interface Plan {
  readonly root: Shape;
  readonly badges: readonly Wish[];
  readonly complete: Wish | undefined;
  readonly certificate: { readonly when: Wish | undefined } | undefined;
  readonly competencies: number;
  readonly evidence: number;
  readonly mastery: number;
}

function courseFrom(plan: Plan): Course | undefined {
  const builder = new Builder();
  if (plan.root.type !== 'section') return undefined;
  const root = builder.section({ ...plan.root, common: PLAIN }, 'root');
  if (!root) return undefined;
  const { evidence, mastery } = plan;
  const plain = courseOf(root, {
    competencies: COMPETENCIES.slice(0, plan.competencies)
      .filter((id) => builder.tagged.has(id))
      .map((id) => ({
        id,
        title: id,
        evidence,
        mastery,
      })),
    badges: plan.badges.map((_, i) => ({ id: `b${i}`, title: `B${i}`, when: { type: 'all', of: [] } })),
  });
  const grant = (wish: Wish | undefined) => wish && granted(plain, wish);
  const items = plain.items.map((item): Item => {
    const wishes = builder.wishes.get(item.id);
    const when = item.parent === undefined ? undefined : grant(wishes?.when);
    const requires = item.parent === undefined ? undefined : grant(wishes?.requires);
    const known = new Set(plain.items.map(({ id }) => id));
    const wished = { ...item, ...(when && { when }), ...(requires && { requires }) };
    if (wished.kind === 'quiz')
      return { ...wished, review: wished.review.filter((id) => id !== item.id && known.has(id)) };
    return withRules(wished, (rule, i) => {
      const found = grant(wishes?.rules?.[i]);
      return found && !asksForOwnChoice(plain, item, found) ? { ...rule, when: found } : rule;
    });
  });
  const complete = grant(plan.complete);
  const forCertificate = grant(plan.certificate?.when);
  return withoutCircles({
    ...plain,
    items,
    badges: plain.badges.map((badge, i) => ({ ...badge, when: grant(plan.badges[i]) ?? start(plain) })),
    ...(complete && { complete }),
    ...(plan.certificate && {
      certificate: { title: 'Done', ...(forCertificate && { when: forCertificate }) },
    }),
  });
}

/**
 * A small course for the proof: every shape nested up to three deep, 1 to 9 modules and quizzes, and everything that
 * can decide about a learner's way. Conditions name what exists and do not wait for themselves.
 */
export const smallCourse: fc.Arbitrary<Course> = fc
  .record({
    root: sectionOf(fc.array(shape, { minLength: 2, maxLength: 4 })),
    badges: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(wish, { minLength: 1, maxLength: 2 }) },
    ),
    complete: seldom(wish, 7),
    certificate: seldom(fc.record({ when: fc.option(wish, { nil: undefined, freq: 1 }) }), 2),
    competencies: fc.constantFrom(0, 0, 1, 1, 2),
    evidence: fc.integer({ min: 1, max: 3 }),
    mastery: fc.constantFrom(0.5, 0.8, 1),
  })
  .map(courseFrom)
  .filter((course) => course !== undefined);
