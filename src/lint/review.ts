import type { Condition } from '../model/condition.ts';
import type { Item, Quiz, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** Why something to be reviewed may be closed to a learner who failed the quiz. */
export type ReviewProblem =
  | { readonly type: 'itself' }
  /** It comes after the quiz in a section that is taken in order. */
  | { readonly type: 'later'; readonly section: ItemId }
  /** It stands in a branch that is closed while the one with the quiz is not done. */
  | { readonly type: 'branch'; readonly branch: ItemId }
  /** It stands in an option that the learner may not have. */
  | { readonly type: 'option'; readonly option: ItemId }
  | { readonly type: 'condition'; readonly field: 'when' | 'requires'; readonly of: ItemId };

type Items = ReadonlyMap<ItemId, Item>;

/**
 * Why some learner who failed `quiz` cannot enter `target`, or undefined. What hangs on luck or time that the course does
 * not decide (badges, points, mastery, dates to come) counts as possible.
 */
export function reviewProblem(quiz: Quiz, target: ItemId, items: Items): ReviewProblem | undefined {
  return new Search(quiz, items).problem(target);
}

class Search {
  readonly #quiz: Quiz;
  readonly #items: Items;
  readonly #path: readonly Item[];
  /** What holds for everyone who reached the quiz: the conditions on the way to it. */
  readonly #given: ReadonlySet<string>;
  readonly #met: ReadonlySet<ItemId>;
  readonly #asked = new Set<ItemId>();

  constructor(quiz: Quiz, items: Items) {
    this.#quiz = quiz;
    this.#items = items;
    this.#path = trail(quiz, items);
    const given = this.#path.flatMap(({ when, requires }) => [
      ...(when === undefined ? [] : needed(when)),
      ...(requires === undefined ? [] : needed(requires)),
    ]);
    this.#given = new Set(given.map((part) => JSON.stringify(part)));
    this.#met = new Set(given.flatMap((part) => met(part) ?? []));
  }

  problem(id: ItemId): ReviewProblem | undefined {
    if (id === this.#quiz.id) return { type: 'itself' };
    // Two items that wait for each other are a circle, which has a finding of its own.
    if (this.#asked.has(id)) return undefined;
    this.#asked.add(id);
    const way = trail(this.#items.get(id), this.#items);
    const fork = way.findIndex((each, depth) => each !== this.#path[depth]);
    const below = way.slice(Math.max(fork, 0));
    if (below.some((each) => this.#met.has(each.id))) return undefined;
    for (const [depth, item] of below.entries()) {
      const parent = item.parent === undefined ? undefined : this.#items.get(item.parent);
      const aside = depth === 0 ? this.#path[fork] : undefined;
      const problem =
        (parent?.kind === 'section' ? this.#placeProblem(parent, item, aside) : undefined) ??
        this.#conditionProblem(item);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** @param aside the child of `parent` that leads to the quiz, if one does */
  #placeProblem(parent: Section, item: Item, aside: Item | undefined): ReviewProblem | undefined {
    switch (parent.type) {
      case 'random-access':
        return undefined;
      case 'linear':
      case 'hurdles': {
        if (aside === undefined || !this.#waits(aside, parent)) return undefined;
        const isLater = parent.children.indexOf(item.id) > parent.children.indexOf(aside.id);
        return isLater ? { type: 'later', section: parent.id } : undefined;
      }
      case 'static-branching':
        return aside !== undefined && this.#holdsBack(aside)
          ? { type: 'branch', branch: item.id }
          : undefined;
      case 'dynamic-branching': {
        const { by } = parent;
        const isFree =
          by.type === 'choose'
            ? by.switch || by.count >= parent.children.length
            : by.rules.every(
                ({ to }) => to.includes(item.id) || (aside !== undefined && !to.includes(aside.id)),
              );
        return isFree ? undefined : { type: 'option', option: item.id };
      }
    }
  }

  /** Does the rest of a section wait until this child of it is cleared, which a failed quiz in it prevents? */
  #waits(child: Item, section: Section): boolean {
    if (child.optional || child.when !== undefined) return false;
    if (child === this.#quiz && section.type === 'linear') return false;
    return this.#holdsBack(child);
  }

  /** Is this item, with the quiz in it or the quiz itself, not cleared while the quiz is failed? */
  #holdsBack(item: Item): boolean {
    if (item.kind !== 'section') return !(this.#quiz.exhausted === 'continue' && this.#quiz.attempts === 1);
    const child = this.#path[this.#path.indexOf(item) + 1];
    if (child === undefined) return false;
    switch (item.type) {
      case 'linear':
      case 'hurdles':
        return this.#waits(child, item);
      case 'random-access':
        if (item.finish !== undefined) return item.finish === this.#quiz.id;
        return child.kind === 'section' && this.#waits(child, item);
      case 'static-branching':
        return this.#waits(child, item);
      case 'dynamic-branching':
        return !(item.by.type === 'choose' && item.by.switch) && this.#waits(child, item);
    }
  }

  #conditionProblem(item: Item): ReviewProblem | undefined {
    if (item.when !== undefined && !this.#canHold(item.when, true))
      return { type: 'condition', field: 'when', of: item.id };
    if (item.requires !== undefined && !this.#canHold(item.requires, true))
      return { type: 'condition', field: 'requires', of: item.id };
    return undefined;
  }

  /** Can every learner who failed the quiz see this condition be what is wanted, perhaps after doing something more? */
  #canHold(condition: Condition, wanted: boolean): boolean {
    if (wanted && this.#given.has(JSON.stringify(condition))) return true;
    switch (condition.type) {
      case 'all':
      case 'any': {
        const every = (condition.type === 'all') === wanted;
        const can = (part: Condition) => this.#canHold(part, wanted);
        return every ? condition.of.every(can) : condition.of.some(can);
      }
      case 'not':
        return this.#canHold(condition.of, !wanted);
      case 'completed':
        return wanted ? this.#canComplete(condition.item) : this.#isUncleared(condition.item);
      case 'passed':
        if (condition.quiz === this.#quiz.id) return !wanted;
        return wanted && (this.#met.has(condition.quiz) || this.#reaches(condition.quiz));
      case 'failed':
        return (condition.quiz === this.#quiz.id) === wanted;
      case 'score':
        return this.#scores(condition, wanted);
      case 'attempts':
        if (!wanted) return false;
        return condition.quiz === this.#quiz.id ? condition.from <= 1 : this.#reaches(condition.quiz);
      case 'chosen':
        return (
          wanted && (this.#met.has(condition.option) || this.#path.some(({ id }) => id === condition.option))
        );
      case 'after':
        return wanted;
      case 'before':
        return !wanted;
      case 'mastered':
      case 'points':
      case 'badge':
        return wanted;
    }
  }

  #scores(score: Extract<Condition, { type: 'score' }>, wanted: boolean): boolean {
    const { quiz, from, below } = score;
    const pass = this.#quiz.pass ?? 1;
    if (quiz === this.#quiz.id) {
      // The learner has some score below the pass mark.
      if (wanted) return (from === undefined || from <= 0) && (below === undefined || below >= pass);
      return from !== undefined && from >= pass;
    }
    return wanted && below === undefined && this.#reaches(quiz);
  }

  #canComplete(id: ItemId): boolean {
    if (this.#met.has(id)) return true;
    const item = this.#items.get(id);
    if (item === undefined) return true;
    const holds = this.#path.includes(item);
    if (holds) return !this.#holdsBack(item) || (item === this.#quiz && this.#isSubmittable());
    return this.problem(id) === undefined;
  }

  /** Whether a failed quiz counts as cleared: it stands where a quiz holds nobody back. */
  #isSubmittable(): boolean {
    const parent = this.#path.at(-2);
    return parent?.kind === 'section' && (parent.type === 'linear' || parent.type === 'random-access');
  }

  #isUncleared(id: ItemId): boolean {
    const item = this.#items.get(id);
    if (item === undefined || !this.#path.includes(item)) return false;
    return item === this.#quiz ? !this.#isSubmittable() : this.#holdsBack(item);
  }

  #reaches(quiz: ItemId): boolean {
    return this.#path.some(({ id }) => id === quiz) || this.problem(quiz) === undefined;
  }
}

/** The parts that all have to hold for a condition to hold. */
function needed(condition: Condition): readonly Condition[] {
  return condition.type === 'all' ? [condition, ...condition.of.flatMap(needed)] : [condition];
}

/** The item that someone for whom a condition holds has been in. */
function met(condition: Condition): ItemId | undefined {
  switch (condition.type) {
    case 'completed':
      return condition.item;
    case 'passed':
    case 'failed':
    case 'score':
    case 'attempts':
      return condition.quiz;
    case 'chosen':
      return condition.option;
    default:
      return undefined;
  }
}

/** From the pathway down to the item. */
function trail(from: Item | undefined, items: Items): readonly Item[] {
  const up: Item[] = [];
  for (let at = from; at !== undefined; at = at.parent === undefined ? undefined : items.get(at.parent)) {
    up.unshift(at);
  }
  return up;
}
