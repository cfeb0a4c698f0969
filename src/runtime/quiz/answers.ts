import type { ActiveQuestion } from '../question/active.ts';
import { clearFeedback, showFeedback } from '../question/feedback.ts';
import { remarksOn } from '../question/help.ts';
import { showHints } from '../question/hints.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { answerIn, isRight, type Submission } from './attempt.ts';
import type { QuizRun } from './run.ts';

/** Shows what was answered, frozen, with what it earned. */
export interface Answers {
  showAnswers(run: QuizRun, submission: Submission): void;
  showKept(run: QuizRun): void;
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
    },
    showKept(run) {
      const { kept, last } = run.attempt ?? { kept: [] };
      for (const active of last ? kept : []) if (last) show(run, active, last);
    },
  };

  /** The answer that an attempt was graded by. */
  function show(run: QuizRun, active: ActiveQuestion, submission: Submission): void {
    const { page, quiz, taking } = run;
    const { place, question, widget, ref } = active;
    const answer = answerIn(page.progress, quiz, submission, ref);
    const view = page.progress.item(quiz.id)?.quiz;
    run.prepare(active, answer?.attempt ?? submission.attempt);
    widget.write(place, question, answer?.response);
    widget.freeze(place, true, question);
    taking?.write(active, answer?.confidence);
    showHints(active, answer?.hints ?? 0, tools);
    const { [ref.key]: credit } = submission.credits;
    // Not part of the attempt: an edition since has added it. Or an opinion that was not given.
    if (credit === undefined || (ref.points === 0 && !answer)) {
      clearFeedback(active, tools);
      return;
    }
    const grade = answer && widget.grade(question, answer.response);
    // Hints make an answer worth less, not less right.
    const merit = isRight(submission, ref.key) ? 1 : answer?.hints && grade ? grade.credit : credit;
    const left = merit > 0 ? Math.min(1, credit / merit) : 1;
    const share = quiz.settings?.confidence && taking ? taking.mark(merit, answer?.confidence, left) : credit;
    const outcome = ref.points > 0 ? tools.outcomeOf(merit) : undefined;
    const isOver = view?.passed || view?.attemptsLeft === 0;
    showFeedback(
      active,
      {
        verdict: outcome ? words.quizResult.points(share * ref.points, ref.points) : words.question.kept,
        outcome,
        grade,
        help: { remarks: remarksOn(grade, tools), next: [] },
        // While there is another attempt, who missed it asks for the explanation.
        explained: !outcome || outcome === 'right' || isOver === true,
      },
      tools,
    );
  }
}
