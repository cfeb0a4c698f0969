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

/** Visits of items, after which everything counts as possible: a hostile course needs as many passes as items. */
const BUDGET = 5_000_000;

/**
 * Finds what can be reached as the least fixed point of the rules in pathway.md: nothing is open at first, and
 * each pass over the course opens what the passes before allow.
 */
export function reach(course: Course): Reach {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const badges = new Map(course.badges.map((badge) => [badge.id, badge]));
  const state: State = {
    items,
    badges,
    open: new Set(),
    cleared: new Set(),
    offered: new Set(),
    seen: new Set(),
  };
  const root = items.get(course.pathway);
  let work = 0;
  for (let before = -1; before !== size(state) && work <= BUDGET; work += course.items.length) {
    before = size(state);
    if (root !== undefined) walk(root, state);
  }
  if (work > BUDGET) return { opens: () => true, clears: () => true, holds: () => true };
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
  /** Options that can be chosen, or named by a route. */
  readonly offered: Set<ItemId>;
  /** Competencies of which a question can be seen. */
  readonly seen: Set<string>;
}

function size({ open, cleared, offered, seen }: State): number {
  return open.size + cleared.size + offered.size + seen.size;
}

/** Visits an item whose place allows it. */
function walk(item: Item, state: State): void {
  if (!given(item.when, state) || !given(item.requires, state)) return;
  state.open.add(item.id);
  if (item.kind === 'section') {
    walkChildren(item, state);
    if (sectionClears(item, state)) state.cleared.add(item.id);
    return;
  }
  state.cleared.add(item.id);
  for (const question of item.questions) {
    for (const competency of question.competencies) state.seen.add(competency);
  }
}

function walkChildren(section: Section, state: State): void {
  const inOrder = section.type === 'linear' || section.type === 'hurdles';
  const routed = routedOptions(section, state);
  for (const child of childrenOf(section, state)) {
    if (routed !== undefined && !routed.has(child.id)) continue;
    state.offered.add(child.id);
    walk(child, state);
    if (inOrder && always(child, state) && !state.cleared.has(child.id)) return;
  }
}

/** Undefined: any child may be entered. */
function routedOptions(section: Section, state: State): ReadonlySet<ItemId> | undefined {
  if (section.type !== 'dynamic-branching' || section.by.type !== 'route') return undefined;
  const rules = section.by.rules.filter((rule) => given(rule.when, state));
  return new Set(rules.flatMap((rule) => rule.to));
}

function sectionClears(section: Section, state: State): boolean {
  const children = childrenOf(section, state);
  const done = (child: Item) => !always(child, state) || state.cleared.has(child.id);
  switch (section.type) {
    case 'linear':
    case 'hurdles':
    case 'static-branching':
      return children.every(done);
    case 'random-access': {
      const finish = section.finish === undefined ? undefined : state.items.get(section.finish);
      if (finish === undefined) return children.every(done);
      // A finishing quiz that is not there is not waited for.
      return state.cleared.has(finish.id) || (!isThere(finish, state) && children.every(done));
    }
    case 'dynamic-branching': {
      const { by } = section;
      if (by.type === 'route') {
        const possible = by.rules.filter((rule) => given(rule.when, state));
        return possible.some((rule) => children.filter(({ id }) => rule.to.includes(id)).every(done));
      }
      const needed = Math.min(by.count, children.filter((child) => isThere(child, state)).length);
      return children.filter((child) => state.cleared.has(child.id)).length >= needed;
    }
  }
}

function childrenOf(section: Section, { items }: State): Item[] {
  return section.children.flatMap((id) => items.get(id) ?? []);
}

/** Required of every learner who is in its section. */
function always(item: Item, state: State): boolean {
  return !item.optional && isThere(item, state);
}

/** There for every learner: no `when` could take it away, nor leave a section empty. */
function isThere(item: Item, state: State): boolean {
  if (item.when !== undefined) return false;
  if (item.kind !== 'section') return true;
  if (item.type === 'dynamic-branching' && item.by.type === 'route') return false;
  return childrenOf(item, state).some((child) => isThere(child, state));
}

function given(condition: Condition | undefined, state: State): boolean {
  return condition === undefined || holds(condition, state, new Set());
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
      return state.offered.has(condition.option);
    case 'mastered':
      return state.seen.has(condition.competency);
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
