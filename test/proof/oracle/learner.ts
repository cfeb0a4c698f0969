import type { Condition, Instant, Share } from '../../../src/model/condition.ts';
import type { Course, Item, Module, QuestionRef, Quiz, Section } from '../../../src/model/course.ts';
import type { ItemId, QuestionKey } from '../../../src/model/ids.ts';

/**
 * Everything that a course can know about a learner, as plain data. Two learners are the same exactly when their
 * JSON is: lists that are sets are kept sorted, and the keys of objects are set in the order of the course.
 */
export interface Learner {
  /** Modules and quizzes that were entered. */
  readonly opened: readonly ItemId[];
  /** Modules that were finished. */
  readonly done: readonly ItemId[];
  /** The best credit of each question that feeds some competency; undefined: not seen yet. */
  readonly credits: Readonly<Record<QuestionKey, Share | undefined>>;
  readonly quizzes: Readonly<Record<ItemId, Attempts | undefined>>;
  /** The options that a route named when something in its section was entered first. */
  readonly named: Readonly<Record<ItemId, readonly ItemId[] | undefined>>;
  readonly badges: readonly string[];
  readonly finished: boolean;
  readonly now: Instant;
}

/** What is known of a quiz that was handed in. */
export interface Attempts {
  readonly best: Share;
  /** How often it was handed in, as far as somebody asks. */
  readonly number: number;
  /** Attempts used since the last fresh start, as far as they are limited. */
  readonly used: number;
  /** What has to be gone through before the next attempt. */
  readonly toReview: readonly ItemId[];
}

/** A course with the few things that are looked up again and again. */
export interface Book {
  readonly course: Course;
  readonly items: ReadonlyMap<ItemId, Item>;
  /** The modules and quizzes. */
  readonly leaves: readonly (Module | Quiz)[];
  /** The instants that conditions name, ascending. */
  readonly dates: readonly Instant[];
  /** The largest number of attempts at each quiz that some condition asks for. */
  readonly mostAttempts: ReadonlyMap<ItemId, number>;
}

/** Reads a course. */
export function bookOf(course: Course): Book {
  const dates = new Set<Instant>();
  const mostAttempts = new Map<ItemId, number>();
  const read = (condition: Condition | undefined): void => {
    switch (condition?.type) {
      case 'all':
      case 'any':
        condition.of.forEach(read);
        break;
      case 'not':
        read(condition.of);
        break;
      case 'after':
      case 'before':
        dates.add(condition.at);
        break;
      case 'attempts':
        mostAttempts.set(condition.quiz, Math.max(condition.from, mostAttempts.get(condition.quiz) ?? 0));
    }
  };
  for (const item of course.items) {
    read(item.when);
    read(item.requires);
    if (item.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route')
      for (const { when } of item.by.rules) read(when);
  }
  for (const { when } of course.badges) read(when);
  read(course.certificate?.when);
  read(course.complete);
  return {
    course,
    items: new Map(course.items.map((item) => [item.id, item])),
    leaves: course.items.filter((item) => item.kind !== 'section'),
    dates: [...dates].sort((a, b) => a - b),
    mostAttempts,
  };
}

/** The section that an item stands in. */
export function parentOf({ items }: Book, item: Item): Section | undefined {
  const parent = items.get(item.parent ?? '');
  return parent?.kind === 'section' ? parent : undefined;
}

/** What a quiz asks to be done again: sections have no end to go on from, and a quiz cannot wait for itself. */
export function reviewOf({ items }: Book, quiz: Quiz): readonly ItemId[] {
  return quiz.review.filter((id) => id !== quiz.id && items.has(id) && items.get(id)?.kind !== 'section');
}

/** Does the question count for some competency? */
export function isTagged({ course }: Book, { competencies }: QuestionRef): boolean {
  return course.competencies.some(({ id }) => competencies.includes(id));
}

/** Score against mark, with room for the last bits of sums of thirds. */
export function reaches(score: Share, mark: Share): boolean {
  return score > mark - 1e-9;
}
