import type { QuestionRef } from '../../model/course.ts';
import type { Response } from '../../model/events.ts';
import type { SealedQuestion } from '../../questions/question.ts';
import type { Page, PageItem } from '../page.ts';
import type { QuestionWidget } from '../question-type.ts';
import type { Tools } from '../tools.ts';

/** A question on the page with what it takes to run it. */
export interface ActiveQuestion {
  readonly place: HTMLElement;
  readonly question: SealedQuestion;
  readonly widget: QuestionWidget;
  /** What it is worth and feeds here: a draw may say otherwise than its bank. */
  readonly ref: QuestionRef;
  /** So many of its hints were opened, the first ones first: opened is paid. */
  hints: number;
}

/** The question of a place; undefined when the page does not carry it, or not the script of its type. */
export function activeQuestion(
  page: Page,
  item: PageItem,
  place: HTMLElement,
  tools: Tools,
): ActiveQuestion | undefined {
  const { question: key } = place.dataset;
  const question = page.questions.find((found) => found.key === key);
  const widget = question && tools.widgetOf(question);
  const ref = item.questions.find((found) => found.key === key);
  return question && widget && ref && { place, question, widget, ref, hints: 0 };
}

/** Does somebody have to draw before the question can be shown: the order of its options, or its values? */
export function isDrawn({ question, widget }: ActiveQuestion, shuffled = false): boolean {
  return widget.draw !== undefined || (widget.shuffle !== undefined && (question.shuffle ?? shuffled));
}

/**
 * Was something else asked when an answer was given? The same key says that only the words are others (`edition/judge.ts`). What says
 * nothing of that is from before there were editions.
 */
export function asksElse(
  { ref }: Pick<ActiveQuestion, 'ref'>,
  { asks, answer }: Pick<QuestionRef, 'asks' | 'answer'>,
): boolean {
  return asks !== undefined && asks !== ref.asks && (answer === undefined || answer !== ref.answer);
}

/**
 * Puts an answer into the controls, where all of it still fits: else they stay empty, since half an answer is another one. An order of
 * options may be another; what has no control at hand, such as ticks in a rubric, is not asked for.
 */
export function putWhole(
  { place, question, widget }: ActiveQuestion,
  response: Response | undefined,
): boolean {
  widget.write(place, question, response);
  if (!response || sameParts(widget.read(place, question)) === sameParts(response)) return true;
  widget.write(place, question, undefined);
  return false;
}

/** The same for the same parts in whatever order; a text is whole without the ticks beside it. */
function sameParts(response: Response | undefined): string {
  return [...JSON.stringify([response && { ...response, ticked: 0 }])].sort().join('');
}

/** What an answer says of the question that it was given to. */
export function asWas({
  ref: { asks, answer },
}: Pick<ActiveQuestion, 'ref'>): Pick<QuestionRef, 'asks' | 'answer'> {
  return { ...(asks && { asks }), ...(answer && { answer }) };
}
