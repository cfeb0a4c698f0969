import type { Course, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { describeCondition, type Words } from '../path/index.ts';

/** One rule of a route as far as it leads to one option. */
export interface Route {
  readonly option: ItemId;
  /** The rule's condition in words, or `otherwise`. */
  readonly words: string;
}

/** Where the rules of a section lead, in their order; none for sections without a route. */
export function routesOf(course: Course, section: Section, english: Words): Route[] {
  if (section.type !== 'dynamic-branching' || section.by.type !== 'route') return [];
  return section.by.rules.flatMap(({ when, to }) => {
    const words = when ? `if ${describeCondition(course, when, english)}` : 'otherwise';
    return [...new Set(to)].map((option) => ({ option, words }));
  });
}

/** The rules that lead to each option, in words. */
export function routesByOption(course: Course, english: Words): ReadonlyMap<ItemId, readonly string[]> {
  const found = new Map<ItemId, string[]>();
  for (const section of course.items) {
    if (section.kind !== 'section') continue;
    for (const { option, words } of routesOf(course, section, english)) {
      const known = found.get(option);
      if (known === undefined) found.set(option, [words]);
      else known.push(words);
    }
  }
  return found;
}
