import type { Condition, Share } from '../src/model/condition.ts';
import type { Badge, Course, Item } from '../src/model/course.ts';
import type { Event, Fact } from '../src/model/events.ts';
import { nextOpen, replay, start, step, view } from '../src/path/index.ts';
import { courseOf, module, type Node, question, quiz, section } from '../test/path/build.ts';

/**
 * Pathways of any size for the benchmarks, always the same for the same size: units of about 33 modules and a quiz,
 * in six shapes, six units to a part, parts in turn linear, with hurdles, and free. Twelve rules of all kinds are spread
 * over the units; each reads the quiz of the unit before or its own, and some read each other.
 */
export interface PathwayOptions {
  /** Puts a quiz with two attempts and no word on what follows deep into an option that cannot be left. */
  readonly trap?: boolean;
}

/** What the rules of one unit add to it. */
interface Extras {
  /** Before the unit's own modules. */
  readonly before: Node[];
  /** After them, before the quiz. */
  readonly within: Node[];
  readonly after: Node[];
  quiz: Parameters<typeof quiz>[1];
}

interface Unit {
  readonly number: number;
  readonly modules: Node[];
  readonly quizId: string;
  /** The quiz of the unit before; the first unit has only its own. */
  readonly earlier: string;
  readonly extras: Extras;
}

type Rule = (
  unit: Unit,
  pathway: { readonly badges: Badge[]; readonly trap: boolean; points: number },
) => void;

const score = (of: string, bounds: { from?: Share; below?: Share }): Condition => ({
  type: 'score',
  quiz: of,
  ...bounds,
});
const few = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => module(`${name}-${i + 1}`));

/** The twelve rules, one of each kind. */
const RULES: readonly Rule[] = [
  // A remedial module for who failed, between the lessons and the next attempt.
  ({ number, quizId, extras }) =>
    extras.within.push(module(`remedial-${number}`, { when: { type: 'failed', quiz: quizId } })),
  // Three ways on by the score in the quiz before, which has to be passed with 60 %.
  ({ number, earlier, extras }) => {
    const ways = ['firm', 'middle', 'high'].map((name) => `${name}-${number}`);
    const [firm = '', middle = '', high = ''] = ways;
    const rules = [
      { when: score(earlier, { below: 0.8 }), to: [firm] },
      { when: score(earlier, { from: 1 }), to: [high] },
      { to: [middle] },
    ];
    extras.before.push(
      section(
        `levels-${number}`,
        { type: 'route', rules },
        ways.map((id) => section(id, { type: 'hurdles' }, few(id, 2))),
      ),
    );
  },
  // Two ways to choose from, for good, and something for the weaker ones of those who chose the first.
  ({ number, earlier, extras }, { trap }) => {
    const exit = trap ? {} : ({ exhausted: 'review' } as const);
    const review = trap ? [] : [`theory-${number}-1`];
    const exam = quiz(`theory-exam-${number}`, { pass: 0.6, attempts: 2, ...exit, review });
    extras.before.push(
      section(`choice-${number}`, { type: 'choose' }, [
        section(`practice-${number}`, { type: 'hurdles' }, few(`practice-${number}`, 2)),
        section(`theory-${number}`, { type: 'hurdles' }, [
          ...few(`theory-${number}`, 1),
          section(`theory-inner-${number}`, { type: 'linear' }, [
            section(`theory-core-${number}`, { type: 'hurdles' }, [exam]),
          ]),
        ]),
      ]),
      module(`repair-${number}`, {
        when: {
          type: 'all',
          of: [{ type: 'chosen', option: `practice-${number}` }, score(earlier, { below: 0.8 })],
        },
      }),
    );
    extras.after.push(
      section(
        `follow-up-${number}`,
        {
          type: 'route',
          rules: [
            { when: { type: 'chosen', option: `theory-${number}` }, to: [`applied-${number}`] },
            { to: [`background-${number}`] },
          ],
        },
        [module(`applied-${number}`), module(`background-${number}`)],
      ),
    );
  },
  // A round of two attempts; then something has to be gone through again.
  ({ number, modules, extras }) => {
    extras.within.push(module(`again-${number}`));
    extras.quiz = {
      ...extras.quiz,
      attempts: 2,
      exhausted: 'review',
      review: [idOf(modules[0]), `again-${number}`],
    };
  },
  // Whoever does not pass in three attempts goes on all the same, to a page of their own.
  ({ number, quizId, extras }) => {
    extras.quiz = { ...extras.quiz, attempts: 3, exhausted: 'continue' };
    extras.after.push(
      module(`bridge-${number}`, { when: { type: 'not', of: { type: 'passed', quiz: quizId } } }),
    );
  },
  // A badge for success or for trying, which a page asks for.
  ({ number, earlier, extras }, { badges }) => {
    const of: Condition[] = [
      { type: 'passed', quiz: earlier },
      { type: 'attempts', quiz: earlier, from: 3 },
    ];
    badges.push({ id: `badge-${number}`, title: `Badge ${number}`, when: { type: 'any', of } });
    extras.before.push(
      module(`reward-${number}`, { optional: true, requires: { type: 'badge', badge: `badge-${number}` } }),
    );
  },
  // Enough points, which everybody has who comes here in order.
  ({ number, modules, extras }, pathway) =>
    extras.before.push(
      module(`gate-${number}`, { requires: { type: 'points', from: Math.max(10, pathway.points / 2) } }),
      module(`prize-${number}`, {
        optional: true,
        requires: { type: 'points', from: pathway.points + 10 * modules.length },
      }),
    ),
  // Not for those who failed the quiz before.
  ({ number, earlier, extras }) =>
    extras.within.push(
      module(`enrichment-${number}`, {
        optional: true,
        when: { type: 'not', of: score(earlier, { below: 0.8 }) },
      }),
    ),
  // For those who needed more than one attempt before.
  ({ number, earlier, extras }) =>
    extras.before.push(module(`habits-${number}`, { when: { type: 'attempts', quiz: earlier, from: 2 } })),
  // Either way of showing it is enough.
  ({ number, modules, quizId, extras }) =>
    extras.after.push(
      module(`proof-${number}`, {
        requires: {
          type: 'any',
          of: [
            { type: 'completed', item: idOf(modules[0]) },
            { type: 'passed', quiz: quizId },
          ],
        },
      }),
    ),
  // For those who master the competency.
  ({ number, extras }) =>
    extras.after.push(
      module(`masters-${number}`, { optional: true, when: { type: 'mastered', competency: 'skill' } }),
    ),
  // A choice that can be changed, of which the weaker ones have to take two.
  ({ number, earlier, extras }) =>
    extras.before.push(
      section(`elective-${number}`, { type: 'choose', switch: true }, [
        module(`elective-${number}-a`),
        section(`elective-${number}-b`, { type: 'hurdles' }, few(`elective-${number}-b`, 2)),
      ]),
      module(`second-${number}`, {
        when: {
          type: 'all',
          of: [score(earlier, { below: 0.8 }), { type: 'chosen', option: `elective-${number}-a` }],
        },
      }),
    ),
];

