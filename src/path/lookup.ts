import type { Condition, Instant } from '../model/condition.ts';
import type { Badge, Competency, Course, Item, RouteRule } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** One item with its links as places in `Course.items`, so that the engine never searches. */
export interface Node {
  readonly at: number;
  readonly item: Item;
  /** -1 for the pathway, and for an item that no section holds. */
  readonly parent: number;
  /** In reading order. */
  readonly children: number[];
  /** Place of each question among the item's own. */
  readonly questions: ReadonlyMap<string, number>;
  /** A quiz: the items to be done again after a failure. */
  readonly review: readonly number[];
  /** A dynamic section that sends learners on by rules. */
  readonly rules: readonly RouteRule[] | undefined;
  /** Some quiz sends learners back to this item. */
  reviewed: boolean;
}

/** A competency with the questions that feed it: their items, and their places in these. */
export interface Tagged {
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
  /**
   * Every place, those that others wait for first. Asking in this order keeps the engine's recursion
   * shallow, however long a chain of conditions is.
   */
  readonly order: readonly number[];
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
    course.competencies.map((competency): [string, Tagged] => [competency.id, { competency, questions: [] }]),
  );
  const nodes = course.items.map((item, i): Node => {
    const questions = item.kind === 'section' ? [] : item.questions;
    questions.forEach((question, place) => {
      for (const id of question.competencies)
        competencies.get(id)?.questions.push({ item: i, place, points: question.points });
    });
    // Parents stand before their children; anything else would be a ring.
    const parent = at.get(item.parent ?? '') ?? -1;
    return {
      at: i,
      item,
      parent: parent < i ? parent : -1,
      children: [],
      questions: new Map(questions.map((question, place) => [question.key, place])),
      // A section has no end to go on from, so only modules and quizzes can be done again.
      review:
        item.kind === 'quiz'
          ? item.review
              .flatMap((id) => at.get(id) ?? [])
              .filter((place) => place !== i && course.items[place]?.kind !== 'section')
          : [],
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
    order: waitingOrder(course, nodes, at),
    dates: [
      course.complete,
      ...course.badges.map((badge) => badge.when),
      ...course.items.flatMap(ownConditions),
    ]
      .flatMap(leaves)
      .flatMap((leaf) => ('at' in leaf ? leaf.at : []))
      .sort((a, b) => a - b),
  };
}

/** Depth first without recursion: after its children and what its own and its parents' conditions name. */
function waitingOrder(course: Course, nodes: readonly Node[], at: ReadonlyMap<ItemId, number>): number[] {
  const badges = new Map(course.badges.map((badge) => [badge.id, mentions(badge.when)]));
  const gates = nodes.map(({ item }) => ownConditions(item).flatMap(mentions));
  const order: number[] = [];
  const entered = new Set<number>();
  for (const { at: start } of nodes) {
    // A place that is met again after what it waits for: -1 - place.
    const stack = [start];
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      if (place < 0) {
        order.push(-1 - place);
        continue;
      }
      if (entered.has(place)) continue;
      entered.add(place);
      stack.push(-1 - place);
      for (const child of nodes[place]?.children ?? []) stack.push(child);
      for (let up = place; up >= 0; up = nodes[up]?.parent ?? -1)
        for (const mention of gates[up] ?? [])
          for (const id of badges.get(mention) ?? [mention]) stack.push(at.get(id) ?? place);
    }
  }
  return order;
}

/** The ids of items and badges that a condition asks about; the rest is read off the state. */
function mentions(condition: Condition | undefined): string[] {
  return leaves(condition).flatMap((leaf) =>
    leaf.type === 'completed' ? leaf.item : leaf.type === 'badge' ? leaf.badge : [],
  );
}

/** What decides whether an item is there, opens, and where it sends learners. */
function ownConditions(item: Item): (Condition | undefined)[] {
  return [item.when, item.requires, ...(rulesOf(item) ?? []).map((rule) => rule.when)];
}

function rulesOf(item: Item): readonly RouteRule[] | undefined {
  return item.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route'
    ? item.by.rules
    : undefined;
}

/** The parts of a condition that are not made of others. */
function leaves(condition: Condition | undefined): Condition[] {
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
