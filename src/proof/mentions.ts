import type { Condition } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { leaves, rulesOf } from '../path/lookup.ts';

/** How a quantity that adds up is looked at: `rising` when more of it can only open more. */
export type Reading = 'none' | 'rising' | 'any';

/** What the conditions of a course look at. */
export interface Mentions {
  /** Items that some condition names, in whatever way. */
  readonly items: ReadonlySet<ItemId>;
  /** Items of which something is named that may hold for a while only, or in a way in which holding may harm. */
  readonly wavering: ReadonlySet<ItemId>;
  readonly badges: ReadonlySet<string>;
  readonly points: Reading;
  readonly competencies: ReadonlyMap<string, Exclude<Reading, 'none'>>;
  readonly hasDates: boolean;
}

interface Context {
  readonly condition: Condition;
  /** Whether it only helps, for all that matters, when the condition holds. */
  readonly isRising: boolean;
}

function* itemContexts(course: Course): Generator<Context> {
  for (const item of course.items) {
    if (item.requires) yield { condition: item.requires, isRising: true };
    // What appears and is required stands in somebody's way.
    if (item.when) yield { condition: item.when, isRising: item.optional };
    for (const { when } of rulesOf(item) ?? []) if (when) yield { condition: when, isRising: false };
  }
}

function* contexts(course: Course): Generator<Context> {
  const { badges, complete, certificate } = course;
  yield* itemContexts(course);
  const mixed = new Set<string>();
  // A badge that another badge looks at may be looked at in any way.
  const looks = [
    ...itemContexts(course),
    ...badges.map(({ when }) => ({ condition: when, isRising: false })),
  ];
  for (const { condition, isRising } of looks) {
    for (const leaf of leaves(condition))
      if (leaf.type === 'badge' && (!isRising || hasNot(condition))) mixed.add(leaf.badge);
  }
  for (const { id, when } of badges) yield { condition: when, isRising: !mixed.has(id) };
  if (complete) yield { condition: complete, isRising: true };
  if (certificate?.when) yield { condition: certificate.when, isRising: true };
}

function hasNot(condition: Condition): boolean {
  switch (condition.type) {
    case 'not':
      return true;
    case 'all':
    case 'any':
      return condition.of.some(hasNot);
    default:
      return false;
  }
}

/** Collects what the conditions of a course look at. */
export function mentionsOf(course: Course): Mentions {
  const items = new Set<ItemId>();
  const wavering = new Set<ItemId>();
  const badges = new Set<string>();
  const competencies = new Map<string, Exclude<Reading, 'none'>>();
  let points: Reading = 'none';
  let hasDates = false;
  for (const { condition, isRising } of contexts(course)) {
    const reading = isRising && !hasNot(condition) ? 'rising' : 'any';
    for (const leaf of leaves(condition)) {
      const isWavering = leaf.type === 'failed' || (leaf.type === 'score' && leaf.below !== undefined);
      if ('quiz' in leaf && (reading === 'any' || isWavering)) wavering.add(leaf.quiz);
      switch (leaf.type) {
        case 'completed':
          items.add(leaf.item);
          break;
        case 'passed':
        case 'failed':
        case 'score':
        case 'attempts':
          items.add(leaf.quiz);
          break;
        case 'chosen':
          items.add(leaf.option);
          break;
        case 'mastered':
          if (competencies.get(leaf.competency) !== 'any') competencies.set(leaf.competency, reading);
          break;
        case 'points':
          if (points !== 'any') points = reading;
          break;
        case 'badge':
          badges.add(leaf.badge);
          break;
        case 'after':
        case 'before':
          hasDates = true;
      }
    }
  }
  return { items, wavering, badges, points, competencies, hasDates };
}
