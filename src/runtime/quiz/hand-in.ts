import { afterHints, leftAfterHints } from '../../assess/hints.ts';
import { type Score, score, scoreShare } from '../../assess/score.ts';
import type { Share } from '../../model/condition.ts';
import type { Confidence } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import { besideMark } from '../../model/quantities.ts';
import type { ActiveQuestion } from '../question/active.ts';
import { keepDraft } from '../question/draft.ts';
import { unreadRemarks } from '../question/unread.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { answerIn, isRight, mayTry } from './attempt.ts';
import type { QuizRun } from './run.ts';

/** Grades and records what is given in the form; `asItIs`: also with questions that have no answer. */
export function handIn(run: QuizRun, tools: Tools, asItIs = false): void {
  const { attempt, form, page, quiz, taking } = run;
  const { progress } = page;
  const view = progress.item(quiz.id)?.quiz;
  // While the gate shows there is nothing to hand in.
  if (!view || !attempt || !mayTry(view) || form.closest('[hidden]')) return;
  const { number, asked, kept, last } = attempt;
  const given = asked.map((active) => {
    const answer = run.read(active);
    return { active, answer, unread: unreadRemarks(active, answer.response) };
  });
  const open = given.filter(
    ({ active, answer, unread }) =>
      !answer.response || unread.length > 0 || (taking?.asksHowSure(active) && !answer.confidence),
  );
  if (open.length > 0 && !asItIs) {
    const { button, fill, h, row, steps } = tools;
    // Beside the button that was pressed.
    if (run.result) form.after(run.result);
    fill(
      run.result,
      h('h2', {}, words.quizResult.unanswered(open.length)),
      steps(
        open.map(({ active, unread }) => [
          questionLink(run, active, tools),
          ...unread.map((remark) => `: ${words.remarks[remark]}`),
        ]),
      ),
      row(button(words.quizResult.submitAnyway, () => handIn(run, tools, true))),
    );
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
  });
  for (const active of asked) keepDraft(progress, active, number, {});
  page.announce(`${words.quizResult.handedIn}: ${words.percent(besideMark(scoreShare(points), quiz.pass))}`);
  // Handing in was the learner's act: its result is what comes next.
  focusOn(run.result);
}

/** A link to a question of the form by its number. */
export function questionLink(
  { attempt, form, taking }: QuizRun,
  active: ActiveQuestion,
  { all, h }: Tools,
): HTMLElement {
  const number = all('[data-question]', form).indexOf(active.place) + 1;
  const reveal = (event: Event) => {
    if (!attempt || !taking) return;
    event.preventDefault();
    taking.reveal(active);
  };
  return h('a', { href: `#${active.place.id}`, click: reveal }, words.quizResult.question(number));
}

function focusOn(place: HTMLElement | undefined): void {
  if (!place) return;
  place.tabIndex = -1;
  // From its top, however tall it is.
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}
