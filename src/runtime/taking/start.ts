import { countAsked } from '../../model/attempt.ts';
import type { Quiz } from '../../model/course.ts';
import { duration } from '../../model/quantities.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** What is to be known before an attempt, and the button that starts it. */
export function startPanel(
  quiz: Quiz,
  explained: readonly Node[],
  start: () => void,
  { button, h, row }: Tools,
): Node[] {
  const { ready, asks, limit, gentle } = words.taking;
  const { time } = quiz.settings ?? {};
  return [
    h('h2', {}, ready),
    h('p', {}, asks(countAsked(quiz))),
    ...(time === undefined ? [] : [h('p', {}, `${limit(duration(time))} ${gentle}`)]),
    ...explained,
    row(button(words.taking.start, start, 'button primary')),
  ];
}
