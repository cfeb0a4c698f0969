import type { LoadedCourse } from '../load/loaded.ts';
import type { Condition } from '../model/condition.ts';
import type { Course, Item, RouteRule, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { type Lookup, lookup, rulesOf } from '../path/lookup.ts';
import { type DateWords, titled, whoever } from './learners.ts';
import type { Note, NoteType } from './types.ts';
import { type Use, usesIn } from './uses.ts';

/** What every topic needs to know. */
export interface Context {
  readonly course: Course;
  readonly loaded: LoadedCourse;
  readonly index: Lookup;
  readonly uses: readonly Use[];
  readonly date: DateWords;
  item(id: ItemId): Item | undefined;
  parent(item: Item): Section | undefined;
  /** The item and the sections around it, from the inside out, without the pathway. */
  around(item: Item): Item[];
  title(id: ItemId): string;
  who(condition: Condition): string;
  span(node: object, field?: string): Span | undefined;
}

export function contextOf(course: Course, loaded: LoadedCourse, date: DateWords): Context {
  const index = lookup(course);
  const item = (id: ItemId) => course.items[index.at.get(id) ?? -1];
  const parent = (child: Item) => {
    const found = child.parent === undefined ? undefined : item(child.parent);
    return found?.kind === 'section' ? found : undefined;
  };
  return {
    course,
    loaded,
    index,
    uses: usesIn(course),
    date,
    item,
    parent,
    around(inner) {
      const found: Item[] = [];
      for (let each: Item | undefined = inner; each && each.id !== course.pathway; each = parent(each))
        found.push(each);
      return found;
    },
    title: (id) => titled(course, id),
    who: (condition) => whoever(course, condition, date),
    span: (node, field) => loaded.spans.of(node, field),
  };
}

/** A note; what is undefined is left out. */
export function note(
  type: NoteType,
  text: string,
  rest: {
    readonly items?: readonly ItemId[];
    readonly condition?: Condition | undefined;
    readonly span?: Span | undefined;
  } = {},
): Note {
  const { items = [], condition, span } = rest;
  return { type, text, items, ...(condition && { condition }), ...(span && { span }) };
}

/** The rules of a section that are read, up to the first that always holds. */
export function rulesRead(section: Item | undefined): readonly RouteRule[] {
  const rules = rulesOf(section) ?? [];
  const last = rules.findIndex(({ when }) => !when);
  return last < 0 ? rules : rules.slice(0, last + 1);
}

/** How many options of a section the learner chooses; undefined where nothing is chosen. */
export function choiceOf(section: Item | undefined): { count: number; switch: boolean } | undefined {
  if (section?.kind !== 'section' || section.type !== 'dynamic-branching') return undefined;
  return section.by.type === 'choose' ? section.by : undefined;
}

export function isOrdered(section: Item | undefined): boolean {
  return section?.kind === 'section' && (section.type === 'linear' || section.type === 'hurdles');
}

/** Handing a quiz in is enough there, whatever its pass mark. */
export function isFree(section: Section | undefined, quiz: ItemId): boolean {
  return section?.type === 'linear' || (section?.type === 'random-access' && section.finish !== quiz);
}
