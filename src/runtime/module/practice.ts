import { afterHints } from '../../assess/hints.ts';
import type { Share } from '../../model/condition.ts';
import type { Answer, Event, Response } from '../../model/events.ts';
import type { Page, PageItem } from '../page.ts';
import {
  type ActiveQuestion,
  activeQuestion,
  asksElse,
  asWas,
  isDrawn,
  putWhole,
} from '../question/active.ts';
import { keepDraft, readDraft, watchAnswers } from '../question/draft.ts';
import { clearFeedback } from '../question/feedback.ts';
import { showHints, watchHints } from '../question/hints.ts';
import { asking } from '../review.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/**
 * Practice questions: checked at once, tried as often as the learner likes, the last answer remembered. A hint that was
 * opened stays paid in every later try, until a failed quiz sends the learner back to start afresh; the best try counts.
 */
export function activatePractice(page: Page, item: PageItem, tools: Tools): void {
  for (const form of tools.all('form[data-question]')) {
    const active = activeQuestion(page, item, form, tools);
    if (active && isDrawn(active))
      tools.whenHere('draw', ({ prepare, seedOf }) => {
        prepare(active, seedOf(page.progress, active.ref.key), false);
        activate(page, item, active, tools);
      });
    else if (active) activate(page, item, active, tools);
  }
}

function activate(page: Page, item: PageItem, active: ActiveQuestion, tools: Tools): void {
  const { progress } = page;
  const { place, question, widget, ref } = active;
  const { key } = ref;
  const { late, one, slot, whenHere } = tools;
  /** What was checked last; undefined since the answer was changed. */
  let checked: Response | undefined;
  const read = () => widget.read(place, question);
  const paid = () => active.hints > 0 && { hints: active.hints };
  const clear = () => {
    checked = undefined;
    const button = one('button[type=submit]', place);
    if (button) button.hidden = false;
    clearFeedback(active, tools);
    // Most likely it is checked next.
    late('checked');
  };
  const keep = () => {
    const response = read();
    keepDraft(progress, active, undefined, { ...(response && { response }), ...paid() });
  };
  const check = (response: Response, hints: number): Share => {
    const grade = widget.grade(question, response);
    const credit = afterHints(grade?.credit ?? 0, question.hints, hints);
    checked = response;
    whenHere('checked', ({ showOutcome }) => {
      if (checked === response) showOutcome(page, active, grade, credit);
    });
    return credit;
  };

  place.addEventListener('submit', (event) => {
    event.preventDefault();
    const response = read();
    if (!tools.canGrade([widget])) return;
    if (!response) {
      clear();
      slot('feedback', place)?.replaceChildren(words.question.answer);
      return;
    }
    const credit = check(response, active.hints);
    const was = asWas(active);
    progress.record({ type: 'answered', item: item.id, question: key, response, ...paid(), credit, ...was });
    keepDraft(progress, active, undefined, {});
  });
  // The answer is no longer the one that was checked.
  for (const type of ['input', 'change']) place.addEventListener(type, clear);
  watchAnswers(page, place, keep);
  watchHints(place, tools, (_hint, count) => {
    if (count <= active.hints) return;
    active.hints = count;
    keep();
  });

  const { answer, before, isOther } = lastAnswer(page, item, active, tools);
  showHints(active, answer.hints ?? 0, tools);
  // An edit of the course may have taken the chosen option away.
  const isWhole = !answer.response || putWhole(active, answer.response);
  if (isOther || !isWhole) whenHere('checked', ({ sayChanged }) => sayChanged(active));
  // A hint that was opened since takes nothing from what was checked before.
  else if (before) check(before.response, before.hints ?? 0);
  tools.setAttribute(place, 'data-active', '');
}

/** The answer to begin with: a draft, or the one that was checked last (`before`: as it was then). */
function lastAnswer(
  page: Page,
  item: PageItem,
  active: ActiveQuestion,
  tools: Tools,
): { readonly answer: Partial<Answer>; readonly before?: Answer; readonly isOther?: boolean } {
  const { progress } = page;
  // Whom a failed quiz sends back starts afresh: an answer from before is no review.
  const quiz = asking(progress, item.id)?.id;
  const before = progress.last(
    (event): event is Extract<Event, { type: 'answered' | 'submitted' }> =>
      (event.type === 'answered' && event.question === active.ref.key && event.attempt === undefined) ||
      (event.type === 'submitted' && event.item === quiz),
  );
  const draft = readDraft(progress, active, undefined, tools);
  const isOther = asksElse(active, draft);
  if (before?.type !== 'answered' || isOther) return { answer: draft, isOther };
  // It asks something else now: what was answered is no answer to it.
  if (asksElse(active, before)) return { answer: draft, isOther: !draft.response };
  const hints = Math.max(before.hints ?? 0, draft.hints ?? 0);
  const { response = before.response } = draft;
  return {
    answer: { response, ...(hints > 0 && { hints }) },
    ...(JSON.stringify(response) === JSON.stringify(before.response) && { before }),
  };
}
