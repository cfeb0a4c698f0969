import { score, scoreShare } from '../assess/score.ts';
import type { Share } from '../model/condition.ts';
import type { Quiz } from '../model/course.ts';
import type { Event, Response } from '../model/events.ts';
import type { QuestionKey } from '../model/ids.ts';
import { parseResponse } from '../model/parse-response.ts';
import type { Question } from '../model/question.ts';
import type { QuizView } from '../path/types.ts';
import { all, compiled, fill, h, one, setAttribute, slot } from './dom.ts';
import { itemLink, type Page } from './page.ts';
import { outcomeOf } from './practice.ts';
import { type QuestionWidget, widgetOf } from './question-type.ts';
import { percent, quizFacts, words } from './words.ts';

/** A question on the page with what it takes to run it. */
interface Asked {
  readonly place: HTMLElement;
  readonly question: Question;
  readonly widget: QuestionWidget;
}

/**
 * A graded quiz: answers are kept as a draft at every change, handed in together, and shown with their
 * score and feedback until the learner starts another attempt.
 */
export class QuizForm {
  readonly #page: Page;
  readonly #quiz: Quiz;
  readonly #form: HTMLElement;
  readonly #asked: readonly Asked[];
  /** The attempt whose answers are being given; undefined while a result shows. */
  #attempt: number | undefined;
  /** The handed-in attempt that shows. */
  #shown: Event | undefined;
  /** What the result was made from, so that it is made again only when that changed. */
  #made = '';

