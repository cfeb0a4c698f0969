import { afterHints, leftAfterHints } from '../../assess/hints.ts';
import { type Score, score, scoreShare } from '../../assess/score.ts';
import type { Share } from '../../model/condition.ts';
import type { Confidence } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import { besideMark } from '../../model/quantities.ts';
import { reaches } from '../../path/attempts.ts';
import { type ActiveQuestion, asWas } from '../question/active.ts';
import { keepDraft } from '../question/draft.ts';
import { unreadRemarks } from '../question/unread.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { answerIn, isRight, mayTry } from './attempt.ts';
import { latest } from './latest.ts';
import type { QuizRun } from './run.ts';

/** Grades and records what is given in the form; `asItIs`: also with questions that have no answer. */
export function handIn(run: QuizRun, tools: Tools, asItIs = false): void {
  const { attempt, form, page, quiz, taking } = run;
  const { progress } = page;
  const view = progress.item(quiz.id)?.quiz;
  // While the gate shows there is nothing to hand in.
  if (!view || !attempt || !mayTry(view) || form.closest('[hidden]')) return;
  const { number, asked, kept } = attempt;
  if (!tools.canGrade(asked.map(({ widget }) => widget))) return;
  const last = attempt.last && latest(progress, attempt.last);
  const given = asked.map((active) => stateOf(run, active));
  if (!asItIs && given.some(({ isOpen }) => isOpen)) {
    showOpen(run, tools);
    focusOn(run.result);
    return;
  }
  const item = quiz.id;
  const credits: Record<QuestionKey, Share> = {};
  /** Before hints are paid, and what they leave. */
  const merits: Record<QuestionKey, Share> = {};
  const left: Record<QuestionKey, Share> = {};
  const confidences: Record<QuestionKey, Confidence | undefined> = {};
  for (const { active, answer, unread } of given) {
    const { question, widget, ref } = active;
    // Nobody was sure of what came out of a slip of the keyboard: it earns what it earns and costs nothing.
    const { response, confidence, hints } = answer;
    const sure = unread.length > 0 ? undefined : confidence;
    const grade = response && widget.grade(question, response);
    const credit = afterHints(grade?.credit ?? 0, question.hints, active.hints);
    credits[ref.key] = credit;
    merits[ref.key] = grade?.credit ?? 0;
    left[ref.key] = leftAfterHints(question.hints, active.hints);
    confidences[ref.key] = sure;
    if (response)
      progress.record({
        type: 'answered',
        item,
        question: ref.key,
        response,
        ...(hints && { hints }),
        ...(sure && { confidence: sure }),
        credit,
        attempt: number,
        ...asWas(active),
      });
  }
  for (const { ref } of kept) {
    if (!last) continue;
    credits[ref.key] = left[ref.key] = last.credits[ref.key] ?? 0;
    merits[ref.key] = isRight(last, ref.key) ? 1 : 0;
    confidences[ref.key] = answerIn(progress, quiz, last, ref)?.confidence;
  }
  const refs = [...asked, ...kept].map(({ ref }) => ref);
  const points: Score =
    quiz.settings?.confidence && taking
      ? taking.score(refs, merits, confidences, left)
      : score(refs, credits);
  const right = refs.flatMap(({ key }) => ((merits[key] ?? 0) >= 1 && (credits[key] ?? 0) < 1 ? [key] : []));
  progress.record({
    type: 'submitted',
    item,
    attempt: number,
    ...points,
    credits,
    ...(right.length > 0 && { right }),
    ...(quiz.pass !== undefined && {
      mark: quiz.pass,
      ...(reaches(scoreShare(points), quiz.pass) && { passed: true }),
    }),
  });
  for (const active of asked) keepDraft(progress, active, number, {});
  // A tab that slept has not heard that another one handed it in: the better counts.
  progress.store.refresh();
  const share = progress.item(item)?.quiz?.last ?? scoreShare(points);
  page.announce(`${words.quizResult.handedIn}: ${words.percent(besideMark(share, quiz.pass))}`);
  // Handing in was the learner's act: its result is what comes next.
  focusOn(run.result);
}

/** What is given to a question, and whether that is all it takes: `lacks` says in words what is wrong with an answer. */
function stateOf(run: QuizRun, active: ActiveQuestion) {
  const answer = run.read(active);
  const unread = unreadRemarks(active, answer.response);
  const unsure = answer.response && run.taking?.lacks(active);
  const lacks = unread.length > 0 ? unread.map((remark) => words.remarks[remark]).join(' ') : unsure;
  return { active, answer, unread, lacks, isOpen: !answer.response || lacks !== undefined };
}

/** Lists what an attempt still lacks, beside the button that was pressed. */
function showOpen(run: QuizRun, tools: Tools): void {
  const { button, fill, h, row, setAttribute, steps } = tools;
  const { attempt, form, result } = run;
  const open = attempt?.asked.map((active) => stateOf(run, active)).filter(({ isOpen }) => isOpen) ?? [];
  if (open.length === 0) {
    fill(result);
    return;
  }
  const { named, submitAnyway, unanswered, unfinished } = words.quizResult;
  const isEmpty = open.every(({ answer }) => !answer.response);
  const nodes = [
    h('h2', { 'data-open': true }, (isEmpty ? unanswered : unfinished)(open.length)),
    steps(
      open.map(({ active, lacks }) => [
        questionLink(run, active, tools),
        ...(lacks ? [named('', lacks)] : []),
      ]),
    ),
    row(button(submitAnyway, () => handIn(run, tools, true))),
  ];
  if (!result) return;
  if (result.nextElementSibling === form) form.after(result);
  setAttribute(result, 'data-outcome', undefined);
  // Somebody may be on a link in it.
  if (h('div', {}, ...nodes).innerHTML !== result.innerHTML) fill(result, ...nodes);
}

/** Brings the list of what is still open up to date, where it shows. */
export function updateOpen(run: QuizRun, tools: Tools): void {
  if (run.result && tools.one('[data-open]', run.result)) showOpen(run, tools);
}

/** A link to a question of the form by its number. */
export function questionLink(run: QuizRun, active: ActiveQuestion, { all, h }: Tools): HTMLElement {
  const number = all('[data-question]', run.form).indexOf(active.place) + 1;
  const reveal = (event: Event) => {
    event.preventDefault();
    if (run.attempt) run.taking?.reveal(active);
    // A link within the page moves the screen alone.
    focusOn(active.place);
  };
  return h('a', { href: `#${active.place.id}`, click: reveal }, words.quizResult.question(number));
}

function focusOn(place: HTMLElement | undefined): void {
  if (!place) return;
  place.tabIndex = -1;
  // From its top, however tall it is.
  place.focus({ preventScroll: true });
  place.scrollIntoView({ behavior: 'instant' });
}
