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
      const { credits } = step;
      if (!item.questions.every(({ key, outcomes }) => outcomes.includes(credits[key] ?? -1)))
        return undefined;
      if (Math.abs(share(item, credits) - step.share) > 1e-9) return undefined;
      return settle(book, submit(book, enter(book, learner, item), item, credits));
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

/** Every attempt that the questions allow; one for each score where single answers do not count. */
function attempts(book: Book, quiz: Quiz): Step[] {
  let all: Readonly<Record<QuestionKey, Share>>[] = [{}];
  for (const { key, outcomes } of quiz.questions)
    all = all.flatMap((credits) => outcomes.map((outcome) => ({ ...credits, [key]: outcome })));
  const steps = all.map((credits): Step & { type: 'submit' } => ({
    type: 'submit',
    quiz: quiz.id,
    share: share(quiz, credits),
    credits,
  }));
  if (quiz.questions.some((question) => isTagged(book, question))) return steps;
  return [...new Map(steps.map((step) => [step.share.toFixed(9), step])).values()];
}

/** Points earned over points possible; with nothing to earn nobody fails. */
function share({ questions }: Quiz, credits: Readonly<Record<QuestionKey, Share>>): Share {
  const possible = questions.reduce((sum, { points }) => sum + points, 0);
  const earned = questions.reduce((sum, { key, points }) => sum + points * (credits[key] ?? 0), 0);
  return possible > 0 ? earned / possible : 1;
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
): Learner {
  const before = learner.quizzes[quiz.id];
  const handedIn: Attempts = {
    best: Math.max(before?.best ?? 0, Number(share(quiz, credits).toFixed(9))),
    number: Math.min((before?.number ?? 0) + 1, book.mostAttempts.get(quiz.id) ?? 0),
    used: quiz.attempts === undefined ? 0 : (before?.used ?? 0) + 1,
    toReview: [],
  };
  const after = withQuiz(credit(book, learner, quiz, credits), quiz.id, handedIn);
  const isFailed = meaningOf(book, after).failed(quiz);
  const toReview = isFailed ? reviewOf(book, quiz) : [];
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

/** What follows by itself: modules done by their questions, badges, the end of the course. All of it for ever. */
function settle(book: Book, learner: Learner): Learner {
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
