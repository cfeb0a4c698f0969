import type { Course, Item, Quiz } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { reaches } from '../path/attempts.ts';
import { type Lookup, lookup } from '../path/index.ts';
import { crossings } from './crossings.ts';
import { type Mentions, mentionsOf } from './mentions.ts';
import { bestOutcome } from './scores.ts';
import { itemsOf, standIn, type Tree, treeOf, within } from './tree.ts';

/** A smaller course in which learners get stuck exactly where they get stuck in the whole one. */
export interface Slice {
  readonly course: Course;
  /** What else is done whenever an item of the small course is done, in that order. */
  readonly groups: ReadonlyMap<ItemId, readonly ItemId[]>;
  /** Items that stand in the small course as a module, whatever they are. */
  readonly standIns: ReadonlySet<ItemId>;
  /** Whether doing an item means doing what is optional in it as well, since its points may be needed. */
  readonly isThorough: boolean;
  /** What else is open whenever an item of the small course is, and is left aside. */
  readonly alike: ReadonlyMap<ItemId, readonly ItemId[]>;
}

/** What is looked at besides what conditions name. */
export interface Watched {
  readonly items?: readonly ItemId[];
  readonly competencies?: readonly string[];
}

/** What of a section that looks at nothing outside, and that nobody looks into, is known from a proof of its own. */
export type Inside = 'always cleared' | 'unknown';

/**
 * Takes together what learners do in one go and nobody tells apart: runs of items without conditions that no
 * condition names and that everybody can clear, and whole sections of such items. `inside` is asked about sections
 * with conditions of their own; it gets the section as a course.
 */
export function sliceOf(course: Course, inside: (section: Course) => Inside, watched: Watched = {}): Slice {
  const tree = treeOf(course);
  if (!tree) return { course, groups: new Map(), alike: new Map(), standIns: new Set(), isThorough: false };
  const cut = new Cut(course, mentionsOf(course), inside, watched);
  const { item, children } = cut.shrink(tree);
  const small = { item, children };
  return {
    course: { ...course, items: itemsOf(small) },
    groups: cut.groups,
    alike: cut.alike,
    standIns: cut.standIns,
    isThorough: cut.isThorough,
  };
}

/** Notes that an item stands for another one, and for all that this one stands for. */
function join(groups: Map<ItemId, readonly ItemId[]>, main: ItemId, other: ItemId): void {
  groups.set(main, [...(groups.get(main) ?? []), other, ...(groups.get(other) ?? [])]);
  groups.delete(other);
}

class Cut {
  readonly groups = new Map<ItemId, readonly ItemId[]>();
  readonly alike = new Map<ItemId, readonly ItemId[]>();
  readonly standIns = new Set<ItemId>();
  readonly isThorough: boolean;
  private readonly course: Course;
  private readonly mentions: Mentions;
  private readonly inside: (section: Course) => Inside;
  private readonly index: Lookup;
  /** Items that feed a competency that is looked at. */
  private readonly fed = new Set<ItemId>();
  /** Items that a quiz which is kept as it is sends back to. */
  private readonly reviewed = new Set<ItemId>();
  private readonly plainQuizzes = new Set<ItemId>();
  private readonly lookedInto: ReadonlySet<ItemId>;
  private readonly looksOut: ReadonlySet<ItemId>;

  constructor(
    course: Course,
    mentions: Mentions,
    inside: (section: Course) => Inside,
    { items = [], competencies: known = [] }: Watched,
  ) {
    this.course = course;
    this.mentions = { ...mentions, items: new Set([...mentions.items, ...items]) };
    this.inside = inside;
    this.isThorough = mentions.points !== 'none';
    this.index = lookup(course);
    for (const item of course.items) {
      if (item.kind === 'section') continue;
      if (
        item.questions.some(({ competencies }) =>
          competencies.some((id) => mentions.competencies.has(id) || known.includes(id)),
        )
      )
        this.fed.add(item.id);
    }
    for (const item of course.items) {
      if (item.kind !== 'quiz') continue;
      if (this.isPlainQuiz(item)) this.plainQuizzes.add(item.id);
      else for (const id of item.review) this.reviewed.add(id);
    }
    const { lookedInto, looksOut } = crossings(
      course,
      [...this.fed, ...items],
      (quiz) => !this.plainQuizzes.has(quiz),
    );
    this.lookedInto = lookedInto;
    this.looksOut = looksOut;
  }

