import type { Tools } from '../tools.ts';
import type { ActiveQuestion } from './active.ts';

/** Takes the feedback of a question away, and the marks. */
export function clearFeedback(
  { place, question, widget }: ActiveQuestion,
  { setAttribute, slot }: Tools,
): void {
  const box = slot('feedback', place);
  widget.mark(place, question, undefined);
  setAttribute(place, 'data-outcome', undefined);
  setAttribute(box ?? place, 'data-outcome', undefined);
  box?.replaceChildren();
}
