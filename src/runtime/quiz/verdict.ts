import { scoreShare } from '../../assess/score.ts';
import type { Quiz } from '../../model/course.ts';
import { type Confidence, eventId } from '../../model/events.ts';
import { besideMark, duration } from '../../model/quantities.ts';
import { reaches } from '../../path/attempts.ts';
import type { QuizView } from '../../path/types.ts';
import type { ActiveQuestion } from '../question/active.ts';
import { backLink, materialLinks } from '../question/material.ts';
import { timeGiven, timeNote } from '../taking/time-given.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { sayAsked, worth } from './answers.ts';
import { answerIn, beganAt, isRight, keptFrom, mayTry, missedFrom, type Submission } from './attempt.ts';
import { questionLink } from './hand-in.ts';
import { sheetsOf } from './latest.ts';
import type { QuizRun } from './run.ts';

const MINUTE = 60_000;

/** Shows the score of an attempt (`submission`: as it counts now), what was missed and where it is explained, what is still to be done, and the next attempt. */
export function showVerdict(run: QuizRun, submission: Submission, tools: Tools): void {
  const { button, fill, h, row, setAttribute, steps } = tools;
  const { form, page, quiz, result } = run;
  const item = page.progress.item(quiz.id);
  const view = item?.quiz;
  if (!result || !view) return;
  const { pass } = quiz;
  const { passed, failed, passedThen, missed, open, retry, retryMissed, improve, another } = words.quizResult;
  const share = scoreShare(submission);
  const reached = pass !== undefined && reaches(share, pass);
  // By the pass mark of its day, or by today's.
  const isPassed = pass !== undefined && (reached || submission.passed === true);
  const isOpen = mayTry(view);
  const notes = [
    ...changes(run, submission),
    ...(isPassed && !reached ? [passedThen] : []),
    ...standing(quiz, view, share, isPassed),
    ...belowZero(run, submission),
    ...time(run, submission),
    ...sureness(run, submission, view),
    ...(isOpen && view.failed ? [open] : []),
    ...(isOpen && keptFrom(quiz, submission) ? [retryMissed] : []),
  ];
  // What came of it comes before the questions, of which there may be many.
  if (result.nextElementSibling !== form) form.before(result);
  const links = missedLinks(run, submission, tools);
  const review = reviewList(run, tools);
  const nodes = [
    h('h2', {}, pass === undefined ? words.quizResult.handedIn : isPassed ? passed : failed),
    // Of no points nothing was earned.
    ...(submission.possible > 0
      ? [h('p', {}, words.quizResult.score(submission.earned, submission.possible, besideMark(share, pass)))]
      : []),
    ...(notes.length > 0 ? [h('p', {}, notes.join(' '))] : []),
    ...(links.length > 0 ? [h('h3', {}, missed), steps(links)] : []),
    ...review,
    ...(view.exhausted ? [h('p', {}, words.quizResult.exhausted[quiz.exhausted ?? 'none'])] : []),
  ];
  // Who has everything right may want to see what else could be drawn.
  if (isOpen && (share < 1 || quiz.draws)) {
    const optional = share < 1 ? improve : another;
    const again = () => {
      const missed = missedFrom(run, submission);
      if (missed)
        sayAsked(tools, [...missed].flatMap(run.find).length, Object.keys(submission.credits).length);
      run.again();
    };
    nodes.push(row(view.passed ? button(optional, again) : button(retry, again, 'button primary')));
  }
  // Made again only when something changed: somebody may be on a link in it.
  if (h('div', {}, ...nodes).innerHTML !== result.innerHTML) fill(result, ...nodes);
  setAttribute(result, 'data-outcome', pass === undefined ? undefined : isPassed ? 'right' : 'wrong');
}

