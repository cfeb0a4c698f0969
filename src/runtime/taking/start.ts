import { countAsked } from '../../model/attempt.ts';
import { duration } from '../../model/quantities.ts';
import { lastSubmission, missedFrom } from '../quiz/attempt.ts';
import { latest } from '../quiz/latest.ts';
import type { QuizRun } from '../quiz/run.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** What is to be known before an attempt, and the button that starts it. `marking`: how answers are marked, where that is special. */
export function startPanel(
  run: QuizRun,
  marking: Node | false | undefined,
  start: () => void,
  { button, h, row }: Tools,
): Node[] {
  const { ready, limit, gentle } = words.taking;
  const { time } = run.quiz.settings ?? {};
  return [
    h('h2', {}, ready),
    h('p', {}, asks(run)),
    ...(time === undefined ? [] : [h('p', {}, `${limit(duration(time))} ${gentle}`)]),
    ...(marking ? [marking] : []),
    row(button(words.taking.start, start, 'button primary')),
  ];
}

/** How many questions, and which: another attempt may ask only what the last one missed. */
function asks(run: QuizRun): string {
  const { find, page, quiz } = run;
  const { asks, asksMissed } = words.taking;
  const handedIn = lastSubmission(page.progress, quiz);
  const last = handedIn && latest(page.progress, handedIn);
  const missed = missedFrom(run, last);
  if (!last || !missed) return asks(countAsked(quiz));
  const kept = Object.keys(last.credits).filter((key) => !missed.has(key));
  return asksMissed([...missed].flatMap(find).length, kept.flatMap(find).length);
}