function idOf(node: Node | undefined): string {
  if (!node) throw new Error('A unit has at least one module.');
  return 'section' in node ? node.section.id : node.id;
}

/**
 * A course of so many modules (from 10), those that the rules bring included, with three quizzes for each hundred, but at
 * least three, and twelve rules, or fewer where there are fewer than 100 modules.
 */
export function pathway(modules: number, options: PathwayOptions = {}): Course {
  const extra =
    build(modules, modules, options).items.filter(({ kind }) => kind === 'module').length - modules;
  return build(modules - extra, modules, options);
}

/** `own` is the number of modules without those that rules bring, `modules` the size that the form is made for. */
function build(own: number, modules: number, { trap = false }: PathwayOptions): Course {
  const count = Math.max(3, Math.round(modules * 0.029));
  const shared = { badges: [] as Badge[], trap, points: 0 };
  const units = Array.from({ length: count }, (_, number): Unit => {
    const from = Math.floor((own * number) / count);
    const to = Math.max(from + 1, Math.floor((own * (number + 1)) / count));
    const quizId = `quiz-${number}`;
    return {
      number,
      modules: Array.from({ length: to - from }, (_, i) => module(`module-${from + i}`)),
      quizId,
      earlier: number > 0 ? `quiz-${number - 1}` : quizId,
      extras: { before: [], within: [], after: [], quiz: { pass: 0.6 } },
    };
  });
  const last = Math.max(1, units.length - 1);
  const ruled = RULES.slice(0, Math.floor(modules / 8)).map((rule, i) => ({
    rule,
    number: 1 + Math.floor((i * last) / Math.min(RULES.length, Math.floor(modules / 8))),
  }));
  for (const unit of units) {
    for (const { rule, number } of ruled) if (number === unit.number) rule(unit, shared);
    shared.points += 10 * unit.modules.length;
  }
  const nodes = units.map(shapeOf);
  const parts: Node[] = [];
  for (let i = 0; i < nodes.length; i += 6) {
    const type = (['linear', 'hurdles', 'random-access'] as const)[(i / 6) % 3] ?? 'linear';
    parts.push(section(`part-${i / 6}`, { type }, nodes.slice(i, i + 6)));
  }
  const competencies = [{ id: 'skill', title: 'Skill', mastery: 0.8, evidence: 5 }];
  return courseOf(section('pathway', { type: 'linear' }, parts), { competencies, badges: shared.badges });
}

