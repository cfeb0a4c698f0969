import type { Condition, Instant } from '../model/condition.ts';
import type { Badge, Competency, Course, Item, Quiz, RouteRule, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** One item with its links as places in `Course.items`, so that the engine never searches. */
export interface Node {
  readonly at: number;
  readonly item: Item;
  /** -1 for the pathway, and for an item that no section holds. */
  readonly parent: number;
  /** In reading order. */
  readonly children: number[];
  /** What the engine asks most, here because items come in many forms and nodes in one, which is faster. */
  readonly section: Section | undefined;
  readonly quiz: Quiz | undefined;
  readonly optional: boolean;
  readonly when: Condition | undefined;
  readonly requires: Condition | undefined;
  /** Place of each question among the item's own. */
  readonly questions: ReadonlyMap<string, number>;
  /** A quiz: the items to be done again after a failure. */
  readonly review: readonly number[];
  /** A dynamic section that sends learners on by rules. */
  readonly rules: readonly RouteRule[] | undefined;
  /** Some quiz sends learners back to this item. */
  reviewed: boolean;
}

/** A competency, with its place in the course and the questions that feed it: their items, and their places in these. */
export interface Tagged {
  readonly at: number;
  readonly competency: Competency;
  readonly questions: { readonly item: number; readonly place: number; readonly points: number }[];
}

/** A course made ready for fast questions. */
export interface Lookup {
  readonly course: Course;
  readonly nodes: readonly Node[];
  readonly at: ReadonlyMap<ItemId, number>;
  /** -1 when the course has no usable pathway. */
  readonly root: number;
  readonly competencies: ReadonlyMap<string, Tagged>;
  readonly badges: ReadonlyMap<string, Badge>;
  /** The instants that date conditions name, ascending. */
  readonly dates: readonly Instant[];
}

const known = new WeakMap<Course, Lookup>();

/** The lookup tables of a course, made once for each `Course` object. Dangling references are left out. */
export function lookup(course: Course): Lookup {
  let found = known.get(course);
  if (!found) {
    found = build(course);
    known.set(course, found);
  }
  return found;
}

function build(course: Course): Lookup {
  const at = new Map(course.items.map((item, i) => [item.id, i]));
  const competencies = new Map(
    course.competencies.map((competency, at): [string, Tagged] => [
      competency.id,
      { at, competency, questions: [] },
    ]),
  );
  const nodes = course.items.map((item, i): Node => {
    const questions = item.kind === 'section' ? [] : item.questions;
    questions.forEach((question, place) => {
      for (const id of question.competencies)
        competencies.get(id)?.questions.push({ item: i, place, points: question.points });
    });
    const quiz = item.kind === 'quiz' ? item : undefined;
    // Parents stand before their children; anything else would be a ring.
    const parent = at.get(item.parent ?? '') ?? -1;
    return {
      at: i,
      item,
      parent: parent < i ? parent : -1,
      children: [],
      section: item.kind === 'section' ? item : undefined,
      quiz,
      optional: item.optional,
      when: item.when,
      requires: item.requires,
      questions: new Map(questions.map((question, place) => [question.key, place])),
      // A section has no end to go on from, so only modules and quizzes can be done again.
      review: (quiz?.review ?? [])
        .flatMap((id) => at.get(id) ?? [])
        .filter((place) => place !== i && course.items[place]?.kind !== 'section'),
      rules: rulesOf(item),
      reviewed: false,
    };
  });
  for (const node of nodes) {
    nodes[node.parent]?.children.push(node.at);
    for (const place of node.review) {
      const target = nodes[place];
      if (target) target.reviewed = true;
    }
  }
  return {
    course,
    nodes,
    at,
    root: at.get(course.pathway) ?? -1,
    competencies,
    badges: new Map(course.badges.map((badge) => [badge.id, badge])),
    dates: conditionsOf(course)
      .flatMap(leaves)
      .flatMap((leaf) => ('at' in leaf ? leaf.at : []))
      .sort((a, b) => a - b),
  };
}

/** Every condition of a course; undefined in the place of those that it could have and has not. */
export function conditionsOf(course: Course): (Condition | undefined)[] {
  return [
    course.complete,
    course.certificate?.when,
    ...course.badges.map((badge) => badge.when),
    ...course.items.flatMap((item) => [
      item.when,
      item.requires,
      ...(rulesOf(item) ?? []).map((rule) => rule.when),
    ]),
  ];
}

/** The rules of a section that sends learners on by rules; undefined for anything else. */
export function rulesOf(item: Item | undefined): readonly RouteRule[] | undefined {
  return item?.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route'
    ? item.by.rules
    : undefined;
}

/** A condition that is not made of others. */
export type Leaf = Exclude<Condition, { type: 'all' | 'any' | 'not' }>;

/** The parts of a condition that are not made of others. */
export function leaves(condition: Condition | undefined): Leaf[] {
  if (!condition) return [];
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leaves);
    case 'not':
      return leaves(condition.of);
    default:
      return [condition];
  }
}

/** The item that a condition itself names, not in its parts; undefined where it names none. */
export function itemNamed(leaf: Condition): ItemId | undefined {
  if ('quiz' in leaf) return leaf.quiz;
  if ('item' in leaf) return leaf.item;
  return 'option' in leaf ? leaf.option : undefined;
}
