import type { Course } from '../../../src/model/course.ts';
import type { ItemId } from '../../../src/model/ids.ts';
import type { Step } from '../../../src/proof/types.ts';
import { type Book, bookOf, type Learner } from './learner.ts';
import { meaningOf } from './meaning.ts';
import { moves, newcomer, take } from './moves.ts';

/** What the oracle says of a learner, to be compared with the engine's `view`. */
export interface Sight {
  /** In course order, per item: `open`, `locked` or `hidden`, with `+` when it is cleared. */
  readonly items: readonly string[];
  /** Per quiz that was handed in: passed, failed, exhausted, and what is to be reviewed. */
  readonly quizzes: readonly string[];
  readonly points: number;
  readonly badges: readonly string[];
  readonly mastered: readonly string[];
  readonly finished: boolean;
}

/** One learner's way through a course, as the oracle sees it. */
export class Walk {
  readonly #book: Book;
  #learner: Learner;

  constructor(course: Course) {
    this.#book = bookOf(course);
    this.#learner = newcomer(this.#book);
  }

  moves(): Step[] {
    return moves(this.#book, this.#learner);
  }

  /** False when the course does not allow the step; nothing has changed then. */
  take(step: Step): boolean {
    const after = take(this.#book, this.#learner, step);
    this.#learner = after ?? this.#learner;
    return after !== undefined;
  }

  look(): Sight {
    const meaning = meaningOf(this.#book, this.#learner);
    const { course } = this.#book;
    return {
      items: course.items.map((item) => {
        const status = meaning.open(item) ? 'open' : meaning.visible(item) ? 'locked' : 'hidden';
        return `${item.id}:${status}${meaning.cleared(item) ? '+' : ''}`;
      }),
      quizzes: course.items.flatMap((item) => {
        const record = item.kind === 'quiz' ? this.#learner.quizzes[item.id] : undefined;
        if (!record || item.kind !== 'quiz') return [];
        const words = [
          ...(meaning.passed(item) ? ['passed'] : []),
          ...(meaning.failed(item) ? ['failed'] : []),
          ...(meaning.exhausted(item) ? ['exhausted'] : []),
          ...[...record.toReview].sort(),
        ];
        return `${item.id}:${words.join(' ')}`;
      }),
      points: meaning.points(),
      badges: this.#learner.badges,
      mastered: course.competencies.map(({ id }) => id).filter((id) => meaning.mastered(id)),
      finished: meaning.finished(),
    };
  }

  /** Does the learner stand before a section whose route names nothing now? */
  isInGap(id: ItemId): boolean {
    const item = this.#book.items.get(id);
    return item !== undefined && meaningOf(this.#book, this.#learner).ruleFollowed(item) === -1;
  }
}
