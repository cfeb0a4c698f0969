import type { Quiz } from '../../model/course.ts';
import type { Answer } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { Page } from '../page.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { Taking } from '../taking/taking-part.ts';
import type { Attempt } from './attempt.ts';

/** A quiz on its page: what its parts share. */
export interface QuizRun {
  readonly page: Page;
  readonly quiz: Quiz;
  readonly form: HTMLElement;
  readonly result: HTMLElement | undefined;
  /** Undefined while a result shows, or the button to start. */
  attempt: Attempt | undefined;
  /** The result that shows (`result.ts`). */
  shown: string | undefined;
  /** Only where the quiz has settings that need it. */
  taking: Taking | undefined;
  /** The questions that stand in the page from the start: those that are always asked. */
  readonly fixed: readonly QuestionKey[];
  find(key: QuestionKey): readonly ActiveQuestion[];
  /** What is given in the form. */
  read(active: ActiveQuestion): Partial<Answer>;
  /** Puts in what was drawn for an attempt. */
  prepare(active: ActiveQuestion, attempt: number): void;
  /** Puts questions in order into the form, numbered; `kept` ones after them, and all others out of it. */
  arrange(asked: readonly ActiveQuestion[], kept?: readonly ActiveQuestion[]): void;
  offerHandIn(offered: boolean): void;
  /** Begins another attempt, or shows the button that starts it. */
  again(): void;
  /** Brings the page up to date. */
  show(): void;
}
