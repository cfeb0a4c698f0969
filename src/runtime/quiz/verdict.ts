import { scoreShare } from '../../assess/score.ts';
import type { Quiz } from '../../model/course.ts';
import type { Confidence } from '../../model/events.ts';
import { duration } from '../../model/quantities.ts';
import { reaches } from '../../path/attempts.ts';
import type { QuizView } from '../../path/types.ts';
import type { ActiveQuestion } from '../question/active.ts';
import { backLink, materialLinks } from '../question/material.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { answerIn, beganAt, isRight, keptFrom, mayTry, type Submission } from './attempt.ts';
import { questionLink } from './hand-in.ts';
import type { QuizRun } from './run.ts';

/** Shows the score of an attempt, what was missed and where it is explained, what is still to be done, and the next attempt. */
export function showVerdict(run: QuizRun, submission: Submission, tools: Tools): void {
  const { button, fill, h, row, setAttribute, steps } = tools;
  const { page, quiz, result } = run;
  const item = page.progress.item(quiz.id);
  const view = item?.quiz;
  if (!result || !view) return;
  const { pass } = quiz;
  const { passed, failed, handedIn, missed, open, retry, retryMissed, improve, another } = words.quizResult;
  const share = scoreShare(submission);
  const isPassed = pass !== undefined && reaches(share, pass);
  const isOpen = mayTry(view);
  const notes = [
    ...standing(quiz, view, share, isPassed),
    ...time(run, submission),
    ...sureness(run, submission),
    ...(isOpen && view.failed ? [open] : []),
    ...(isOpen && keptFrom(quiz, submission) ? [retryMissed] : []),
  ];
  const links = missedLinks(run, submission, tools);
  const review = reviewList(run, tools);
  const nodes = [
    h('h2', {}, pass === undefined ? handedIn : isPassed ? passed : failed),
    // Of no points nothing was earned.
    ...(submission.possible > 0
      ? [h('p', {}, words.quizResult.score(submission.earned, submission.possible, share))]
      : []),
    ...(notes.length > 0 ? [h('p', {}, notes.join(' '))] : []),
    ...(links.length > 0 ? [h('h3', {}, missed), steps(links)] : []),
    ...review,
    ...(view.exhausted ? [h('p', {}, words.quizResult.exhausted[quiz.exhausted ?? 'none'])] : []),
  ];
  // Who has everything right may want to see what else could be drawn.
  if (isOpen && (share < 1 || quiz.draws)) {
    const optional = share < 1 ? improve : another;
    nodes.push(row(view.passed ? button(optional, run.again) : button(retry, run.again, 'button primary')));
  }
  // Made again only when something changed: somebody may be on a link in it.
  if (h('div', {}, ...nodes).innerHTML !== result.innerHTML) fill(result, ...nodes);
  setAttribute(result, 'data-outcome', pass === undefined ? undefined : isPassed ? 'right' : 'wrong');
}

/** What was missed: the question, and the pages that explain it. */
function missedLinks(run: QuizRun, submission: Submission, tools: Tools): (Node | string)[][] {
  const { page, quiz, fixed } = run;
  const { credits } = submission;
  const keys = new Set([...Object.keys(credits), ...fixed]);
  const missed = [...keys]
    .flatMap(run.find)
    .filter(({ ref }) => credits[ref.key] !== undefined && !isRight(submission, ref.key) && ref.points > 0);
  return missed.map((active) => {
    const links = materialLinks(page, active.ref, tools, quiz.id);
    const look = links.flatMap((parts, i) => [i === 0 ? `: ${words.quizResult.look}` : ', ', ...parts]);
    return [questionLink(run, active, tools), ...look];
  });
}

/** What a failed quiz sends learners back to, with what of it is done, and why some of it is still locked. */
function reviewList({ page, quiz }: QuizRun, tools: Tools): HTMLElement[] {
  const { progress } = page;
  const item = progress.item(quiz.id);
  const isStuck = item?.quiz?.exhausted && quiz.exhausted !== 'review';
  if (!item?.quiz?.failed || quiz.review.length === 0 || isStuck) return [];
  const { review, reviewed, toDo, done } = words.quizResult;
  const missing = item.quiz.toReview;
  const entries = quiz.review.map((id) => {
    const isMissing = missing.includes(id);
    const isLocked = isMissing && progress.item(id)?.status === 'locked';
    const why = isLocked ? (tools.late('locked')?.reasons(progress, progress.view, id) ?? []) : [];
    return [
      backLink(page, id, tools, quiz.id),
      ` (${isMissing ? toDo : done})`,
      ...why.flatMap((pieces) => [' ', ...tools.linked(page, pieces)]),
    ];
  });
  return [tools.h('p', {}, missing.length > 0 ? review : reviewed), tools.steps(entries)];
}

/** The mark, the best score, and the attempts that are left. */
function standing({ pass }: Quiz, view: QuizView, share: number, passed: boolean): string[] {
  const { mark, best, left } = words.quizResult;
  return [
    ...(pass !== undefined && !passed ? [mark(pass)] : []),
    ...(view.best !== undefined && view.best > share ? [best(view.best)] : []),
    ...(view.attemptsLeft && !view.passed ? [left(view.attemptsLeft)] : []),
  ];
}

/** How long it took, where there was a limit; nothing where the clock was set back meanwhile. */
function time({ page, quiz }: QuizRun, { at, attempt }: Submission): string[] {
  const limit = quiz.settings?.time;
  const began = beganAt(page.progress, quiz, attempt)?.at;
  if (limit === undefined || began === undefined || at < began) return [];
  return [words.quizResult.took(duration((at - began) / 60_000), duration(limit))];
}

/** How many of the answers were right, by how sure the learner was. */
function sureness({ page, quiz, find }: QuizRun, submission: Submission): string[] {
  if (!quiz.settings?.confidence) return [];
  const { certain, fairly, guessed } = words.quizResult;
  const graded = Object.keys(submission.credits).flatMap((key) =>
    find(key).flatMap(({ ref }: ActiveQuestion) => {
      const confidence = answerIn(page.progress, quiz, submission, ref)?.confidence;
      return ref.points > 0 && confidence ? [{ isRight: isRight(submission, key), confidence }] : [];
    }),
  );
  const says: readonly (readonly [Confidence, (right: number, all: number) => string])[] = [
    [3, certain],
    [2, fairly],
    [1, guessed],
  ];
  return says.flatMap(([confidence, say]) => {
    const given = graded.filter((answer) => answer.confidence === confidence);
    return given.length > 0 ? [say(given.filter((answer) => answer.isRight).length, given.length)] : [];
  });
}
