import type { Condition } from '../../../src/model/condition.ts';
import type { Item, Quiz, Section } from '../../../src/model/course.ts';
import type { ItemId } from '../../../src/model/ids.ts';
import { type Book, type Learner, parentOf, reaches } from './learner.ts';

/** Thrown when an answer depends on itself: the course is circular, and pathway.md gives it no meaning. */
export class Circular extends Error {}

const known = new WeakMap<Learner, Meaning>();

/** The meaning of a learner's state in the one course that it belongs to, worked out once. */
export function meaningOf(book: Book, learner: Learner): Meaning {
  const found = known.get(learner) ?? new Meaning(book, learner);
  known.set(learner, found);
  return found;
}

/** pathway.md, read out sentence by sentence for one learner at one moment. */
class Meaning {
  readonly #book: Book;
  readonly #learner: Learner;
  readonly #answers = new Map<string, boolean | undefined>();

  constructor(book: Book, learner: Learner) {
    this.#book = book;
    this.#learner = learner;
  }

  /** Each question is worked out once, and must not come back to itself. */
  #ask(question: string, answer: () => boolean): boolean {
    if (this.#answers.has(question)) {
      const known = this.#answers.get(question);
      if (known === undefined) throw new Circular(question);
      return known;
    }
    this.#answers.set(question, undefined);
    const found = answer();
    this.#answers.set(question, found);
    return found;
  }

  #item(id: ItemId): Item {
    const item = this.#book.items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  }

  #children(section: Section): Item[] {
    return section.children.map((id) => this.#item(id));
  }

  // What happened to one item

  /** The learner entered it, or something inside it. */
  opened(item: Item): boolean {
    if (item.kind === 'section') return this.#children(item).some((child) => this.opened(child));
    return this.#learner.opened.includes(item.id);
  }

  #submitted(quiz: Quiz): boolean {
    return this.#learner.quizzes[quiz.id] !== undefined;
  }

  passed(quiz: Quiz): boolean {
    const best = this.#learner.quizzes[quiz.id]?.best;
    return quiz.pass !== undefined && best !== undefined && reaches(best, quiz.pass);
  }

  /** Nobody fails where there is no mark. */
  failed(quiz: Quiz): boolean {
    return quiz.pass !== undefined && this.#submitted(quiz) && !this.passed(quiz);
  }

  attemptsLeft(quiz: Quiz): number {
    return (quiz.attempts ?? Infinity) - (this.#learner.quizzes[quiz.id]?.used ?? 0);
  }

  exhausted(quiz: Quiz): boolean {
    return this.failed(quiz) && this.attemptsLeft(quiz) <= 0;
  }

  // Cleared

  cleared(item: Item): boolean {
    return this.#ask(`cleared ${item.id}`, () => {
      switch (item.kind) {
        case 'module':
          return this.#learner.done.includes(item.id);
        case 'quiz': {
          const nearest = parentOf(this.#book, item)?.type;
          return nearest === 'linear' || nearest === 'random-access'
            ? this.#submitted(item)
            : this.#clearedAsHurdle(item);
        }
        case 'section':
          return this.#sectionCleared(item);
      }
    });
  }

  #clearedAsHurdle(quiz: Quiz): boolean {
    if (quiz.pass === undefined) return this.#submitted(quiz);
    return this.passed(quiz) || (quiz.exhausted === 'continue' && this.exhausted(quiz));
  }

  #sectionCleared(section: Section): boolean {
    const children = this.#children(section);
    if (section.type === 'random-access' && section.finish !== undefined) {
      const quiz = this.#item(section.finish);
      // A final quiz that is not there finishes nothing.
      if (quiz.kind === 'quiz' && this.#there(quiz)) return this.#clearedAsHurdle(quiz);
    }
    if (section.type === 'dynamic-branching' && section.by.type === 'choose') {
      const started = children.filter((option) => this.opened(option));
      const others = children.filter((option) => !this.opened(option) && this.#hasSomething(option));
      // There may be fewer options than there are to choose.
      const wanted = Math.min(section.by.count, started.length + others.length);
      if (wanted === 0) return this.open(section);
      return started.filter((option) => this.cleared(option)).length >= wanted;
    }
    const named = this.#named(section);
    const waited = children.filter(
      (child) => this.#required(child) && (named === undefined || named.includes(child.id)),
    );
    return waited.length === 0 ? this.open(section) : waited.every((child) => this.cleared(child));
  }

  // Visible, open

  /** `when` holds and the route of its section, if there is one, names it; or it was opened before. */
  #there(item: Item): boolean {
    return this.#ask(`there ${item.id}`, () => {
      if (this.opened(item)) return true;
      const section = parentOf(this.#book, item);
      const named = section && this.#named(section);
      return this.#wanted(item) && (named === undefined || named.includes(item.id));
    });
  }

  #wanted(item: Item): boolean {
    return item.when === undefined || this.holds(item.when);
  }

  /** There, and if a section, with something there inside. What a route will name is not known before it is read. */
  #hasSomething(item: Item): boolean {
    return this.#ask(`has ${item.id}`, () => {
      if (!this.#there(item)) return false;
      if (item.kind !== 'section') return true;
      if (isRouted(item) && !this.#mayEnter(item)) return item.children.length > 0;
      return this.#children(item).some((child) => this.#hasSomething(child));
    });
  }

  visible(item: Item): boolean {
    return this.#hasSomething(item) && this.#shown(item);
  }

  /** It and everything around it is there. */
  #shown(item: Item): boolean {
    const section = parentOf(this.#book, item);
    return this.#there(item) && (section === undefined || this.#shown(section));
  }

  /** Required by its section. */
  #required(item: Item): boolean {
    return !item.optional && this.#wanted(item) && this.#hasSomething(item);
  }

  open(item: Item): boolean {
    return this.opened(item) || (this.visible(item) && this.#mayEnter(item));
  }

  /** Open, but for the question whether a section has anything inside. */
  #mayEnter(item: Item): boolean {
    return this.#ask(`enter ${item.id}`, () => {
      if (this.opened(item)) return true;
      if (!this.#shown(item)) return false;
      if (item.requires !== undefined && !this.holds(item.requires)) return false;
      const section = parentOf(this.#book, item);
      return section === undefined || (this.#mayEnter(section) && this.#placeAllows(section, item));
    });
  }

  #placeAllows(section: Section, item: Item): boolean {
    const children = this.#children(section);
    const others = children.filter((child) => child !== item);
    switch (section.type) {
      case 'linear':
      case 'hurdles':
        return children
          .slice(0, children.indexOf(item))
          .every((earlier) => !this.#required(earlier) || this.cleared(earlier));
      case 'random-access':
        return true;
      case 'static-branching':
        return others.every((branch) => !this.opened(branch) || this.cleared(branch));
      case 'dynamic-branching':
        if (section.by.type === 'route' || section.by.switch) return true;
        return others.filter((option) => this.opened(option)).length < section.by.count;
    }
  }

  // Routes

  /** The rule of a route that holds first now; -1: none; undefined: the section cannot be entered, or has no route. */
  #firstRule(section: Section): number | undefined {
    if (!isRouted(section) || !this.#mayEnter(section)) return undefined;
    return section.by.rules.findIndex(({ when }) => when === undefined || this.holds(when));
  }

  /** The rule that would send the learner on now, -1 for none; undefined where nothing is to be decided any more, or yet. */
  ruleFollowed(item: Item): number | undefined {
    if (item.kind !== 'section' || this.#learner.named[item.id]) return undefined;
    return this.#firstRule(item);
  }

  /** The options that a route names, for ever or as things stand; undefined: there is no route. */
  #named(section: Section): readonly ItemId[] | undefined {
    if (!isRouted(section)) return undefined;
    const kept = this.#learner.named[section.id];
    if (kept) return kept;
    const rule = section.by.rules[this.#firstRule(section) ?? -1];
    return rule?.to.filter((id) => section.children.includes(id)) ?? [];
  }

  namedBy(section: Section): readonly ItemId[] {
    return this.#named(section) ?? [];
  }

  // The whole course

  finished(): boolean {
    const { course } = this.#book;
    if (this.#learner.finished) return true;
    return course.complete ? this.holds(course.complete) : this.cleared(this.#item(course.pathway));
  }

  points(): number {
    return this.#book.course.items
      .filter(({ points }) => points > 0)
      .reduce((sum, item) => (this.cleared(item) ? sum + item.points : sum), 0);
  }

  badge(id: string): boolean {
    return this.#ask(`badge ${id}`, () => {
      if (this.#learner.badges.includes(id)) return true;
      const badge = this.#book.course.badges.find((found) => found.id === id);
      return badge !== undefined && this.holds(badge.when);
    });
  }

  mastered(id: string): boolean {
    const { course, leaves } = this.#book;
    const competency = course.competencies.find((found) => found.id === id);
    if (!competency) return false;
    const tagged = leaves
      .flatMap(({ questions }) => questions)
      .filter(({ competencies }) => competencies.includes(id));
    const seen = tagged.flatMap(({ key, points }) => {
      const credit = this.#learner.credits[key];
      return credit === undefined ? [] : [{ earned: credit * points, points }];
    });
    const needed = Math.min(competency.evidence, tagged.length);
    if (seen.length === 0 || seen.length < needed) return false;
    const possible = seen.reduce((sum, { points }) => sum + points, 0);
    const earned = seen.reduce((sum, question) => sum + question.earned, 0);
    return reaches(possible > 0 ? earned / possible : 0, competency.mastery);
  }

  // Conditions

  holds(condition: Condition): boolean {
    switch (condition.type) {
      case 'all':
        return condition.of.every((part) => this.holds(part));
      case 'any':
        return condition.of.some((part) => this.holds(part));
      case 'not':
        return !this.holds(condition.of);
      case 'completed':
        return this.cleared(this.#item(condition.item));
      case 'passed':
        return this.passed(this.#quiz(condition.quiz));
      case 'failed':
        return this.failed(this.#quiz(condition.quiz));
      case 'score': {
        const best = this.#learner.quizzes[condition.quiz]?.best;
        if (best === undefined) return false;
        const { from, below } = condition;
        return (from === undefined || reaches(best, from)) && (below === undefined || !reaches(best, below));
      }
      case 'attempts':
        return (this.#learner.quizzes[condition.quiz]?.number ?? 0) >= condition.from;
      case 'chosen': {
        const option = this.#item(condition.option);
        const section = parentOf(this.#book, option);
        const named = section && this.#named(section);
        return named ? named.includes(option.id) : this.opened(option);
      }
      case 'mastered':
        return this.mastered(condition.competency);
      case 'points':
        return this.points() >= condition.from;
      case 'badge':
        return this.badge(condition.badge);
      case 'after':
        return this.#learner.now >= condition.at;
      case 'before':
        return this.#learner.now < condition.at;
    }
  }

  #quiz(id: ItemId): Quiz {
    const item = this.#item(id);
    if (item.kind !== 'quiz') throw new Error(`${id} is no quiz`);
    return item;
  }
}

export type { Meaning };

type Routed = Extract<Section, { type: 'dynamic-branching' }> & {
  readonly by: { readonly type: 'route' };
};

function isRouted(section: Section): section is Routed {
  return section.type === 'dynamic-branching' && section.by.type === 'route';
}
