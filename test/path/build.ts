import type { Condition } from '../../src/model/condition.ts';
import type {
  Badge,
  Competency,
  Course,
  Item,
  Module,
  QuestionRef,
  Quiz,
  Section,
} from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { replay, type View, view } from '../../src/path/index.ts';

/** An item without its place in the course; `courseOf` fills in parents and children. */
export type Node =
  | Omit<Module, 'parent'>
  | Omit<Quiz, 'parent'>
  | { section: Section; nodes: readonly Node[] };

interface Common {
  optional?: boolean;
  when?: Condition;
  requires?: Condition;
  points?: number;
  minutes?: number;
}

function base(id: string, { optional = false, when, requires, points, minutes = 5 }: Common, usual: number) {
  return {
    id,
    title: id.toUpperCase(),
    optional,
    minutes,
    points: points ?? usual,
    ...(when && { when }),
    ...(requires && { requires }),
  };
}

export function question(key: string, rest: Partial<QuestionRef> = {}): QuestionRef {
  return { key, points: 1, competencies: [], outcomes: [0, 1], ...rest };
}

export function module(id: string, rest: Common & Partial<Pick<Module, 'done' | 'questions'>> = {}): Node {
  const { done = { type: 'view' }, questions = [], ...common } = rest;
  return { kind: 'module', ...base(id, common, 10), done, questions, href: `modules/${id}.html` };
}

export function quiz(
  id: string,
  rest: Common &
    Partial<
      Pick<Quiz, 'pass' | 'attempts' | 'exhausted' | 'review' | 'questions' | 'draws' | 'settings'>
    > = {},
): Node {
  const { pass, attempts, exhausted, review = [], questions, draws, settings, ...common } = rest;
  return {
    kind: 'quiz',
    ...base(id, common, 20),
    ...(pass !== undefined && { pass }),
    ...(attempts !== undefined && { attempts }),
    ...(exhausted && { exhausted }),
    ...(draws && { draws }),
    ...(settings && { settings }),
    review,
    questions: questions ?? [0, 1, 2, 3, 4].map((n) => question(`${id}#q${n}`)),
    href: `quizzes/${id}.html`,
  };
}

type Rule =
  | { type: 'linear' | 'hurdles'; autoplay?: boolean }
  | { type: 'random-access'; finish?: string }
  | { type: 'static-branching' }
  | { type: 'choose'; count?: number; switch?: boolean }
  | { type: 'route'; rules: readonly { when?: Condition; to: readonly string[] }[] };

export function section(id: string, rule: Rule, nodes: readonly Node[], common: Common = {}): Node {
  const shared = {
    kind: 'section' as const,
    ...base(id, { minutes: 0, ...common }, 0),
    children: nodes.map((node) => ('section' in node ? node.section.id : node.id)),
  };
  return { section: sectionOf(shared, rule), nodes };
}

function sectionOf(shared: Omit<Section, 'type' | 'autoplay' | 'finish' | 'by'>, rule: Rule): Section {
  switch (rule.type) {
    case 'linear':
    case 'hurdles':
      return { ...shared, type: rule.type, autoplay: rule.autoplay ?? false };
    case 'random-access':
      return { ...shared, type: rule.type, ...(rule.finish !== undefined && { finish: rule.finish }) };
    case 'static-branching':
      return { ...shared, type: rule.type };
    case 'choose':
      return {
        ...shared,
        type: 'dynamic-branching',
        by: { type: 'choose', count: rule.count ?? 1, switch: rule.switch ?? false },
      };
    case 'route':
      return { ...shared, type: 'dynamic-branching', by: { type: 'route', rules: rule.rules } };
  }
}

/** A course around a pathway, with items in reading order. */
export function courseOf(
  pathway: Node,
  rest: { competencies?: Competency[]; badges?: Badge[]; complete?: Condition } = {},
): Course {
  const items: Item[] = [];
  const add = (node: Node, parent: string | undefined): void => {
    const item = 'section' in node ? node.section : node;
    items.push({ ...item, ...(parent !== undefined && { parent }) });
    if ('section' in node) for (const child of node.nodes) add(child, node.section.id);
  };
  add(pathway, undefined);
  return {
    format: 1,
    id: 'test',
    title: 'Test',
    language: 'en',
    pathway: items[0]?.id ?? '',
    items,
    competencies: rest.competencies ?? [],
    badges: rest.badges ?? [],
    ...(rest.complete && { complete: rest.complete }),
  };
}

/** Facts as the events of one device. */
export function events(facts: readonly Fact[], device = 'a', from = 1): Event[] {
  return facts.map((fact, i) => ({ ...fact, device, n: from + i, at: 0 }));
}

/**
 * Facts in short: `m` opened and finished module m; `>m` opened it; `q=3/5` submitted quiz q; `*q` an unlock
 * code; `~m` reviewed m; `!m` marked m.
 */
export function facts(story: string): Fact[] {
  const attempts = new Map<string, number>();
  return story
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word): Fact[] => {
      const item = word.slice(1);
      if (word.startsWith('>')) return [{ type: 'opened', item }];
      if (word.startsWith('*')) return [{ type: 'unlocked', item }];
      if (word.startsWith('~')) return [{ type: 'reviewed', item }];
      if (word.startsWith('!')) return [{ type: 'marked', item }];
      const [id = '', result] = word.split('=');
      if (result === undefined)
        return [
          { type: 'opened', item: id },
          { type: 'viewed', item: id },
        ];
      const [earned = 0, possible = 0] = result.split('/').map(Number);
      const attempt = (attempts.get(id) ?? 0) + 1;
      attempts.set(id, attempt);
      return [{ type: 'submitted', item: id, attempt, earned, possible, credits: {} }];
    });
}

/** The view after a story of one device. */
export function viewAfter(course: Course, story: string, now = 0): View {
  return view(course, replay(course, events(facts(story))), now);
}

/** Statuses in short, in course order: `m1:done m2:open q:locked`; sections included. */
export function statuses(found: View): string {
  return found.items.map(({ id, status }) => `${id}:${status}`).join(' ');
}