  shrink(tree: Tree): Tree {
    const { item } = tree;
    const isRoot = item.id === this.course.pathway;
    if (item.kind === 'module') return this.isUnwatched(item) ? this.standIn(tree, item.points) : tree;
    if (item.kind === 'quiz')
      return this.plainQuizzes.has(item.id) && this.isUnwatched(item)
        ? this.standIn(tree, item.points)
        : tree;
    const closed = isRoot ? undefined : this.closed(tree);
    if (closed) return closed;
    const children = this.merged(
      item,
      tree.children.map((child) => this.shrink(child)),
    );
    return { item, children };
  }

  /** A section as one module, where nothing in it makes a difference outside. */
  private closed(tree: Tree): Tree | undefined {
    const { item } = tree;
    if (this.lookedInto.has(item.id) || !hasSomethingRequired(tree)) return undefined;
    const points = pointsIn(tree);
    if (points === undefined && this.mentions.points !== 'none') return undefined;
    if (this.mentions.points === 'any' && points !== 0) return undefined;
    const isPlain =
      isPlainShape(item) &&
      [...within(tree)].every(({ item: inner }) => inner === item || this.isPlain(inner));
    if (!isPlain) {
      if (this.mentions.items.has(item.id) || this.looksOut.has(item.id)) return undefined;
      const { when: _when, requires: _requires, parent: _parent, ...section } = item;
      const items = itemsOf({ item: section, children: tree.children });
      // Its end is that it is cleared.
      const { complete: _complete, certificate: _certificate, ...rest } = this.course;
      if (this.inside({ ...rest, pathway: item.id, items, badges: [] }) !== 'always cleared')
        return undefined;
    }
    return this.standIn(tree, points ?? 0);
  }

  /** Children that are done in one go become one. */
  private merged(section: Item, children: readonly Tree[]): Tree[] {
    if (section.kind !== 'section') return [...children];
    if (section.type === 'dynamic-branching')
      return section.by.type === 'choose' ? this.fewer(children, section.by.count) : [...children];
    const inOrder = section.type === 'linear' || section.type === 'hurdles';
    const finish = section.type === 'random-access' ? section.finish : undefined;
    const result: Tree[] = [];
    for (const child of children) {
      const isOne = (other: Tree | undefined) =>
        other !== undefined && this.canMerge(other) && other.item.id !== finish;
      const place = !isOne(child)
        ? -1
        : inOrder
          ? result.length - (isOne(result.at(-1)) ? 1 : 0)
          : result.findIndex(isOne);
      const other = result[place];
      if (other) result[place] = this.together(other, child);
      else result.push(child);
    }
    return result;
  }

  private standIn(tree: Tree, points: number): Tree {
    this.standIns.add(tree.item.id);
    return standIn(tree, points);
  }

  /** Two items as one. What is optional is only done with the other where its points may be needed. */
  private together(first: Tree, second: Tree): Tree {
    const isSame = first.item.optional === second.item.optional;
    const [main, other] = first.item.optional && !second.item.optional ? [second, first] : [first, second];
    const isDone = isSame || this.mentions.points !== 'none';
    join(isDone ? this.groups : this.alike, main.item.id, other.item.id);
    return standIn(main, isDone ? main.item.points + other.item.points : main.item.points);
  }

  /** Of options that are all alike, as many as can be chosen are enough. */
  private fewer(options: readonly Tree[], count: number): Tree[] {
    const alike = options.filter((option) => this.canMerge(option));
    const main = alike[0];
    if (!main || this.mentions.points !== 'none') return [...options];
    const spare = new Set(alike.slice(count));
    for (const { item } of spare) join(this.alike, main.item.id, item.id);
    return options.filter((option) => !spare.has(option));
  }

  private canMerge({ item }: Tree): boolean {
    return (
      item.kind === 'module' &&
      !item.when &&
      !item.requires &&
      this.isUnwatched(item) &&
      (this.mentions.points !== 'any' || item.points === 0)
    );
  }

  /** Of which nobody sees more than that it is done. */
  private isUnwatched({ id }: Item): boolean {
    return !this.mentions.items.has(id) && !this.fed.has(id) && !this.reviewed.has(id);
  }

  /** Without conditions, and everybody who is in its section can clear it. */
  private isPlain(item: Item): boolean {
    if (item.when || item.requires) return false;
    if (item.kind === 'section') return isPlainShape(item);
    return item.kind === 'module' || this.plainQuizzes.has(item.id);
  }

