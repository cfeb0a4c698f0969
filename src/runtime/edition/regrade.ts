import { confidentScore } from '../../assess/confidence.ts';
import { leftAfterHints } from '../../assess/hints.ts';
import { type Score, scoreShare } from '../../assess/score.ts';
import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Course, QuestionRef, Quiz } from '../../model/course.ts';
import {
  type Confidence,
  type Event,
  eventId,
  type Fact,
  profileOf,
  type Response,
} from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import { reaches } from '../../path/attempts.ts';
import { lookup, type Node } from '../../path/lookup.ts';
import type { State } from '../../path/state.ts';
import { replay } from '../../path/step.ts';
import type { Question } from '../../questions/question.ts';

export type Regraded = Extract<Fact, { type: 'regraded' }>;
type Answered = Extract<Event, { type: 'answered' }>;
type Submitted = Extract<Event, { type: 'submitted' }>;
type Credits = Readonly<Record<QuestionKey, Share>>;

/** Grades a response, hints unpaid; undefined when it is not one for this type of question. */
export type Grader = (question: Question, response: Response) => Grade | undefined;

/** What less than this is, is a rounding error. */
const LEAST = 1e-9;

/**
 * What corrected answer keys add to what somebody earned: the answers to what the questions ask today, graded by today's keys,
 * each credit the better of then and now. One fact for each item of practice and for each attempt at a quiz that gains by it; none for
 * what gains nothing, and so none for what was regraded before. Answers that were graded by today's key are left alone.
 *
 * @param events in the names of this edition (`src/path/renamed.ts`), in their order
 * @param questions those with their keys that are at hand. For a quiz that marks by confidence all of them, or its points stay.
 */
export function regraded(
  course: Course,
  events: readonly Event[],
  questions: readonly Question[],
  grade: Grader,
): Regraded[] {
  const known = new Map(questions.map((question) => [question.key, question]));
  const answers = new Map<QuestionKey, Answered[]>();
  for (const event of events)
    if (event.type === 'answered')
      answers.set(event.question, [...(answers.get(event.question) ?? []), event]);
  if (!questions.some(({ key }) => answers.has(key))) return [];
  const state = replay(course, events);
  const key = answerKey(known, grade);
  return lookup(course).nodes.flatMap((node) => {
    const { item } = node;
    if (item.kind === 'section' || !item.questions.some(({ key }) => known.has(key))) return [];
    return item.kind === 'module'
      ? practice(node, item.questions, answers, state, key)
      : attempts(node, item, events, answers, state, key);
  });
}

/** What an answer is worth by today's key. */
interface Worth {
  /** Before hints are paid, and what they leave. */
  readonly merit: Share;
  readonly left: Share;
}

/** Answers by their questions, in order. */
type Answers = ReadonlyMap<QuestionKey, readonly Answered[]>;

interface AnswerKey {
  /** Undefined where the question is not at hand, asked something else, or had this key when it was answered. */
  grade(ref: QuestionRef, answer: Answered): Worth | undefined;
  /** What hints left of the points of an answer, as far as is known. */
  left(answer: Answered | undefined): Share;
}

function answerKey(known: ReadonlyMap<QuestionKey, Question>, grade: Grader): AnswerKey {
  const left = (answer: Answered | undefined): Share =>
    leftAfterHints((answer && known.get(answer.question)?.hints) ?? [], answer?.hints ?? 0);
  return {
    left,
    grade(ref, answer) {
      const question = known.get(ref.key);
      if (!question || answer.asks === undefined || answer.asks !== ref.asks) return undefined;
      if (answer.answer !== undefined && answer.answer === ref.answer) return undefined;
      return { merit: grade(question, answer.response)?.credit ?? 0, left: left(answer) };
    },
  };
}

function practice(
  { at, item, questions }: Node,
  refs: readonly QuestionRef[],
  answers: Answers,
  state: State,
  key: AnswerKey,
): Regraded[] {
  const credits: Record<QuestionKey, Share> = {};
  for (const ref of refs) {
    const earned = state.items[at]?.credits?.[questions.get(ref.key) ?? -1] ?? 0;
    const best = (answers.get(ref.key) ?? [])
      .map((answer) => key.grade(ref, answer))
      .reduce((most, found) => Math.max(most, found ? found.merit * found.left : 0), 0);
    if (best > earned + LEAST) credits[ref.key] = best;
  }
  return Object.keys(credits).length > 0 ? [{ type: 'regraded', item: item.id, credits }] : [];
}

