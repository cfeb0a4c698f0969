import type { Grade } from '../assess/types.ts';
import type { Response } from '../model/events.ts';
import type { QuestionOf, QuestionType } from '../questions/question.ts';
import type { LateName } from './late-parts.ts';
import { type Tools, tools } from './tools.ts';

/** What the page knows about one question type: its bundle, `src/questions/<type>/widget.ts`, registers it. */
// Methods, not function properties: widgets of all types then share one table.
export interface QuestionWidget<T extends QuestionType = QuestionType> {
  /** What the learner gave as an answer; undefined while there is none. */
  read(place: HTMLElement, question: QuestionOf<T>): Response | undefined;
  /** Puts an answer into the controls; undefined empties them. An answer that does not fit changes nothing. */
  write(place: HTMLElement, question: QuestionOf<T>, response: Response | undefined): void;
  /** The late bundle that grades, and that its pages ask for from the start: without it nothing can be graded, so nothing is handed in. */
  readonly needs?: LateName;
  /** As in Node: the type's `grade.ts`. Also undefined while what it needs is not here. */
  grade(question: QuestionOf<T>, response: Response): Grade | undefined;
  /** Shows what is right and wrong in an answer, part by part; undefined takes that away. */
  mark(place: HTMLElement, question: QuestionOf<T>, grade: Grade | undefined): void;
  /** Makes the controls unusable, or usable again. */
  freeze(place: HTMLElement, frozen: boolean, question: QuestionOf<T>): void;
  /**
   * Puts the options in another order: `order` gives the one that was drawn for this learner and attempt. It is asked with
   * the options as the question has them, never as the page has: a review shuffles once more.
   */
  shuffle?(place: HTMLElement, question: QuestionOf<T>, order: Order): void;
  /** Prepares what is drawn for this learner and attempt, such as numbers: called before `write`, with a number from the seed. */
  draw?(place: HTMLElement, question: QuestionOf<T>, drawn: number, put: PutValues): void;
}

/** Puts values in the places of their names (`data-variable`) in a question, also where these come later. Decimals have a point. */
export type PutValues = (place: HTMLElement, names: readonly string[], values: readonly string[]) => void;

/** The same things in a drawn order: each call on the same question gives the same. */
export type Order = <Thing>(things: readonly Thing[]) => Thing[];

export type WidgetFactory<T extends QuestionType = QuestionType> = (tools: Tools) => QuestionWidget<T>;

declare global {
  interface Window {
    /** Filled by the bundles of the question types in use, before the runtime runs. */
    coursewrightQuestions?: { [T in QuestionType]?: WidgetFactory<T> };
  }
}

/** The widget of a question's type; undefined when the page did not load its bundle. */
export function widgetOf<T extends QuestionType>(question: QuestionOf<T>): QuestionWidget<T> | undefined {
  const type: T = question.type;
  return window.coursewrightQuestions?.[type]?.(tools);
}

/** Whether these can be graded; what is missing for that is being loaded, or the page says that it cannot be. */
export function canGrade(widgets: readonly QuestionWidget[]): boolean {
  return widgets.every(({ needs }) => !needs || tools.late(needs));
}
