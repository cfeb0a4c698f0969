import type { Condition } from '../model/condition.ts';
import type { Course, Item, Section } from '../model/course.ts';
import { count } from '../model/quantities.ts';
import { ways } from '../path/index.ts';
import { leaves } from '../path/lookup.ts';
import { note } from './context.ts';
import type { Note } from './types.ts';

/** Where a condition asks for points: how many there are to be had, to judge it by. */
export function pointsToHave(course: Course, condition: Condition | undefined): Note[] {
  if (!leaves(condition).some(({ type }) => type === 'points')) return [];
  const { least, most } = pointsOf(course);
  return [
    note(
      'points',
      `Who finishes the course has at least ${count(least, 'point')}; nobody can have more than ${most}.`,
    ),
  ];
}

/** The least points of a learner who has finished, never too many, and the most that one learner can earn, never too few. */
export function pointsOf(course: Course): { readonly least: number; readonly most: number } {
  // Points add up along the ways as minutes do, with some differences.
  const weighed = (change: (section: Section) => Section): Item[] =>
    course.items.map((item) => (item.kind === 'section' ? change(item) : { ...item, minutes: item.points }));
  const certain: Course = {
    ...course,
    ...(course.complete && { complete: coming(course.complete) }),
    items: weighed((section) => {
      if (section.type !== 'dynamic-branching' || section.by.type !== 'route') return section;
      const rules = section.by.rules.map(({ to, when }) => ({ to, ...(when && { when: coming(when) }) }));
      // Where no rule holds, learners go on without any option.
      return { ...section, by: { ...section.by, rules: [...rules, { to: [] }] } };
    }).map(({ when, requires, ...item }) => ({
      ...item,
      ...(when && { when: coming(when) }),
      ...(requires && { requires: coming(requires) }),
    })),
  };
  const everything: Course = {
    ...course,
    items: weighed((section) => {
      if (section.type !== 'dynamic-branching' || section.by.type !== 'choose' || !section.by.switch)
        return section;
      // Who may switch can finish every option.
      return { ...section, by: { ...section.by, count: section.children.length } };
    }),
  };
  return { least: ways(certain).course.least, most: ways(everything).of(course.pathway).most };
}

/** A condition with what it asks of a quiz replaced by coming to it, unless it asks to pass: a try earns no points. */
function coming(condition: Condition): Condition {
  switch (condition.type) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(coming) };
    case 'failed':
    case 'score':
    case 'attempts':
      return { type: 'chosen', option: condition.quiz };
    default:
      return condition;
  }
}
