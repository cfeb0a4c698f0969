import type { Condition } from '../model/condition.ts';
import type { Badge, Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/**
 * What some learner might reach. Generous where it does not look closely (scores, points, dates, `not` count as
 * possible), so that what it calls impossible is impossible for everyone.
 */
export interface Reach {
  opens(item: ItemId): boolean;
  clears(item: ItemId): boolean;
  holds(condition: Condition): boolean;
}

/**
 * Finds what can be reached as the least fixed point of the rules in pathway.md: nothing is open at first, and
 * each pass over the course opens what the passes before allow.
 */
export function reach(course: Course): Reach {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const badges = new Map(course.badges.map((badge) => [badge.id, badge]));
  const state: State = { items, badges, open: new Set(), cleared: new Set(), mastered: new Set() };
  const root = items.get(course.pathway);
  for (let before = -1; before !== size(state); ) {
    before = size(state);
    if (root !== undefined) walk(root, state);
  }
  return {
    opens: (id) => state.open.has(id),
    clears: (id) => state.cleared.has(id),
    holds: (condition) => holds(condition, state, new Set()),
  };
}

interface State {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly badges: ReadonlyMap<string, Badge>;
  readonly open: Set<ItemId>;
  readonly cleared: Set<ItemId>;
  /** Competencies of which a question can be seen. */
  readonly mastered: Set<string>;
}

function size({ open, cleared }: State): number {
  return open.size + cleared.size;
}

/** Visits an item whose place allows it. */
function walk(item: Item, state: State): void {
  if (item.when !== undefined && !holds(item.when, state, new Set())) return;
  if (item.requires !== undefined && !holds(item.requires, state, new Set())) return;
  state.open.add(item.id);
  if (item.kind === 'section') {
    walkChildren(item, state);
    if (sectionClears(item, state)) state.cleared.add(item.id);
    return;
  }
  state.cleared.add(item.id);
  for (const question of item.questions) {
    for (const competency of question.competencies) state.mastered.add(competency);
  }
}

function walkChildren(section: Section, state: State): void {
  const inOrder = section.type === 'linear' || section.type === 'hurdles';
  const routed = routedOptions(section, state);
  for (const child of childrenOf(section, state)) {
    if (routed !== undefined && !routed.has(child.id)) continue;
    walk(child, state);
    if (inOrder && always(child) && !state.cleared.has(child.id)) return;
  }
}

/** Undefined: any child may be entered. */
function routedOptions(section: Section, state: State): ReadonlySet<ItemId> | undefined {
  if (section.type !== 'dynamic-branching' || section.by.type !== 'route') return undefined;
  const rules = section.by.rules.filter(
    (rule) => rule.when === undefined || holds(rule.when, state, new Set()),
  );
  return new Set(rules.flatMap((rule) => rule.to));
}

function sectionClears(section: Section, state: State): boolean {
  const { cleared } = state;
  if (section.type === 'random-access' && section.finish !== undefined) return cleared.has(section.finish);
  if (section.type === 'dynamic-branching') {
    if (section.by.type === 'choose') {
      return section.children.filter((child) => cleared.has(child)).length >= section.by.count;
    }
    return section.by.rules.some(
      (rule) =>
        (rule.when === undefined || holds(rule.when, state, new Set())) &&
        rule.to.every((option) => cleared.has(option)),
    );
  }
  return childrenOf(section, state).every((child) => !always(child) || cleared.has(child.id));
}

function childrenOf(section: Section, { items }: State): Item[] {
  return section.children.flatMap((id) => items.get(id) ?? []);
}

/** Required of every learner who is in its section: without a `when` that could take it away. */
function always(item: Item): boolean {
  return !item.optional && item.when === undefined;
}

function holds(condition: Condition, state: State, asked: ReadonlySet<string>): boolean {
  switch (condition.type) {
    case 'all':
      return condition.of.every((part) => holds(part, state, asked));
    case 'any':
      return condition.of.some((part) => holds(part, state, asked));
    case 'completed':
      return state.cleared.has(condition.item);
    case 'passed': {
      const quiz = state.items.get(condition.quiz);
      return state.open.has(condition.quiz) && quiz?.kind === 'quiz' && quiz.pass !== undefined;
    }
    case 'failed':
    case 'score':
    case 'attempts':
      return state.open.has(condition.quiz);
    case 'chosen':
      return state.open.has(condition.option);
    case 'mastered':
      return state.mastered.has(condition.competency);
    case 'badge': {
      const badge = state.badges.get(condition.badge);
      if (badge === undefined || asked.has(badge.id)) return false;
      return holds(badge.when, state, new Set([...asked, badge.id]));
    }
    case 'not':
    case 'points':
    case 'after':
    case 'before':
      return true;
  }
}
