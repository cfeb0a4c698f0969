import type { Share } from '../../../src/model/condition.ts';
import type { Module, QuestionRef, Quiz } from '../../../src/model/course.ts';
import type { ItemId, QuestionKey } from '../../../src/model/ids.ts';
import type { Step } from '../../../src/proof/types.ts';
import { type Attempts, type Book, isTagged, type Learner, parentOf, reviewOf } from './learner.ts';
import { type Meaning, meaningOf } from './meaning.ts';

type Leaf = Module | Quiz;

/** The learner who has done nothing, before every date that some condition names. */
export function newcomer(book: Book): Learner {
  return settle(book, {
    opened: [],
    done: [],
    credits: {},
    quizzes: {},
    named: {},
    badges: [],
    finished: false,
    now: (book.dates[0] ?? 1) - 1,
  });
}

/** Everything that the learner can do now: pathway.md, "Sound". */
export function moves(book: Book, learner: Learner): Step[] {
  const meaning = meaningOf(book, learner);
  const steps: Step[] = [];
  for (const item of book.leaves) {
    if (!meaning.open(item)) continue;
    const isOpened = learner.opened.includes(item.id);
    if (!isOpened) steps.push({ type: 'open', item: item.id });
    if (item.kind === 'quiz') {
      if (isOpened && maySubmit(meaning, learner, item)) steps.push(...attempts(book, item));
      if (mayUnlock(meaning, item)) steps.push({ type: 'unlock', quiz: item.id });
      continue;
    }
    if (isOpened && !learner.done.includes(item.id)) steps.push({ type: 'finish', item: item.id });
    if (isAsked(learner, item)) steps.push({ type: 'review', item: item.id });
    if (isOpened)
      for (const question of item.questions.filter((each) => isTracked(book, item, each)))
        for (const credit of question.outcomes)
          steps.push({ type: 'answer', item: item.id, question: question.key, credit });
  }
  const until = book.dates.find((date) => date > learner.now);
  if (until !== undefined) steps.push({ type: 'wait', until });
  return steps;
}

/** The learner after a step; undefined when the course does not allow it. Doing something in an open item enters it. */
export function take(book: Book, learner: Learner, step: Step): Learner | undefined {
  const meaning = meaningOf(book, learner);
  const openLeaf = (id: ItemId): Leaf | undefined => {
    const item = book.items.get(id);
    return item && item.kind !== 'section' && meaning.open(item) ? item : undefined;
  };
  switch (step.type) {
    case 'open': {
      const item = openLeaf(step.item);
      return item && settle(book, enter(book, learner, item));
    }
    case 'finish': {
      const item = openLeaf(step.item);
      if (item?.kind !== 'module' || !learner.opened.includes(item.id)) return undefined;
      return settle(book, finish(book, learner, item));
    }
    case 'answer': {
      const item = openLeaf(step.item);
      const question = item?.questions.find(({ key }) => key === step.question);
      if (item?.kind !== 'module' || !question?.outcomes.includes(step.credit)) return undefined;
      return settle(book, credit(book, enter(book, learner, item), item, { [question.key]: step.credit }));
    }
    case 'submit': {
      const item = openLeaf(step.quiz);
      if (item?.kind !== 'quiz' || !maySubmit(meaning, learner, item)) return undefined;
      return handIn(book, learner, item, step);
    }
    case 'review': {
      const item = openLeaf(step.item);
      if (item?.kind !== 'module' || !isAsked(learner, item)) return undefined;
      return settle(book, goneThrough(book, enter(book, learner, item), item));
    }
    case 'unlock': {
      const item = openLeaf(step.quiz);
      const before = learner.quizzes[step.quiz];
      if (item?.kind !== 'quiz' || !before || !mayUnlock(meaning, item)) return undefined;
      return settle(book, withQuiz(learner, item.id, { ...before, used: 0, toReview: [] }));
    }
    case 'wait':
      if (step.until <= learner.now || !book.dates.includes(step.until)) return undefined;
      return settle(book, { ...learner, now: step.until });
  }
}

/**
 * The learner after handing in. A step that answers every candidate of a draw stands for as many attempts as that takes, each
 * with the same score.
 */
function handIn(
  book: Book,
  learner: Learner,
  quiz: Quiz,
  { share, credits }: Step & { type: 'submit' },
): Learner | undefined {
  let now: Learner | undefined = learner;
  for (const paper of papersOver(quiz, credits)) {
    if (!now || !maySubmit(meaningOf(book, now), now, quiz)) return undefined;
    const given = Object.fromEntries(paper.map(({ key }) => [key, credits[key] ?? -1]));
    if (!paper.every(({ key, outcomes }) => outcomes.includes(given[key] ?? -1))) return undefined;
    if (!shares(quiz, paper, given).some((found) => Math.abs(found - share) < 1e-9)) return undefined;
    now = settle(book, submit(book, enter(book, now, quiz), quiz, given, share));
  }
  return now;
}

