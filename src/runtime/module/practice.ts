import type { Share } from '../../model/condition.ts';
import type { Question } from '../../questions/question.ts';
import type { Page, PageItem } from '../page.ts';
import type { QuestionWidget } from '../question-type.ts';
import { asking } from '../review.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** Practice questions: checked at once, tried as often as the learner likes, the last answer remembered. */
export function activatePractice(page: Page, item: PageItem, tools: Tools): void {
  for (const form of tools.all('form[data-question]')) {
    const question = page.questions.find((found) => found.key === form.dataset.question);
    const widget = question && tools.widgetOf(question);
    if (question && widget) activate(page, item, form, question, widget, tools);
  }
}

function activate(
  page: Page,
  item: PageItem,
  form: HTMLElement,
  question: Question,
  widget: QuestionWidget,
  tools: Tools,
): void {
  const { setAttribute, slot } = tools;
  const feedback = slot('feedback', form);
  const clear = () => {
    offerCheck(form, true, tools);
    setAttribute(form, 'data-outcome', undefined);
    setAttribute(feedback ?? form, 'data-outcome', undefined);
    feedback?.replaceChildren();
    widget.mark(form, question, undefined);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const response = widget.read(form, question);
    if (!response) {
      clear();
      feedback?.replaceChildren(words.question.choose);
      return;
    }
    const grade = widget.grade(question, response);
    const credit = grade?.credit ?? 0;
    widget.mark(form, question, grade);
    showOutcome(form, question, credit, tools);
    page.progress.record({ type: 'answered', item: item.id, question: question.key, response, credit });
  });
  // The answer is no longer the one that was checked.
  form.addEventListener('change', clear);

  // Whom a failed quiz sends back starts afresh: an answer from before is no review.
  const quiz = asking(page, item.id)?.id;
  const before = page.progress.last(
    (event) =>
      (event.type === 'answered' && event.question === question.key && event.attempt === undefined) ||
      (event.type === 'submitted' && event.item === quiz),
  );
  if (before?.type !== 'answered') return;
  widget.write(form, question, before.response);
  // An edit of the course may have taken the chosen option away.
  const response = widget.read(form, question);
  if (!response) return;
  const grade = widget.grade(question, response);
  widget.mark(form, question, grade);
  showOutcome(form, question, grade?.credit ?? 0, tools);
}

/** Nothing is left to check in an answer that is right: the button comes back with another answer. */
function offerCheck(form: HTMLElement, offered: boolean, { one, slot }: Tools): void {
  const button = one('button[type=submit]', form);
  const feedback = slot('feedback', form);
  if (!button || button.hidden === !offered) return;
  if (!offered && button === document.activeElement && feedback) {
    feedback.tabIndex = -1;
    feedback.focus();
  }
  button.hidden = !offered;
}

/** The outcome of a question in words, with its explanation once it is right or was asked for. */
function showOutcome(form: HTMLElement, question: Question, credit: Share, tools: Tools): void {
  const { compiled, h, outcomeOf, setAttribute, slot } = tools;
  const outcome = outcomeOf(credit);
  const { right, wrong, partly } = words.question;
  const verdict = outcome === 'right' ? right : outcome === 'wrong' ? wrong : partly(credit);
  const explanation =
    question.explanation === undefined
      ? undefined
      : outcome === 'right'
        ? compiled(question.explanation)
        : h('details', {}, h('summary', {}, words.question.explanation), compiled(question.explanation));
  const feedback = slot('feedback', form);
  setAttribute(form, 'data-outcome', outcome);
  offerCheck(form, outcome !== 'right', tools);
  if (!feedback) return;
  setAttribute(feedback, 'data-outcome', outcome);
  feedback.replaceChildren(h('p', {}, h('strong', {}, verdict)), ...(explanation ? [explanation] : []));
}
