import type { Quiz } from '../../model/course.ts';
import { besideMark } from '../../model/quantities.ts';
import type { QuizView } from '../../path/types.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** How a quiz stands that was handed in: what is asked for, what is left, what was reached. */
export function quizFacts(quiz: Quiz, view: QuizView, { h }: Tools): HTMLElement {
  const entries = pairs(quiz, view).map(([name, value]) =>
    h('div', {}, h('dt', {}, name), h('dd', {}, value)),
  );
  return h('dl', { class: 'facts' }, ...entries);
}

function pairs(quiz: Quiz, view: QuizView): [name: string, value: string][] {
  const { mark, attempts, attemptsSoFar, noneLeft, left, best, result, passed, failed } = words.quizFacts;
  const list: [string, string][] = [];
  if (quiz.pass !== undefined) list.push([mark, words.percent(quiz.pass)]);
  if (quiz.attempts === undefined) list.push([attemptsSoFar, words.number(view.handedIn)]);
  else {
    const rest = view.attemptsLeft ?? quiz.attempts;
    list.push([attempts, rest === 0 ? noneLeft : left(rest, quiz.attempts)]);
  }
  if (view.best !== undefined) list.push([best, words.percent(besideMark(view.best, quiz.pass))]);
  if (view.passed || view.failed) list.push([result, view.passed ? passed : failed]);
  return list;
}
