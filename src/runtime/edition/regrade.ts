import { confidentScore } from '../../assess/confidence.ts';
import { leftAfterHints } from '../../assess/hints.ts';
import { type Score, scoreShare } from '../../assess/score.ts';
import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Course, Module, QuestionRef, Quiz } from '../../model/course.ts';
import { type Confidence, type Event, eventId, type Fact, type Response } from '../../model/events.ts';
import type { QuestionKey } from '../../model/ids.ts';
import { reaches } from '../../path/attempts.ts';
import type { Question } from '../../questions/question.ts';
import { type Answered, answerTo, type Submission } from '../quiz/attempt.ts';
import { asRegraded } from '../quiz/latest.ts';

export type Regraded = Extract<Fact, { type: 'regraded' }>;
type Credits = Readonly<Record<QuestionKey, Share>>;

/** Grades a response, hints unpaid; undefined when it is not one for this type of question. */
export type Grader = (question: Question, response: Response) => Grade | undefined;

/** What less than this is, is a rounding error. */
const LEAST = 1e-9;

/**
 * What corrected answer keys add to what somebody earned: the answers to what the questions ask today, graded by today's keys,
 * each credit the better of then and now. One fact for each item of practice and for each attempt at a quiz, as a tab handed it in, that gains by it; none for
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
  const key = answerKey(known, grade);
  return course.items.flatMap((item) => {
    if (item.kind === 'section' || !item.questions.some((ref) => known.has(ref.key))) return [];
    return item.kind === 'module'
      ? practice(item, events, answers, key)
      : attempts(item, events, answers, key);
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
  { id, questions }: Module,
  events: readonly Event[],
  answers: Answers,
  key: AnswerKey,
): Regraded[] {
  const credits: Record<QuestionKey, Share> = {};
  for (const ref of questions) {
    const best = (answers.get(ref.key) ?? [])
      .map((answer) => key.grade(ref, answer))
      .reduce((most, found) => Math.max(most, found ? found.merit * found.left : 0), 0);
    if (best > 0 && best > earned(ref.key, events) + LEAST) credits[ref.key] = best;
  }
  return Object.keys(credits).length > 0 ? [{ type: 'regraded', item: id, credits }] : [];
}

/** The best that was ever earned with a question. */
function earned(key: QuestionKey, events: readonly Event[]): Share {
  const credits = events.map((event) => {
    if (event.type === 'answered') return event.question === key ? event.credit : 0;
    const isResult = event.type === 'submitted' || event.type === 'regraded';
    return (isResult && Object.hasOwn(event.credits, key) && event.credits[key]) || 0;
  });
  return credits.reduce((most, credit) => Math.max(most, credit), 0);
}

/** Each tab's sheet for itself: of those that are one attempt the best counts, which may be another one afterwards. */
function attempts(quiz: Quiz, events: readonly Event[], answers: Answers, key: AnswerKey): Regraded[] {
  return events.flatMap((event): Regraded[] => {
    if (event.type !== 'submitted' || event.item !== quiz.id) return [];
    const found = attemptNow(quiz, asRegraded({ events }, event), answers, key);
    if (!found) return [];
    const { credits, right, score } = found;
    // Whoever would have passed by the right key then has passed, whatever the mark is now.
    const mark = Math.min(quiz.pass ?? Infinity, event.mark ?? Infinity);
    const passed = reaches(scoreShare(score), mark);
    const attempt = {
      of: eventId(event),
      ...score,
      ...(right.length > 0 && { right }),
      ...(passed && { passed }),
    };
    return [{ type: 'regraded', item: quiz.id, credits, attempt }];
  });
}

interface AttemptNow {
  /** Of the questions that gain. */
  readonly credits: Credits;
  /** Those of them whose answers are right although hints were paid. */
  readonly right: readonly QuestionKey[];
  readonly score: Score;
}

/**
 * An attempt with the better of both credits for each question; undefined where none gains.
 *
 * @param handedIn as it counts so far
 */
function attemptNow(
  quiz: Quiz,
  handedIn: Submission,
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
