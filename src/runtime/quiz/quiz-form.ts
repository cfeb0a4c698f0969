import type { Quiz } from '../../model/course.ts';
import type { Answer } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { Page } from '../page.ts';
import type { Show } from '../page-part.ts';
import { type ActiveQuestion, activeQuestion, isDrawn, putWhole } from '../question/active.ts';
import { keepDraft, readDraft, watchAnswers } from '../question/draft.ts';
import { clearFeedback } from '../question/feedback.ts';
import { showHints, watchHints } from '../question/hints.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { beganAt, isStarted, lastSubmission, mayTry } from './attempt.ts';
import type { QuizRun } from './run.ts';

/**
 * A graded quiz: what is asked follows from the attempt's seed; answers are kept as a draft at every change, handed in
 * together, and shown with their score and feedback until the learner starts another attempt (`result.ts`, loaded late).
 */
export function quizForm(page: Page, quiz: Quiz, form: HTMLElement, tools: Tools): Show {
  const { all, compiled, fill, h, late, one, setAttribute, setText, slot, whenHere } = tools;
  const { progress } = page;
  const { settings = {} } = quiz;
  const { shuffleOptions = false } = settings;
  const standing = all('[data-question]', form);
  const sealed = page.questions.flatMap(({ form: html }) => all('[data-question]', compiled(html ?? '')));
  const questions = new Map<QuestionKey, ActiveQuestion>();
  for (const place of [...standing, ...sealed]) {
    const active = activeQuestion(page, quiz, place, tools);
    if (active) questions.set(active.ref.key, active);
  }
  const draws =
    isStarted(quiz) ||
    settings.shuffle ||
    [...questions.values()].some((active) => isDrawn(active, shuffleOptions));
  const takes = isStarted(quiz) || settings.oneAtATime || settings.confidence;
  /** The drafts as this page knows them, so that what another tab wrote shows. */
  const known = new Map<QuestionKey, string>();
  /** Nothing was put into the form yet: what was clicked before this was ready stays. */
  let isFresh = true;
  /** The attempt at hand has begun, or had before everything was deleted. */
  let isFollowed = false;
  /** Handing in waits for its bundle: what another tab answers meanwhile was never in this form. */
  let isHandingIn = false;

  const run: QuizRun = {
    page,
    quiz,
    form,
    result: slot('quiz-result'),
    attempt: undefined,
    shown: undefined,
    taking: undefined,
    fixed: standing.map((place) => place.dataset.question ?? ''),
    find(key) {
      const active = questions.get(key);
      return active ? [active] : [];
    },
    read,
    prepare: (active, attempt) => draw()?.prepare(active, seedOf(attempt), shuffleOptions),
    arrange,
    offerHandIn,
    again() {
      offer(progress.item(quiz.id)?.quiz?.attempt ?? 1);
      focusFirst();
    },
    show,
  };
  // Handing in what could not be read would grade what nobody was asked.
  if (quiz.questions.some(({ key }) => !questions.has(key))) {
    offerHandIn(false);
    fill(run.result, h('p', {}, words.quiz.broken));
    return () => undefined;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    isHandingIn = true;
    whenHere('result', ({ handIn }) => {
      isHandingIn = false;
      handIn(run);
    });
  });
  // Browsers hand a form in at Enter in any field, radio buttons too: here it takes the button.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  });
  watchAnswers(page, form, keep);
  form.addEventListener('change', ({ target }) => {
    const active = target instanceof Node ? askedAt(target) : undefined;
    if (active) checkRead(active, true);
  });
  watchHints(form, tools, (hint, count) => {
    const active = askedAt(hint);
    if (!active || count <= active.hints) return;
    active.hints = count;
    keep(hint);
  });
  // What another tab answered: handing in here must not lose it.
  addEventListener('storage', () => readDrafts(), page);

  return show;

  function draw() {
    return draws ? late('draw') : undefined;
  }

  /** Shows what is to be seen now: a new attempt, a draft, or the last result. */
  function show(): void {
    const view = progress.item(quiz.id)?.quiz;
    if (takes) run.taking ??= late('taking')?.(page, quiz, form);
    const last = lastSubmission(progress, quiz);
    const part = last && late('result');
    const retries = settings.retryMissed && last;
    if (!view || (draws && !draw()) || (takes && !run.taking) || (retries && !part)) return;
    const { attempt } = run;
    const began = beganAt(progress, quiz, view.attempt);
    // Handed in elsewhere, begun elsewhere before, or everything was deleted: the attempt at hand is over.
    if (attempt?.number !== view.attempt || (began ? began.seed !== attempt.seed : isStarted(quiz)))
      run.attempt = undefined;
    // Before that the page's own facts say it all.
    fill(slot('quiz-status'), part?.facts(quiz, view));
    if (run.attempt) readDrafts();
    else if ((began || !last) && mayTry(view)) offer(view.attempt);
    else if (last && part) {
      isFresh = false;
      part.showResult(run, last);
    }
    setAttribute(form, 'data-active', '');
  }

  /** Begins an attempt or goes on with it; where it waits for a button, shows that first. */
  function offer(number: number): void {
    run.shown = undefined;
    fill(run.result);
    if (beganAt(progress, quiz, number) || !isStarted(quiz)) {
      begin(number);
      return;
    }
    form.hidden = true;
    run.taking?.offer(run, () => {
      const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
      progress.record({ type: 'began', item: quiz.id, attempt: number, seed });
      focusFirst();
    });
  }

  /** Before the first act it is made from who the learner is, so that a page that is only looked at records nothing. */
  function seedOf(number: number): number {
    return beganAt(progress, quiz, number)?.seed ?? draw()?.seedOf(progress, `${quiz.id} ${number}`) ?? 0;
  }

  /** Fills the form with the questions of an attempt and the answers given so far. */
  function begin(number: number): void {
    const last = lastSubmission(progress, quiz);
    const retry = settings.retryMissed ? late('result')?.retry(run, last) : undefined;
    const seed = seedOf(number);
    const missed = retry?.missed;
    const asked = (draw()?.asked(quiz, seed, missed) ?? [...(missed ?? run.fixed)]).flatMap(run.find);
    const kept = (retry?.kept ?? []).flatMap(run.find);
    run.attempt = { number, seed, asked, kept, last };
    known.clear();
    form.hidden = false;
    offerHandIn(true);
    arrange(asked, kept);
    for (const active of asked) {
      run.prepare(active, number);
      if (!isFresh) active.widget.write(active.place, active.question, undefined);
      active.widget.freeze(active.place, false, active.question);
      clearFeedback(active, tools);
      showHints(active, 0, tools);
    }
    run.taking?.begin(run.attempt, beganAt(progress, quiz, number)?.at);
    if (kept.length > 0) whenHere('result', ({ showKept }) => showKept(run));
    isFresh = false;
    readDrafts(true);
  }

  /** Puts in the drafts that this page has not seen. `isFirst`: nothing was typed in this form yet. */
  function readDrafts(isFirst = false): void {
    if (isHandingIn) return;
    for (const active of run.attempt?.asked ?? []) {
      const draft = readDraft(progress, active, run.attempt?.number, tools);
      const text = JSON.stringify(draft);
      if ((known.get(active.ref.key) ?? '{}') === text) continue;
      // Never into a field that somebody is typing in.
      if (!isFirst && document.hasFocus() && one(':focus:is(textarea, [type=text])', active.place)) continue;
      known.set(active.ref.key, text);
      putWhole(active, draft.response);
      showHints(active, draft.hints ?? 0, tools);
      run.taking?.write(active, draft.confidence);
      // It is needed when this is handed in, too: by then it should be here.
      checkRead(active, true);
    }
    run.taking?.answered();
    isFollowed ||= beganAt(progress, quiz, run.attempt?.number ?? 0) !== undefined;
    if (isFollowed) whenHere('result', ({ follow }) => follow(run));
  }

  function read(active: ActiveQuestion): Partial<Answer> {
    const response = active.widget.read(active.place, active.question);
    const confidence = run.taking?.read(active);
    return {
      ...(response && { response }),
      ...(active.hints > 0 && { hints: active.hints }),
      ...(confidence && { confidence }),
    };
  }

  /** Keeps the draft of the question that a control belongs to. The first act begins the attempt. */
  function keep(control: Node): void {
    const active = askedAt(control);
    if (!active || !run.attempt) return;
    const { number, seed } = run.attempt;
    keepDraft(progress, active, number, read(active));
    known.set(active.ref.key, JSON.stringify(readDraft(progress, active, number, tools)));
    if (!beganAt(progress, quiz, number))
      progress.record({ type: 'began', item: quiz.id, attempt: number, seed });
    run.taking?.answered();
    checkRead(active, false);
  }

  /** Says of what is typed that it cannot be read: once the learner is done with it. */
  function checkRead(active: ActiveQuestion, isSettled: boolean): void {
    whenHere('result', ({ showUnread }) => showUnread(run, active, isSettled));
  }

  function askedAt(control: Node): ActiveQuestion | undefined {
    return run.attempt?.asked.find(({ place }) => place.contains(control));
  }

  /** The learner asked for the questions: the first is where it starts. */
  function focusFirst(): void {
    one('input, select, textarea, button', run.attempt?.asked[0]?.place ?? slot('taking'))?.focus();
  }

  function arrange(asked: readonly ActiveQuestion[], kept: readonly ActiveQuestion[] = []): void {
    const places = [...asked, ...kept].map(({ place }) => place);
    const before = all('[data-question]', form);
    for (const place of before) if (!places.includes(place)) place.remove();
    // What was said in the place of drawn questions.
    for (const note of all('[data-draw]', form)) note.remove();
    // What is in order keeps its focus and its media.
    if (places.some((place, i) => place !== before[i])) form.prepend(...places);
    places.forEach((place, i) => {
      const number = i < asked.length ? words.quiz.questionOf(i + 1, asked.length) : words.quiz.kept;
      setText(one('[data-number]', place), number);
    });
  }

  function offerHandIn(offered: boolean): void {
    for (const control of all('button[type=submit]', form)) control.hidden = !offered;
  }
}