  constructor(page: Page, quiz: Quiz, form: HTMLElement) {
    this.#page = page;
    this.#quiz = quiz;
    this.#form = form;
    this.#asked = all('[data-question]', form).flatMap((place) => {
      const question = page.questions.find((found) => found.key === place.dataset.question);
      const widget = question && widgetOf(question);
      return question && widget ? [{ place, question, widget }] : [];
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(false);
    });
    form.addEventListener('change', (event) => this.#keepDraft(event.target));
  }

  /** Shows what is to be seen now: a new attempt, a draft, or the last result. */
  show(): void {
    const view = this.#view();
    if (!view) return;
    // Handed in elsewhere, or everything was deleted: the attempt at hand is over.
    if (this.#attempt !== undefined && this.#attempt !== view.attempt) this.#attempt = undefined;
    const last = this.#lastSubmission();
    if (this.#attempt === undefined && (!last || this.#hasDraft(view))) this.#begin(view.attempt);
    else if (this.#attempt === undefined && last && last !== this.#shown) this.#showResult(last);
    const facts = quizFacts(this.#quiz, view).map(([name, value]) =>
      h('div', {}, h('dt', {}, name), h('dd', {}, value)),
    );
    fill(slot('quiz-status'), facts.length > 0 && h('dl', { class: 'facts' }, ...facts));
    this.#showVerdict(view);
  }

  #view(): QuizView | undefined {
    return this.#page.progress.item(this.#quiz.id)?.quiz;
  }

  #lastSubmission(): Event | undefined {
    return this.#page.progress.last((event) => event.type === 'submitted' && event.item === this.#quiz.id);
  }

  #mayTry(view: QuizView): boolean {
    return view.attemptsLeft !== 0 && view.toReview.length === 0;
  }

  #draftName(key: QuestionKey, attempt: number): string {
    return `draft:${key}:${attempt}`;
  }

  #draft(asked: Asked, attempt: number): Response | undefined {
    return parseResponse(this.#page.progress.store.note(this.#draftName(asked.question.key, attempt)));
  }

  #hasDraft(view: QuizView): boolean {
    return this.#mayTry(view) && this.#asked.some((asked) => this.#draft(asked, view.attempt));
  }

  #keepDraft(target: EventTarget | null): void {
    const attempt = this.#attempt;
    const asked = this.#asked.find(({ place }) => target instanceof Node && place.contains(target));
    if (!asked || attempt === undefined) return;
    const response = asked.widget.read(asked.place, asked.question);
    this.#page.progress.store.keep(this.#draftName(asked.question.key, attempt), response);
  }

  /** Empties the form for an attempt, or fills it with the answers given so far. */
  #begin(attempt: number): void {
    this.#attempt = attempt;
    this.#shown = undefined;
    this.#made = '';
    this.#freeze(false);
    for (const asked of this.#asked) {
      asked.widget.write(asked.place, asked.question, this.#draft(asked, attempt));
      this.#mark(asked, undefined, undefined);
    }
    fill(slot('quiz-result'));
  }

  #submit(asItIs: boolean): void {
    const view = this.#view();
    if (!view || this.#attempt === undefined || !this.#mayTry(view)) return;
    const answers = this.#asked.map((asked) => ({
      ...asked,
      response: asked.widget.read(asked.place, asked.question),
    }));
    const open = answers.filter(({ response }) => !response);
    if (open.length > 0 && !asItIs) {
      this.#askAboutOpen(open);
      return;
    }
    const { progress } = this.#page;
    const item = this.#quiz.id;
    const { attempt } = view;
    const credits: Record<QuestionKey, Share> = {};
    for (const { question, widget, response } of answers) {
      const credit = response ? widget.grade(question, response) : 0;
      credits[question.key] = credit;
      if (response)
        progress.record({ type: 'answered', item, question: question.key, response, credit, attempt });
    }
    const questions = this.#asked.map(({ question }) => question);
    progress.record({ type: 'submitted', item, attempt, ...score(questions, credits), credits });
    for (const { question } of answers)
      progress.store.keep(this.#draftName(question.key, attempt), undefined);
    this.#attempt = undefined;
    this.show();
    this.#page.announce(`${words.quiz.handedIn}: ${percent(scoreShare(score(questions, credits)))}`);
    // Handing in was the learner's act: its result is what comes next.
    this.#focusResult();
  }

  #askAboutOpen(open: readonly Asked[]): void {
    const number = (asked: Asked) => this.#asked.findIndex(({ question }) => question === asked.question) + 1;
    const links = open.map((asked) =>
      h('li', {}, h('a', { href: `#${asked.place.id}` }, words.quiz.question(number(asked)))),
    );
    const button = h(
      'button',
      { type: 'button', class: 'button', click: () => this.#submit(true) },
      words.quiz.submitAnyway,
    );
    fill(
      slot('quiz-result'),
      h('h2', {}, words.quiz.unanswered(open.length)),
      h('ul', { class: 'steps' }, ...links),
      h('div', { class: 'cluster' }, button),
    );
    this.#focusResult();
  }

  #focusResult(): void {
    const result = slot('quiz-result');
    if (!result) return;
    result.tabIndex = -1;
    result.focus();
  }

  /** Shows the answers of an attempt that was handed in, with what each earned. */
  #showResult(submission: Event): void {
    if (submission.type !== 'submitted') return;
    this.#shown = submission;
    this.#freeze(true);
    for (const asked of this.#asked) {
      const { key } = asked.question;
      const answer = this.#page.progress.last(
        (event) =>
          event.type === 'answered' &&
          event.question === key &&
          event.attempt === submission.attempt &&
          event.n < submission.n,
      );
      const response = answer?.type === 'answered' ? answer.response : undefined;
      asked.widget.write(asked.place, asked.question, response);
      this.#mark(
        asked,
        response,
        Object.hasOwn(submission.credits, key) ? (submission.credits[key] ?? 0) : undefined,
      );
    }
  }

  /** `credit` undefined: the question was not part of the attempt. */
  #mark({ place, question, widget }: Asked, response: Response | undefined, credit: Share | undefined): void {
    widget.mark(place, question, response);
    const outcome = credit === undefined ? undefined : outcomeOf(credit);
    const feedback = slot('feedback', place);
    setAttribute(place, 'data-outcome', outcome);
    if (!feedback) return;
    setAttribute(feedback, 'data-outcome', outcome);
    feedback.replaceChildren();
    if (credit === undefined) return;
    feedback.append(h('p', {}, words.question.points(credit * question.points, question.points)));
    if (question.explanation !== undefined) feedback.append(compiled(question.explanation));
  }

  #freeze(frozen: boolean): void {
    for (const { place, question, widget } of this.#asked) widget.freeze(place, frozen, question);
    for (const button of all('button[type=submit]', this.#form)) button.hidden = frozen;
  }

  /** The score of the attempt that shows, and what the learner can do now. */
  #showVerdict(view: QuizView): void {
    const submission = this.#shown;
    if (submission?.type !== 'submitted') return;
    const made = JSON.stringify([submission.n, submission.device, view]);
    if (made === this.#made) return;
    this.#made = made;
    const { pass, exhausted } = this.#quiz;
    const share = scoreShare(submission);
    const passed = pass !== undefined && share >= pass;
    const parts: Node[] = [
      h('h2', {}, pass === undefined ? words.quiz.handedIn : passed ? words.quiz.passed : words.quiz.failed),
      h('p', {}, words.quiz.score(submission.earned, submission.possible, share)),
    ];
    const notes: string[] = [];
    if (pass !== undefined && !passed) notes.push(words.quiz.mark(pass));
    if (view.best !== undefined && view.best > share) notes.push(words.quiz.best(view.best));
    if (view.attemptsLeft !== undefined && view.attemptsLeft > 0 && !view.passed)
      notes.push(words.quiz.left(view.attemptsLeft));
    if (notes.length > 0) parts.push(h('p', {}, notes.join(' ')));
    if (view.toReview.length > 0) {
      parts.push(
        h('p', {}, words.quiz.review),
        h('ul', { class: 'steps' }, ...view.toReview.map((id) => h('li', {}, itemLink(this.#page, id)))),
      );
    }
    if (view.exhausted) parts.push(h('p', {}, words.quiz.exhausted[exhausted ?? 'none']));
    if (this.#mayTry(view) && share < 1) {
      const again = () => {
        this.#begin(view.attempt);
        // The learner asked for it: the first question is where it starts.
        const first = this.#asked[0]?.place;
        one('input, select, textarea', first ?? this.#form)?.focus();
      };
      const text = view.passed ? words.quiz.improve : words.quiz.retry;
      const style = view.passed ? 'button' : 'button primary';
      parts.push(
        h('div', { class: 'cluster' }, h('button', { type: 'button', class: style, click: again }, text)),
      );
    }
    const result = slot('quiz-result');
    fill(result, ...parts);
    if (result)
      setAttribute(result, 'data-outcome', pass === undefined ? undefined : passed ? 'right' : 'wrong');
  }
}