/** What was missed: each page that explains it with its questions, then the questions that none does. */
function missedLinks(run: QuizRun, submission: Submission, tools: Tools): (Node | string)[][] {
  const { page, quiz, fixed } = run;
  const { credits } = submission;
  const keys = new Set([...Object.keys(credits), ...fixed]);
  const missed = [...keys]
    .flatMap(run.find)
    .filter(({ ref }) => credits[ref.key] !== undefined && !isRight(submission, ref.key) && ref.points > 0);
  const explained = new Map<string, { link: (Node | string)[]; of: ActiveQuestion[] }>();
  const unexplained: ActiveQuestion[] = [];
  for (const active of missed) {
    const links = materialLinks(page, active.ref, tools, quiz.id);
    if (links.length === 0) unexplained.push(active);
    for (const link of links) {
      const name = link.map((part) => (part instanceof HTMLAnchorElement ? part.href : part)).join('');
      const entry = explained.get(name) ?? { link, of: [] };
      explained.set(name, entry);
      entry.of.push(active);
    }
  }
  const linksTo = (of: readonly ActiveQuestion[]) =>
    of.flatMap((active, i) => [...(i > 0 ? [', '] : []), questionLink(run, active, tools)]);
  return [
    ...[...explained.values()].map(({ link, of }) => [...linksTo(of), `: ${words.quizResult.look}`, ...link]),
    ...(unexplained.length > 0 ? [linksTo(unexplained)] : []),
  ];
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

/** What other tabs and editions since have changed about it. */
function changes({ find, page, quiz }: QuizRun, submission: Submission): string[] {
  const { gone, regraded, tabs } = words.quizResult;
  const sheets = sheetsOf(page.progress, submission);
  const own = sheets.find((sheet) => eventId(sheet) === eventId(submission));
  const before = scoreShare(own ?? submission);
  const now = scoreShare(submission);
  const missing = Object.keys(submission.credits).filter((key) => find(key).length === 0);
  return [
    ...(sheets.length > 1 ? [tabs] : []),
    ...(now > before ? [regraded(besideMark(before, quiz.pass), besideMark(now, quiz.pass))] : []),
    ...(missing.length > 0 ? [gone(missing.length)] : []),
  ];
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

/** Why wrong answers that cost points do not add up with the result, which is never below 0. */
function belowZero(run: QuizRun, submission: Submission): string[] {
  const parts = Object.keys(submission.credits)
    .flatMap(run.find)
    .map((active) => active.ref.points * worth(run, active, submission).share);
  const sum = parts.reduce((all, part) => all + part, 0);
  // Less than what shows is nothing.
  return sum < -0.005 ? [words.quizResult.belowZero(-sum)] : [];
}

/** How long it took, where there was a limit; nothing where the clock was set back meanwhile. */
function time({ page, quiz }: QuizRun, { at, attempt }: Submission): string[] {
  const limit = quiz.settings?.time;
  const began = beganAt(page.progress, quiz, attempt)?.at;
  if (limit === undefined || began === undefined || at < began) return [];
  const { took, tookMore } = words.quizResult;
  const taken = duration((at - began) / MINUTE);
  const more = (timeGiven(page.progress, timeNote(quiz.id, attempt))?.all ?? 0) / MINUTE - limit;
  return [more > 0 ? tookMore(taken, duration(limit), duration(more)) : took(taken, duration(limit))];
}

/** How many of the answers were right, by how sure the learner was; and what all right ones would have earned. */
function sureness({ page, quiz, find }: QuizRun, submission: Submission, view: QuizView): string[] {
  if (!quiz.settings?.confidence) return [];
  const { certain, fairly, guessed, allRight, sayCertain } = words.quizResult;
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
  const counts = says.flatMap(([confidence, say]) => {
    const given = graded.filter((answer) => answer.confidence === confidence);
    return given.length > 0 ? [say(given.filter((answer) => answer.isRight).length, given.length)] : [];
  });
  const isAllRight = Object.entries(submission.credits).every(
    ([key, credit]) => credit >= 1 || find(key).every(({ ref }) => ref.points === 0),
  );
  if (!isAllRight || scoreShare(submission) >= 1) return counts;
  return [...counts, allRight, ...(view.attemptsLeft === 0 ? [] : [sayCertain])];
}