function attempts(
  { at, questions }: Node,
  quiz: Quiz,
  events: readonly Event[],
  answers: Answers,
  state: State,
  key: AnswerKey,
): Regraded[] {
  const own = state.items[at];
  /** The first event of each attempt, which names it: tabs of one browser may have handed it in twice. */
  const names = new Map<string, string>();
  return events.flatMap((event) => {
    if (event.type !== 'submitted' || event.item !== quiz.id) return [];
    const attempt = `${profileOf(event)}:${event.attempt}`;
    const of = names.get(attempt) ?? eventId(event);
    names.set(attempt, of);
    const found = attemptNow(quiz, event, answers, key);
    if (!found) return [];
    const submission = own?.submissions?.find((handedIn) => eventId(handedIn) === of);
    const before = own?.regraded?.find((regrading) => regrading.of === of);
    const share = scoreShare(found.score);
    const passed = quiz.pass !== undefined && reaches(share, quiz.pass);
    const gains =
      share > Math.max(submission?.share ?? 0, before?.share ?? 0) + LEAST ||
      (passed && !submission?.passed && !before?.passed) ||
      Object.entries(found.credits).some(
        ([key, credit]) => credit > (own?.credits?.[questions.get(key) ?? -1] ?? 0) + LEAST,
      );
    if (!gains) return [];
    const { credits, right, score } = found;
    return [
      {
        type: 'regraded',
        item: quiz.id,
        credits,
        attempt: {
          of,
          ...score,
          ...(right.length > 0 && { right }),
          ...(passed && { passed }),
        },
      },
    ];
  });
}

interface AttemptNow {
  /** Of the questions that gain. */
  readonly credits: Credits;
  /** Those of them whose answers are right although hints were paid. */
  readonly right: readonly QuestionKey[];
  readonly score: Score;
}

/** An attempt with the better of both credits for each question; undefined where none gains. */
function attemptNow(
  quiz: Quiz,
  handedIn: Submitted,
  answers: Answers,
  answerKey: AnswerKey,
): AttemptNow | undefined {
  const credits: Record<QuestionKey, Share> = {};
  const right: QuestionKey[] = [];
  const merits: Record<QuestionKey, Share> = {};
  const left: Record<QuestionKey, Share> = {};
  const confidences: Record<QuestionKey, Confidence | undefined> = {};
  let gained = 0;
  const refs = quiz.questions.filter(({ key }) => Object.hasOwn(handedIn.credits, key));
  for (const ref of refs) {
    const { key, points } = ref;
    const credit = handedIn.credits[key] ?? 0;
    const wasRight = credit >= 1 || handedIn.right?.includes(key) === true;
    const answer = answerTo(handedIn, answers.get(key) ?? [], wasRight);
    const now = answer && answerKey.grade(ref, answer);
    const paid = answerKey.left(answer);
    const isBetter = now !== undefined && now.merit * now.left > credit + LEAST;
    // What an answer was worth before its hints were paid follows from what it earned.
    merits[key] = wasRight ? 1 : isBetter ? now.merit : paid > 0 ? Math.min(1, credit / paid) : credit;
    left[key] = wasRight ? Math.max(credit, isBetter ? now.merit * now.left : 0) : paid;
    confidences[key] = answer?.confidence;
    if (!isBetter) continue;
    credits[key] = now.merit * now.left;
    if (now.merit >= 1 && now.left < 1) right.push(key);
    gained += (now.merit * now.left - credit) * points;
  }
  if (Object.keys(credits).length === 0) return undefined;
  const { earned, possible } = handedIn;
  if (!quiz.settings?.confidence)
    return { credits, right, score: { earned: Math.min(possible, earned + gained), possible } };
  const again = confidentScore(refs, merits, confidences, left);
  // Questions came or went, or their points changed: what the attempt was worth cannot be worked out again.
  const isWhole = Math.abs(again.possible - possible) < LEAST;
  return { credits, right, score: isWhole && again.earned > earned ? again : { earned, possible } };
}

/** The answer that an attempt was graded by: what a retry kept was answered in an earlier one. */
function answerTo(
  { attempt, device, n }: Submitted,
  answers: readonly Answered[],
  mayBeKept: boolean,
): Answered | undefined {
  const before = answers.filter((answer) => answer.n < n);
  const given = before.filter((answer) => answer.attempt === attempt);
  return (
    given.findLast((answer) => answer.device === device) ??
    given.at(-1) ??
    (mayBeKept ? before.findLast((answer) => (answer.attempt ?? attempt) < attempt) : undefined)
  );
}