/** A unit as a section, in one of six shapes. */
function shapeOf({ number, modules, quizId, extras }: Unit): Node {
  const id = `unit-${number}`;
  const questions = [1, 2, 3, 4, 5].map((n) =>
    question(`${quizId}#q${n}`, { competencies: number < 6 ? ['skill'] : [] }),
  );
  const exam = quiz(quizId, { ...extras.quiz, questions });
  const { before, within, after } = extras;
  const third = Math.ceil(modules.length / 3);
  const thirds = [modules.slice(0, third), modules.slice(third, 2 * third), modules.slice(2 * third)];
  const parts = thirds.filter((some) => some.length > 0);
  const nested = (type: 'linear' | 'hurdles') =>
    parts.map((some, i) => section(`${id}-${i + 1}`, { type }, some));
  switch (number % 6) {
    case 0:
      return section(id, { type: 'hurdles' }, [...before, ...modules, ...within, exam, ...after]);
    case 1:
      return section(id, { type: 'linear' }, [
        ...before,
        section(`${id}-branches`, { type: 'static-branching' }, nested('hurdles')),
        section(`${id}-end`, { type: 'hurdles' }, [...within, exam]),
        ...after,
      ]);
    case 2:
      return section(id, { type: 'linear' }, [
        ...before,
        section(`${id}-free`, { type: 'random-access', finish: quizId }, [...modules, ...within, exam]),
        ...after,
      ]);
    case 3:
      return section(id, { type: 'hurdles' }, [
        ...before,
        section(`${id}-choice`, { type: 'choose', switch: true }, nested('linear')),
        ...within,
        exam,
        ...after,
      ]);
    case 4:
      return section(id, { type: 'linear' }, [...before, ...nested('linear'), ...within, exam, ...after]);
    default:
      return section(id, { type: 'hurdles' }, [
        ...before,
        section(`${id}-all`, { type: 'random-access' }, nested('linear')),
        ...within,
        exam,
        ...after,
      ]);
  }
}

/** How many modules, quizzes, sections, rules (conditions that stand somewhere) and badges a course has. */
export function describeCourse({ items, badges }: Course): string {
  const number = (kind: Item['kind']) => items.filter((item) => item.kind === kind).length;
  const rules = items.reduce((sum, item) => {
    const routes = item.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route';
    const policy = item.kind === 'quiz' && item.exhausted;
    return sum + [item.when, item.requires, routes, policy].filter(Boolean).length;
  }, badges.length);
  return `${number('module')} modules, ${number('quiz')} quizzes, ${number('section')} sections, ${rules} rules`;
}

/**
 * The events of a learner who goes on from page to page until `share` of the modules and quizzes are opened: every
 * second quiz is failed once. Deterministic.
 */
export function learnerAt(course: Course, share: Share): Event[] {
  const leaves = course.items.filter(({ kind }) => kind !== 'section');
  const events: Event[] = [];
  let state = start(course);
  let seen = view(course, state, 0);
  const record = (fact: Fact) => {
    const event: Event = { ...fact, device: 'a', n: events.length + 1, at: 0 };
    events.push(event);
    state = step(course, state, event);
  };
  let from: string | undefined;
  for (let opened = 0; opened < share * leaves.length; opened++) {
    const next = nextOpen(course, seen, from) ?? seen.next;
    const item = leaves.find(({ id }) => id === next);
    if (!item || item.kind === 'section') break;
    const own = seen.byId.get(item.id)?.quiz;
    from = item.id;
    record({ type: 'opened', item: item.id });
    if (item.kind === 'module') record({ type: 'viewed', item: item.id });
    else {
      const right = own?.submissions === 0 && opened % 2 === 0 ? 2 : 4;
      const credits = Object.fromEntries(item.questions.map(({ key }, i) => [key, i < right ? 1 : 0]));
      const possible = item.questions.length;
      record({ type: 'submitted', item: item.id, attempt: 1, earned: right, possible, credits });
    }
    seen = view(course, state, 0);
    for (const fact of seen.due) record(fact);
    if (seen.due.length > 0) seen = view(course, state, 0);
  }
  return events;
}

/** Plays a learner to the end, as a check that a course that should be sound can be finished. */
export function finishes(course: Course): boolean {
  return view(course, replay(course, learnerAt(course, 3)), 0).finished;
}
