import type { Share } from '../model/condition.ts';
import type { Response } from '../model/events.ts';
import type { Question, QuestionType } from '../model/question.ts';
import { type Tools, tools } from './tools.ts';

/** What the page knows about one question type. A bundle below `questions/` registers one or several. */
export interface QuestionWidget {
  /** What the learner gave as an answer; undefined while there is none. */
  read(place: HTMLElement, question: Question): Response | undefined;
  /** Puts an answer into the controls; undefined empties them. An answer that does not fit changes nothing. */
  write(place: HTMLElement, question: Question, response: Response | undefined): void;
  /** The share of the question's points that an answer earns; none for an answer of another type. */
  grade(question: Question, response: Response): Share;
  /** Shows what is right and wrong in an answer, with its feedback; undefined takes that away. */
  mark(place: HTMLElement, question: Question, response: Response | undefined): void;
  /** Makes the controls unusable, or usable again. */
  freeze(place: HTMLElement, frozen: boolean, question: Question): void;
}

export type WidgetFactory = (tools: Tools) => QuestionWidget;

declare global {
  interface Window {
    /** Filled by the bundles of the question types in use, before the runtime runs. */
    coursewrightQuestions?: Partial<Record<QuestionType, WidgetFactory>>;
  }
}

/** The widget of a question's type; undefined when the page did not load its bundle. */
export function widgetOf(question: Question): QuestionWidget | undefined {
  return window.coursewrightQuestions?.[question.type]?.(tools);
}
