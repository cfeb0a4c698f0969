import type { Share } from '../../model/condition.ts';
import { type ActiveQuestion, asksElse, putWhole } from '../question/active.ts';
import { readDraft } from '../question/draft.ts';
import { clearFeedback } from '../question/feedback.ts';
import { remarksOn } from '../question/help.ts';
import { showHints } from '../question/hints.ts';
import { showFeedback } from '../question/show-feedback.ts';
import { unreadRemarks } from '../question/unread.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { answerIn, isRight, type Submission } from './attempt.ts';
import { latest } from './latest.ts';
import type { QuizRun } from './run.ts';

/** Shows what was answered, frozen, with what it earned. */
export interface Answers {
  showAnswers(run: QuizRun, submission: Submission): void;
  showKept(run: QuizRun): void;
  showUnread(run: QuizRun, active: ActiveQuestion, isSettled: boolean): void;
}

/** Makes it with the runtime's tools. */
export function answers(tools: Tools): Answers {
  return {
    showAnswers(run, submission) {
      const keys = new Set([...Object.keys(submission.credits), ...run.fixed]);
      const shown = [...keys].flatMap(run.find);
      run.form.hidden = false;
      run.offerHandIn(false);
      run.arrange(shown);
      run.taking?.end(shown);
      for (const active of shown) show(run, active, submission);
      sayAsked(tools);
    },
    showUnread(run, active, isSettled) {
      // Handed in meanwhile, or asked no more.
      if (!run.attempt?.asked.includes(active)) return;
      const box = tools.slot('feedback', active.place);
      const { response } = run.read(active);
      const remarks = unreadRemarks(active, response);
      // Nobody is interrupted who is still typing; what can be read by now is not complained about.
      if (!box || (!isSettled && remarks.length > 0)) return;
      const draft = readDraft(run.page.progress, active, run.attempt.number, tools);
      // What does not fit any more was not put in (`putWhole`).
      const isOther = asksElse(active, draft) || (draft.response !== undefined && !response);
      const text = [
        ...(isOther ? [words.help.changed] : []),
        ...remarks.map((remark) => words.remarks[remark]),
      ].join(' ');
      if (box.textContent === text) return;
      box.replaceChildren(...(text ? [tools.h('p', {}, text)] : []));
      run.page.announce(text);
    },
    showKept(run) {
      const { asked, kept, last } = run.attempt ?? { asked: [], kept: [] };
      if (kept.length > 0) sayAsked(tools, asked.length, asked.length + kept.length);
      const now = last && latest(run.page.progress, last);
      for (const active of kept) if (now) show(run, active, now);
    },
  };

  /** The answer that an attempt was graded by. */
  function show(run: QuizRun, active: ActiveQuestion, submission: Submission): void {
    const { page, quiz, taking } = run;
    const { place, question, widget, ref } = active;
    const answer = answerIn(page.progress, quiz, submission, ref);
    const view = page.progress.item(quiz.id)?.quiz;
    run.prepare(active, answer?.attempt ?? submission.attempt);
    const isWhole = putWhole(active, answer?.response);
    widget.freeze(place, true, question);
    taking?.write(active, answer?.confidence);
    showHints(active, answer?.hints ?? 0, tools);
    const { [ref.key]: credit } = submission.credits;
    clearFeedback(active, tools);
    // An edition since has added it.
    if (credit === undefined) tools.slot('feedback', place)?.replaceChildren(words.quizResult.added);
    // Or an opinion that was not given.
    if (credit === undefined || (ref.points === 0 && !answer)) return;
    // What it asks now was not answered: today's key says nothing of what was.
    const isOther = answer !== undefined && (!isWhole || asksElse(active, answer));
    const grade = answer && !isOther ? widget.grade(question, answer.response) : undefined;
    const { merit, share } = worth(run, active, submission);
    const isKept =
      grade && grade.credit < merit && answer?.answer !== undefined && answer.answer !== ref.answer;
    // Whoever did not say so is taken to have guessed.
    const sure = answer?.confidence ?? (quiz.settings?.confidence && share > 0 ? 1 : undefined);
    const outcome = ref.points > 0 ? tools.outcomeOf(merit) : undefined;
    const isOver = view?.passed || view?.attemptsLeft === 0;
    showFeedback(
      active,
      {
        verdict: !outcome
          ? words.question.kept
          : !answer
            ? words.quizResult.leftOut(ref.points)
            : judged(
                isKept ? words.quizResult.kept : words.quizResult[outcome],
                share * ref.points,
                ref.points,
                [sure && words.quizResult.how[sure], credit < merit && words.quizResult.paid],
              ),
        // What stands in the form is not right by today's key, whatever it earned.
        outcome: isOther || isKept ? undefined : outcome,
        grade,
        help: {
          remarks: [
            ...remarksOn(grade, tools),
            ...(isOther ? [tools.h('p', {}, words.quizResult.changed)] : []),
            ...(isKept ? [tools.h('p', {}, words.quizResult.corrected)] : []),
          ],
          next: [],
        },
        // While there is another attempt, who missed it asks for the explanation.
        explained: !isOther && (!outcome || outcome === 'right' || isOver === true),
      },
      tools,
    );
  }
}

/** How right an answer was (`merit`), and the share of its points that it earned, hints paid; below 0 what it cost. */
export function worth(
  { page, quiz, taking }: QuizRun,
  { question, ref, widget }: ActiveQuestion,
  submission: Submission,
): { readonly merit: Share; readonly share: number } {
  const { [ref.key]: credit = 0 } = submission.credits;
  const answer = answerIn(page.progress, quiz, submission, ref);
  const isSame = answer && !asksElse({ ref }, answer);
  const grade =
    isSame && answer.hints && question.hints.length > 0 ? widget.grade(question, answer.response) : undefined;
  // Hints make an answer worth less, not less right.
  const merit = isRight(submission, ref.key) ? 1 : Math.max(grade?.credit ?? 0, credit);
  const left = merit > 0 ? Math.min(1, credit / merit) : 1;
  const isMarked = quiz.settings?.confidence && taking;
  return { merit, share: isMarked ? taking.mark(merit, answer?.confidence, left) : credit };
}

/** `name`: what came of it. `Right: 0.33 of 1 point (as a guess).`; `because`: why it is not what a right or a wrong answer is worth else. */
function judged(
  name: string,
  earned: number,
  possible: number,
  because: readonly (string | 0 | false | undefined)[],
): string {
  const { named, points, lost } = words.quizResult;
  const why = because.filter((reason) => reason).join(', ');
  const came = earned < 0 ? lost(-earned) : points(earned, possible);
  return `${named(name, came)}${why && ` (${why})`}.`;
}

/** The number of questions at the top of the page: of an attempt that asks only some of them, or again as the page has it. */
export function sayAsked({ one, setText }: Tools, asked?: number, of = 0): void {
  const place = one('[data-asked]');
  if (!place) return;
  place.dataset.asked ||= place.textContent;
  setText(place, asked === undefined ? place.dataset.asked : words.quizResult.asked(asked, of));
}
