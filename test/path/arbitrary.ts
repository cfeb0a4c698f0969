import fc from 'fast-check';
import type { Condition } from '../../src/model/condition.ts';
import type { Course } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { courseOf, module, type Node, question, quiz, section } from './build.ts';

/** How many cases a property tries: `COURSE_TEST_RUNS` raises it. */
export const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 500);

const LEAVES = 8;
const SECTIONS = 5;
/** Mostly the first few, which small courses have. */
const leafId = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: LEAVES - 1 }) },
  )
  .map((n) => `i${n}`);
const sectionId = fc.integer({ min: 0, max: SECTIONS - 1 }).map((n) => `s${n}`);
const anyId = fc.oneof({ weight: 4, arbitrary: leafId }, { weight: 1, arbitrary: sectionId });
const mark = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
export const DATES = [10, 20] as const;

/** Any condition on the ids that random courses use: some of them name nothing. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'condition' },
    fc.record({ type: fc.constant('completed' as const), item: anyId }),
    fc.record({ type: fc.constantFrom('passed' as const, 'failed' as const), quiz: leafId }),
    fc.record(
      { type: fc.constant('score' as const), quiz: leafId, from: mark, below: mark },
      { requiredKeys: ['type', 'quiz'] },
    ),
    fc.record({ type: fc.constant('attempts' as const), quiz: leafId, from: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ type: fc.constant('chosen' as const), option: anyId }),
    fc.record({ type: fc.constant('mastered' as const), competency: fc.constant('c') }),
    fc.record({ type: fc.constant('points' as const), from: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ type: fc.constant('badge' as const), badge: fc.constantFrom('b0', 'b1') }),
    fc.record({ type: fc.constantFrom('after' as const, 'before' as const), at: fc.constantFrom(...DATES) }),
    fc.record({
      type: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('not' as const), of: tie('condition') }),
  ),
})).condition;

interface Shape {
  readonly common: { optional: boolean; when?: Condition; requires?: Condition };
  readonly node:
    | { readonly type: 'module'; readonly done: 'view' | 'manual' | 'questions' | 'video' }
    | {
        readonly type: 'quiz';
        readonly pass?: number;
        readonly attempts?: number;
        readonly exhausted?: 'continue' | 'review' | 'contact';
        readonly review: readonly string[];
      }
    | {
        readonly type: 'section';
        readonly kind: 'linear' | 'hurdles' | 'random-access' | 'static-branching' | 'choose' | 'route';
        readonly count: number;
        readonly switch: boolean;
        readonly rules: readonly (Condition | undefined)[];
        readonly children: readonly Shape[];
      };
}

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

const common = fc
  .record({
    optional: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    when: fc.option(arbitraryCondition, { nil: undefined, freq: 1 }),
    requires: fc.option(arbitraryCondition, { nil: undefined, freq: 1 }),
    keep: fc.integer({ min: 0, max: 9 }),
  })
  // Two courses of three leave most conditions out, so that learners get anywhere.
  .map(({ optional, when, requires, keep }) => ({
    optional,
    ...(when && keep < 3 && { when }),
    ...(requires && keep > 7 && { requires }),
  }));

const leaf = fc.oneof(
  fc.record({
    type: fc.constant('module' as const),
    done: fc.constantFrom(
      'view' as const,
      'view' as const,
      'manual' as const,
      'questions' as const,
      'video' as const,
    ),
  }),
  fc
    .record({
      type: fc.constant('quiz' as const),
      pass: rarely(mark),
      attempts: rarely(fc.integer({ min: 1, max: 2 })),
      exhausted: rarely(fc.constantFrom('continue' as const, 'review' as const, 'contact' as const)),
      review: fc.array(leafId, { maxLength: 2 }),
    })
    .map(({ type, review, pass, attempts, exhausted }) => ({
      type,
      review,
      ...(pass !== undefined && { pass }),
      ...(attempts !== undefined && { attempts }),
      ...(exhausted && { exhausted }),
    })),
);

const sectionParts = {
  type: fc.constant('section' as const),
  kind: fc.constantFrom(
    'linear' as const,
    'hurdles' as const,
    'random-access' as const,
    'static-branching' as const,
    'choose' as const,
    'route' as const,
  ),
  count: fc.integer({ min: 1, max: 2 }),
  switch: fc.boolean(),
  rules: fc.array(fc.option(arbitraryCondition, { nil: undefined, freq: 2 }), { minLength: 1, maxLength: 3 }),
};

const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'shape' },
    { weight: 3, arbitrary: fc.record({ common, node: leaf }) },
    {
      weight: 1,
      arbitrary: fc.record({
        common,
        node: fc.record({
          ...sectionParts,
          children: fc.array(tie('shape'), { minLength: 1, maxLength: 4 }),
        }),
      }),
    },
  ),
})).shape;

/** Numbers the leaves and sections in reading order: `i0`, `i1`, … and `s0`, `s1`, … */
function nodesOf(shapes: readonly Shape[]): Node[] {
  const numbers = { leaf: 0, section: 0 };
  const make = ({ common, node }: Shape): Node => {
    switch (node.type) {
      case 'module': {
        const id = `i${numbers.leaf++}`;
        const questions = [question(`${id}#1`, { competencies: ['c'] })];
        const done = node.done === 'video' ? ({ type: 'video', share: 0.5 } as const) : { type: node.done };
        return module(id, { ...common, done, questions });
      }
      case 'quiz': {
        const id = `i${numbers.leaf++}`;
        const { type: _type, review, ...rest } = node;
        const questions = [1, 2, 3, 4].map((n) => question(`${id}#${n}`, { competencies: ['c'] }));
        return quiz(id, { ...common, ...rest, review: review.filter((other) => other !== id), questions });
      }
      case 'section': {
        const id = `s${numbers.section++}`;
        const children = node.children.map(make);
        const ids = children.map((child) => ('section' in child ? child.section.id : child.id));
        return section(id, ruleOf(node, ids), children, common);
      }
    }
  };
  return shapes.map(make);
}