  /** Nobody looks at it, everybody can clear it, and what it sends back to is always open. */
  private isPlainQuiz(quiz: Quiz): boolean {
    if (this.mentions.items.has(quiz.id) || this.fed.has(quiz.id)) return false;
    const node = this.index.nodes[this.index.at.get(quiz.id) ?? -1];
    const section = this.index.nodes[node?.parent ?? -1]?.item;
    if (!node || section?.kind !== 'section') return false;
    const isFinish = section.type === 'random-access' && section.finish === quiz.id;
    if (!isFinish && (section.type === 'linear' || section.type === 'random-access')) return true;
    if (quiz.pass === undefined) return true;
    if (!reaches(bestOutcome(quiz).share, quiz.pass)) return false;
    const isSafe = node.review.every(
      (place) => this.isAtHand(place, node.at) && canBeRepeated(this.index.nodes[place]?.item),
    );
    if (quiz.attempts === undefined) return isSafe;
    // Where nobody said what then, attempts that are used up are the end.
    return isSafe && quiz.exhausted !== undefined && (quiz.exhausted !== 'review' || node.review.length > 0);
  }

  /** Whether whoever has entered one item can enter another, or has: it comes before, for everybody. */
  private isAtHand(place: number, from: number): boolean {
    const { nodes } = this.index;
    const trail = (at: number): number[] => (at < 0 ? [] : [...trail(nodes[at]?.parent ?? -1), at]);
    const there = trail(place);
    const here = trail(from);
    const fork = there.findIndex((at, depth) => at !== here[depth]);
    const section = nodes[there[fork - 1] ?? -1]?.item;
    const way = there.slice(fork).map((at) => nodes[at]?.item);
    if (section?.kind !== 'section' || way.some((item) => !item || item.when)) return false;
    if (section.type === 'random-access') return way.length === 1 && way[0]?.requires === undefined;
    if (section.type !== 'linear' && section.type !== 'hurdles') return false;
    return (
      (there[fork] ?? 0) < (here[fork] ?? 0) && way.every((item, depth) => isTaken(item, way[depth - 1]))
    );
  }
}

/** Whether it can be gone through again as often as somebody likes. */
function canBeRepeated(item: Item | undefined): boolean {
  return item?.kind === 'module' || (item?.kind === 'quiz' && item.attempts === undefined);
}

function isPlainShape(item: Item): boolean {
  return item.kind === 'section' && (item.type !== 'dynamic-branching' || item.by.type === 'choose');
}

/** Whether everybody who clears the section around an item does that item. */
function isTaken(item: Item | undefined, section: Item | undefined): boolean {
  if (!item || item.optional) return false;
  if (section?.kind !== 'section') return true;
  if (section.type === 'random-access') return section.finish === undefined;
  return section.type !== 'dynamic-branching';
}

/** Whether it takes everybody at least one step to clear it. */
function hasSomethingRequired({ item, children }: Tree): boolean {
  if (item.kind !== 'section') return true;
  const takesStep = (child: Tree) => !child.item.when && hasSomethingRequired(child);
  switch (item.type) {
    case 'random-access': {
      const finish = children.find((child) => child.item.id === item.finish);
      if (finish) return takesStep(finish);
      return children.some((child) => !child.item.optional && takesStep(child));
    }
    case 'linear':
    case 'hurdles':
    case 'static-branching':
      return children.some((child) => !child.item.optional && takesStep(child));
    case 'dynamic-branching':
      return item.by.type === 'choose'
        ? item.by.count > 0 && children.some(takesStep)
        : children.every((child) => !child.item.optional && takesStep(child));
  }
}

/** The points that everybody gets who does all there is to do; undefined where that differs. */
function pointsIn({ item, children }: Tree): number | undefined {
  if (item.kind !== 'section') return item.when ? undefined : item.points;
  const inner = children.map(pointsIn);
  if (item.when || inner.includes(undefined)) return undefined;
  const points = inner.map((value) => value ?? 0);
  if (item.type !== 'dynamic-branching') return points.reduce((sum, value) => sum + value, item.points);
  if (item.by.type === 'route' || new Set(points).size > 1) return undefined;
  if (item.by.switch && (points[0] ?? 0) > 0) return undefined;
  return item.points + Math.min(item.by.count, points.length) * (points[0] ?? 0);
}