/** The papers on which all of these were asked; one where there are no more than one holds. */
function papersOver(quiz: Quiz, credits: Readonly<Record<QuestionKey, Share>>): QuestionRef[][] {
  const { draws = [], questions } = quiz;
  const fixed = questions.slice(0, draws[0]?.from ?? questions.length);
  const asked = draws.map(({ from, to }) => questions.slice(from, to).filter(({ key }) => key in credits));
  const papers = Math.max(1, ...asked.map((list, i) => Math.ceil(list.length / (draws[i]?.count ?? 1))));
  return Array.from({ length: papers }, (_, paper) => [
    ...fixed,
    // The last paper is filled up with what was asked before.
    ...asked.flatMap((list, i) => {
      const count = draws[i]?.count ?? 0;
      return list.slice(Math.max(0, Math.min(paper * count, list.length - count))).slice(0, count);
    }),
  ]);
}

/** Every paper that the draws of a quiz can make. */
function papers({ questions, draws = [] }: Quiz): QuestionRef[][] {
  let all = [questions.slice(0, draws[0]?.from ?? questions.length)];
  for (const { from, to, count } of draws) {
    const hands = choices(questions.slice(from, to), count);
    all = all.flatMap((paper) => hands.map((hand) => [...paper, ...hand]));
  }
  return all;
}

/** All ways to choose so many, order aside. */
function choices<T>([first, ...rest]: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choices(rest, count - 1).map((others) => [first, ...others]), ...choices(rest, count)];
}

function maySubmit(meaning: Meaning, learner: Learner, quiz: Quiz): boolean {
  return meaning.attemptsLeft(quiz) > 0 && (learner.quizzes[quiz.id]?.toReview.length ?? 0) === 0;
}

function mayUnlock(meaning: Meaning, quiz: Quiz): boolean {
  return quiz.exhausted === 'contact' && meaning.exhausted(quiz);
}

/** Does some failed quiz ask to go through it again? */
function isAsked(learner: Learner, { id }: Leaf): boolean {
  return Object.values(learner.quizzes).some((quiz) => quiz?.toReview.includes(id));
}

/**
 * Is the answer remembered? Where it counts for a competency; and where the module is done by its questions, if any of
 * them counts (otherwise `finish` says it all).
 */
function isTracked(book: Book, item: Leaf, question: QuestionRef): boolean {
  if (isTagged(book, question)) return true;
  return (
    item.kind === 'module' &&
    item.done.type === 'questions' &&
    item.questions.some((other) => isTagged(book, other))
  );
}

const everyAttempt = new WeakMap<Book, Map<ItemId, readonly Step[]>>();

/** Every attempt that the questions allow, worked out once; one for each score where single answers do not count. */
function attempts(book: Book, quiz: Quiz): readonly Step[] {
  const ofBook = everyAttempt.get(book) ?? new Map<ItemId, readonly Step[]>();
  everyAttempt.set(book, ofBook);
  const found = ofBook.get(quiz.id) ?? listAttempts(book, quiz);
  ofBook.set(quiz.id, found);
  return found;
}

function listAttempts(book: Book, quiz: Quiz): Step[] {
  const steps = papers(quiz).flatMap((paper) => {
    let all: Readonly<Record<QuestionKey, Share>>[] = [{}];
    for (const { key, outcomes } of paper)
      all = all.flatMap((credits) => outcomes.map((outcome) => ({ ...credits, [key]: outcome })));
    return all.flatMap((credits) =>
      shares(quiz, paper, credits).map((share): Step & { type: 'submit' } => ({
        type: 'submit',
        quiz: quiz.id,
        share,
        credits,
      })),
    );
  });
  if (quiz.questions.some((question) => isTagged(book, question))) return steps;
  return [...new Map(steps.map((step) => [step.share.toFixed(9), step])).values()];
}

/**
 * Points earned over points possible; with nothing to earn nobody fails. Who says how sure they are earns 1, 2 or 3 thirds when
 * right, and loses 0, 2 or 6 when wrong; all together never less than nothing. A credit below 1 may be that of an answer that is
 * right in part, or what hints have left of a right one.
 */
function shares(
  { settings }: Quiz,
  paper: readonly QuestionRef[],
  credits: Readonly<Record<QuestionKey, Share>>,
): Share[] {
  const possible = paper.reduce((sum, { points }) => sum + points, 0);
  if (possible === 0) return [1];
  let sums = [0];
  for (const { key, points } of paper) {
    const credit = credits[key] ?? 0;
    const partly = [credit, 2 * credit - 2 * (1 - credit), 3 * credit - 6 * (1 - credit)];
    const paid = [credit, 2 * credit, 3 * credit];
    const marks = settings?.confidence ? [...partly, ...paid].map((mark) => mark / 3) : [credit];
    sums = [...new Set(sums.flatMap((sum) => marks.map((mark) => Number((sum + mark * points).toFixed(9)))))];
  }
  return sums.map((sum) => Math.max(0, sum) / possible);
}

