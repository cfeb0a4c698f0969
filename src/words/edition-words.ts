import type { Share } from '../model/condition.ts';
import type { Piece } from './sentences.ts';

/** What another edition of the course means to somebody who has begun it. */
export interface EditionWords {
  /** What another edition has changed in a quiz under way: parts of one sentence, then one on the pass mark. */
  readonly quizChanged: Readonly<Record<'gone' | 'fresh' | 'otherwise', (questions: number) => string>> & {
    readonly title: string;
    /** Two sentences that stand alone: another device drew otherwise before; these need not be answered again. */
    readonly elsewhere: string;
    right(questions: number): string;
    pass(now: Share | undefined, before: Share | undefined): string;
  };
  /** What a new edition of the course means to somebody who has begun it. */
  readonly edition: Readonly<Record<'title' | 'kept' | 'finished' | 'close', string>> & {
    /** Before links to them; so are `reopened`, a list of sections, and `changed`, a list of pages. */
    pages(pages: number): string;
    /** A page among them that is still locked. */
    later(title: string): string;
    readonly reopened: string;
    changed(questions: number): string;
    gone(pages: number): string;
    /** An answer key of a quiz was corrected. */
    result(quiz: Piece, now: Share, before: Share): Piece[];
    /** The same of practice questions, and where the result of a quiz stayed what it was. */
    answers(item: Piece, questions: number): Piece[];
  };
}