function ruleOf(node: Extract<Shape['node'], { type: 'section' }>, children: readonly string[]) {
  switch (node.kind) {
    case 'choose':
      return { type: node.kind, count: node.count, switch: node.switch };
    case 'route': {
      const rules = node.rules.map((when, i) => ({
        ...(when && { when }),
        to: children.slice(i % children.length, (i % children.length) + node.count),
      }));
      return { type: node.kind, rules };
    }
    case 'random-access': {
      const last = children.at(-1);
      return { type: node.kind, ...(node.switch && last?.startsWith('i') && { finish: last }) };
    }
    default:
      return { type: node.kind };
  }
}

/**
 * A small course of any shapes nested in each other, with conditions, circular ones included, that may
 * name what does not exist.
 */
export const arbitraryCourse: fc.Arbitrary<Course> = fc
  .record({
    kind: sectionParts.kind,
    children: fc.array(shape, { minLength: 1, maxLength: 4 }),
    rules: sectionParts.rules,
    badges: fc.array(arbitraryCondition, { maxLength: 2 }),
    complete: fc.option(arbitraryCondition, { nil: undefined, freq: 1 }),
    evidence: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ kind, children, rules, badges, complete, evidence }) => {
    const nodes = nodesOf(children);
    const ids = nodes.map((node) => ('section' in node ? node.section.id : node.id));
    const root = { type: 'section', kind, count: 1, switch: false, rules, children: [] } as const;
    return courseOf(section('root', ruleOf(root, ids), nodes), {
      competencies: [{ id: 'c', title: 'C', mastery: 0.5, evidence }],
      badges: badges.map((when, i) => ({ id: `b${i}`, title: `B${i}`, when })),
      ...(complete && { complete }),
    });
  });

const submitted: fc.Arbitrary<Fact> = fc
  .record({
    item: leafId,
    earned: fc.integer({ min: 0, max: 4 }),
    attempt: fc.integer({ min: 1, max: 3 }),
    passed: fc.boolean(),
  })
  .map(({ item, earned, attempt, passed }) => ({
    type: 'submitted' as const,
    item,
    attempt,
    earned,
    possible: 4,
    ...(passed && { passed: true as const }),
    credits: Object.fromEntries([1, 2, 3, 4].map((n) => [`${item}#${n}`, n <= earned ? 1 : 0])),
  }));

const anythingElse: fc.Arbitrary<Fact> = fc.oneof(
  ...(['opened', 'viewed', 'marked', 'reviewed', 'unlocked', 'done'] as const).map((type) =>
    fc.record({ type: fc.constant(type), item: leafId }),
  ),
  fc.constant<Fact>({ type: 'mastered', competency: 'c' }),
  fc
    .record({
      item: leafId,
      earned: fc.integer({ min: 0, max: 4 }),
      of: fc.constantFrom('a:1', 'b:2', 'c:3', 'a:4'),
    })
    .map(({ item, earned, of }) => ({
      type: 'regraded' as const,
      item,
      credits: { [`${item}#1`]: 1 },
      attempt: { of, earned, possible: 4, ...(earned > 2 && { passed: true as const }) },
    })),
  fc
    .record({
      item: leafId,
      from: fc.integer({ min: 0, max: 9 }),
      length: fc.integer({ min: 0, max: 9 }),
      media: fc.constantFrom('v', 'w'),
      duration: fc.constantFrom(8, 10),
    })
    .map(({ item, from, length, media, duration }) => ({
      type: 'media' as const,
      item,
      media,
      from,
      to: from + length,
      duration,
    })),
  fc
    .record({ item: leafId, credit: mark, number: fc.integer({ min: 1, max: 5 }) })
    .map(({ item, credit, number }) => ({
      type: 'answered' as const,
      item,
      question: `${item}#${number}`,
      response: { type: 'single' as const, option: 'x' },
      credit,
    })),
  fc.record({
    type: fc.constant('chose' as const),
    section: fc.oneof(sectionId, fc.constant('root')),
    option: anyId,
  }),
  fc.record({
    type: fc.constant('routed' as const),
    section: fc.oneof(sectionId, fc.constant('root')),
    options: fc.array(anyId, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('awarded' as const), badge: fc.constantFrom('b0', 'b1', 'b9') }),
  fc.record({ type: fc.constant('finished' as const) }),
  fc.record({ type: fc.constant('aliased' as const), profile: fc.constantFrom('a', 'b', 'c', 'd') }),
);

const fact = fc.oneof({ weight: 2, arbitrary: anythingElse }, { weight: 1, arbitrary: submitted });

/** Events of up to three devices, each with its own name, on items that the course has or has not. */
export const arbitraryEvents: fc.Arbitrary<Event[]> = fc
  .array(fc.tuple(fact, fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 })), { maxLength: 40 })
  .map((list) => {
    const counters = new Map<string, number>();
    return list.map(([what, device, skip]) => {
      const n = (counters.get(device) ?? 0) + 1 + skip;
      counters.set(device, n);
      return { ...what, device, n, at: n };
    });
  });