/** Enters an item: what routes around it name is named for ever. */
function enter(book: Book, learner: Learner, item: Leaf): Learner {
  if (learner.opened.includes(item.id)) return learner;
  const meaning = meaningOf(book, learner);
  const named = { ...learner.named };
  for (let section = parentOf(book, item); section; section = parentOf(book, section))
    if (section.type === 'dynamic-branching' && section.by.type === 'route')
      named[section.id] = meaning.namedBy(section);
  return { ...learner, named: sorted(named), opened: [...learner.opened, item.id].sort() };
}

function finish(book: Book, learner: Learner, item: Module): Learner {
  const done = { ...learner, done: [...new Set([...learner.done, item.id])].sort() };
  switch (item.done.type) {
    case 'view':
    case 'manual':
      return goneThrough(book, done, item);
    case 'video':
      return done;
    case 'questions':
      return credit(book, done, item, Object.fromEntries(item.questions.map(({ key }) => [key, 1])));
  }
}

function credit(
  book: Book,
  learner: Learner,
  item: Leaf,
  found: Readonly<Record<QuestionKey, Share>>,
): Learner {
  const credits = { ...learner.credits };
  for (const question of item.questions) {
    const now = found[question.key];
    if (now === undefined || !isTracked(book, item, question)) continue;
    // Where it counts for nothing, it matters only that it was answered.
    credits[question.key] = isTagged(book, question) ? Math.max(credits[question.key] ?? 0, now) : 0;
  }
  return { ...learner, credits: sorted(credits) };
}

function submit(
  book: Book,
  learner: Learner,
  quiz: Quiz,
  credits: Readonly<Record<QuestionKey, Share>>,
  share: Share,
): Learner {
  const before = learner.quizzes[quiz.id];
  const handedIn: Attempts = {
    best: Math.max(before?.best ?? 0, Number(share.toFixed(9))),
    number: Math.min((before?.number ?? 0) + 1, book.mostAttempts.get(quiz.id) ?? 0),
    used: quiz.attempts === undefined ? 0 : (before?.used ?? 0) + 1,
    toReview: [],
  };
  const after = withQuiz(credit(book, learner, quiz, credits), quiz.id, handedIn);
  const meaning = meaningOf(book, after);
  // Who has no attempt left, and gets none by going through it again, is asked for nothing.
  const isWorthIt = quiz.exhausted === 'review' || meaning.attemptsLeft(quiz) > 0;
  const toReview = meaning.failed(quiz) && isWorthIt ? reviewOf(book, quiz) : [];
  return goneThrough(book, withQuiz(after, quiz.id, { ...handedIn, toReview }), quiz);
}

/** Crosses an item off every list of things to review; a finished list renews attempts that are used up, if they can be. */
function goneThrough(book: Book, learner: Learner, { id }: Leaf): Learner {
  let after = learner;
  for (const quiz of book.leaves) {
    const before = after.quizzes[quiz.id];
    if (quiz.kind !== 'quiz' || !before?.toReview.includes(id)) continue;
    const toReview = before.toReview.filter((other) => other !== id);
    const isRenewed = toReview.length === 0 && quiz.exhausted === 'review' && before.used === quiz.attempts;
    after = withQuiz(after, quiz.id, { ...before, toReview, used: isRenewed ? 0 : before.used });
  }
  return after;
}

function withQuiz(learner: Learner, quiz: ItemId, now: Attempts): Learner {
  return { ...learner, quizzes: sorted({ ...learner.quizzes, [quiz]: now }) };
}

const everySettled = new WeakMap<Book, Map<string, Learner>>();

/** What follows by itself: modules done by their questions, badges, the end of the course. All of it for ever, and worked out once. */
function settle(book: Book, learner: Learner): Learner {
  const ofBook = everySettled.get(book) ?? new Map<string, Learner>();
  everySettled.set(book, ofBook);
  const name = JSON.stringify(learner);
  const found = ofBook.get(name) ?? settled(book, learner);
  ofBook.set(name, found);
  return found;
}

function settled(book: Book, learner: Learner): Learner {
  let now = learner;
  for (const item of book.leaves) {
    if (item.kind !== 'module' || item.done.type !== 'questions' || now.done.includes(item.id)) continue;
    if (now.opened.includes(item.id) && item.questions.every(({ key }) => now.credits[key] !== undefined))
      now = { ...now, done: [...now.done, item.id].sort() };
  }
  for (;;) {
    const meaning = meaningOf(book, now);
    const badges = book.course.badges.map(({ id }) => id).filter((id) => meaning.badge(id));
    const finished = meaning.finished();
    if (badges.length === now.badges.length && finished === now.finished) return now;
    now = { ...now, badges, finished };
  }
}

/** The same entries with their keys in order, so that equal learners have equal JSON. */
function sorted<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
