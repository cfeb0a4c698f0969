import { score, scoreShare } from '../../assess/score.ts';
import type { Share } from '../../model/condition.ts';
import type { Quiz } from '../../model/course.ts';
import type { Event, Response } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { QuizView } from '../../path/types.ts';
import type { Question } from '../../questions/question.ts';
import type { Page } from '../page.ts';
import type { Show } from '../page-part.ts';
import type { QuestionWidget } from '../question-type.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** A question on the page with what it takes to run it. */
interface Asked {
  readonly place: HTMLElement;
  readonly question: Question;
  readonly widget: QuestionWidget;
}

type Submission = Extract<Event, { type: 'submitted' }>;

/**
 * A graded quiz: answers are kept as a draft at every change, handed in together, and shown with their
 * score and feedback until the learner starts another attempt.
 */
export function quizForm(page: Page, quiz: Quiz, form: HTMLElement, tools: Tools): Show {
  const { all, button, compiled, fill, h, one, row, setAttribute, slot, steps } = tools;
  const { progress } = page;
  const result = slot('quiz-result');
  const places = all('[data-question]', form);
  const asked: readonly Asked[] = places.flatMap((place) => {
    const question = page.questions.find((found) => found.key === place.dataset.question);
    const widget = question && tools.widgetOf(question);
    return question && widget ? [{ place, question, widget }] : [];
  });
  /** The attempt whose answers are being given; undefined while a result shows. */
  let attempt: number | undefined;
  /** The handed-in attempt that shows. */
  let shown: Submission | undefined;
  /** What the result was made from, so that it is made again only when that changed. */
  let made = '';

  // Handing in what could not be read would grade what nobody was asked.
  if (asked.length < places.length) {
    for (const control of all('button[type=submit]', form)) control.hidden = true;
    fill(result, h('p', {}, words.quiz.broken));
    return () => undefined;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(false);
  });
  form.addEventListener('change', ({ target }) => {
    const changed = asked.find(({ place }) => target instanceof Node && place.contains(target));
    if (!changed || attempt === undefined) return;
    const { place, question, widget } = changed;
    const response = widget.read(place, question);
    progress.store.keep(draftName(question.key, attempt), response && { response });
  });

  return show;

  /** Shows what is to be seen now: a new attempt, a draft, or the last result. */
  function show(): void {
    const view = progress.item(quiz.id)?.quiz;
    if (!view) return;
    // Handed in elsewhere, or everything was deleted: the attempt at hand is over.
    if (attempt !== view.attempt) attempt = undefined;
    const last = progress.last((event) => event.type === 'submitted' && event.item === quiz.id);
    if (attempt === undefined) {
      if (last?.type !== 'submitted' || hasDraft(view)) begin(view.attempt);
      else if (last !== shown) showResult(last);
    }
    const facts = words
      .quizFacts(quiz, view)
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)));
    fill(slot('quiz-status'), facts.length > 0 && h('dl', { class: 'facts' }, ...facts));
    showVerdict(view);
  }

  function draft(question: Question, number: number): Response | undefined {
    return tools.parseAnswer(progress.store.note(draftName(question.key, number)))?.response;
  }

  function hasDraft(view: QuizView): boolean {
    return mayTry(view) && asked.some(({ question }) => draft(question, view.attempt));
  }

  /** Empties the form for an attempt, or fills it with the answers given so far. */
  function begin(number: number): void {
    attempt = number;
    shown = undefined;
    made = '';
    freeze(false);
    for (const entry of asked) {
      entry.widget.write(entry.place, entry.question, draft(entry.question, number));
      mark(entry, undefined, undefined);
    }
    fill(result);
  }

  function submit(asItIs: boolean): void {
    const view = progress.item(quiz.id)?.quiz;
    // While the gate shows there is nothing to hand in.
    if (!view || attempt === undefined || !mayTry(view) || form.closest('[hidden]')) return;
    const answers = asked.map((entry) => ({
      ...entry,
      response: entry.widget.read(entry.place, entry.question),
    }));
    const open = answers.filter(({ response }) => !response);
    if (open.length > 0 && !asItIs) {
      askAboutOpen(open.map(({ question }) => asked.findIndex((entry) => entry.question === question)));
      return;
    }
    const item = quiz.id;
    const number = view.attempt;
    const credits: Record<QuestionKey, Share> = {};
    for (const { question, widget, response } of answers) {
      const credit = (response && widget.grade(question, response)?.credit) ?? 0;
      credits[question.key] = credit;
      if (response)
        progress.record({
          type: 'answered',
          item,
          question: question.key,
          response,
          credit,
          attempt: number,
        });
    }
    const points = score(
      asked.map(({ question }) => question),
      credits,
    );
    progress.record({ type: 'submitted', item, attempt: number, ...points, credits });
    for (const { question } of asked) progress.store.keep(draftName(question.key, number), undefined);
    attempt = undefined;
    show();
    page.announce(`${words.quiz.handedIn}: ${words.percent(scoreShare(points))}`);
    // Handing in was the learner's act: its result is what comes next.
    focusResult();
  }

  function askAboutOpen(places: readonly number[]): void {
    const links = places.map((i) => [h('a', { href: `#${asked[i]?.place.id}` }, words.quiz.question(i + 1))]);
    fill(
      result,
      h('h2', {}, words.quiz.unanswered(places.length)),
      steps(links),
      row(button(words.quiz.submitAnyway, () => submit(true))),
    );
    focusResult();
  }

  function focusResult(): void {
    if (!result) return;
    result.tabIndex = -1;
    result.focus();
  }

  /** Shows the answers of an attempt that was handed in, with what each earned. */
  function showResult(submission: Submission): void {
    shown = submission;
    freeze(true);
    for (const entry of asked) {
      const { key } = entry.question;
      const answer = progress.last(
        (event) =>
          event.type === 'answered' &&
          event.question === key &&
          event.attempt === submission.attempt &&
          event.n < submission.n,
      );
      const response = answer?.type === 'answered' ? answer.response : undefined;
      entry.widget.write(entry.place, entry.question, response);
      mark(entry, response, Object.hasOwn(submission.credits, key) ? submission.credits[key] : undefined);
    }
  }

  /** `credit` undefined: the question was not part of the attempt. */
  function mark(
    { place, question, widget }: Asked,
    response: Response | undefined,
    credit: Share | undefined,
  ): void {
    widget.mark(place, question, response && widget.grade(question, response));
    const outcome = credit === undefined ? undefined : tools.outcomeOf(credit);
    setAttribute(place, 'data-outcome', outcome);
    const feedback = slot('feedback', place);
    if (!feedback) return;
    setAttribute(feedback, 'data-outcome', outcome);
    feedback.replaceChildren();
    if (credit === undefined) return;
    feedback.append(h('p', {}, words.quiz.points(credit * question.points, question.points)));
    if (question.explanation !== undefined) feedback.append(compiled(question.explanation));
  }

  function freeze(frozen: boolean): void {
    for (const { place, question, widget } of asked) widget.freeze(place, frozen, question);
    for (const control of all('button[type=submit]', form)) control.hidden = frozen;
  }

  /** The score of the attempt that shows, and what the learner can do now. */
  function showVerdict(view: QuizView): void {
    if (!shown) return;
    const key = JSON.stringify([shown.n, shown.device, view]);
    if (key === made) return;
    made = key;
    const { pass } = quiz;
    const share = scoreShare(shown);
    const passed = pass !== undefined && share >= pass;
    const notes: string[] = [];
    if (pass !== undefined && !passed) notes.push(words.quiz.mark(pass));
    if (view.best !== undefined && view.best > share) notes.push(words.quiz.best(view.best));
    if (view.attemptsLeft !== undefined && view.attemptsLeft > 0 && !view.passed)
      notes.push(words.quiz.left(view.attemptsLeft));
    const again = () => {
      begin(view.attempt);
      // The learner asked for it: the first question is where it starts.
      one('input, select, textarea', asked[0]?.place ?? form)?.focus();
    };
    fill(
      result,
      h('h2', {}, pass === undefined ? words.quiz.handedIn : passed ? words.quiz.passed : words.quiz.failed),
      h('p', {}, words.quiz.score(shown.earned, shown.possible, share)),
      notes.length > 0 && h('p', {}, notes.join(' ')),
      view.toReview.length > 0 && h('p', {}, words.quiz.review),
      view.toReview.length > 0 && steps(view.toReview.map((id) => [tools.itemLink(page, id)])),
      view.exhausted && h('p', {}, words.quiz.exhausted[quiz.exhausted ?? 'none']),
      mayTry(view) &&
        share < 1 &&
        row(
          view.passed ? button(words.quiz.improve, again) : button(words.quiz.retry, again, 'button primary'),
        ),
    );
    if (result)
      setAttribute(result, 'data-outcome', pass === undefined ? undefined : passed ? 'right' : 'wrong');
  }
}

function mayTry(view: QuizView): boolean {
  return view.attemptsLeft !== 0 && view.toReview.length === 0;
}

/** Drafts are kept by question and attempt: two tabs on one quiz do not overwrite each other's answers. */
function draftName(key: QuestionKey, attempt: number): string {
  return `draft:${key}:${attempt}`;
}
