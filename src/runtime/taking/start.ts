import type { Quiz } from '../../model/course.ts';
import { duration } from '../../model/quantities.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** What is to be known before an attempt, and the button that starts it. */
export function startPanel(
  { draws = [], questions, settings = {} }: Quiz,
  explained: readonly Node[],
  start: () => void,
  { button, h, row }: Tools,
): Node[] {
  const { ready, asks, limit, gentle } = words.taking;
  const candidates = draws.reduce((sum, { from, to }) => sum + to - from, 0);
  const drawn = draws.reduce((sum, { count }) => sum + count, 0);
  const { time } = settings;
  return [
    h('h2', {}, ready),
    h('p', {}, asks(questions.length - candidates + drawn)),
    ...(time === undefined ? [] : [h('p', {}, `${limit(duration(time))} ${gentle}`)]),
    ...explained,
    row(button(words.taking.start, start, 'button primary')),
  ];
}
