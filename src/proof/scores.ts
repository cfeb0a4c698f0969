import { confidentMarks } from '../assess/confidence.ts';
import { alwaysAsked, candidatesOf, pointsPossible } from '../model/attempt.ts';
import type { Share } from '../model/condition.ts';
import type { Draw, QuestionRef, Quiz } from '../model/course.ts';
import type { QuestionKey } from '../model/ids.ts';

/** What an attempt can come to. */
export interface Outcome {
  /** Points earned over points possible. */
  readonly share: Share;
  readonly credits: Readonly<Record<QuestionKey, Share>>;
}

type Questions = Pick<Quiz, 'questions' | 'draws' | 'settings'>;

/** The credit of an answer, and the share of the points that it earns: confidence may make another of it. */
interface Answer {
  readonly credit: Share;
  readonly mark: number;
}

/** More different scores than this leave no gaps that matter; they are then told apart to a thousandth. */
const MOST_SUMS = 1000;
/** So many scores are dense enough that a few of a question's outcomes lead to all that the others lead to. */
const MANY_SUMS = 250;
const FEW = 4;
/** So many kinds of candidates are looked at, the most frequent ones, when a draw has more. */
const MOST_KINDS = 8;

/** A sum of points, and the last answer that it was made with. */
interface Sum {
  readonly value: number;
  readonly key: QuestionKey;
  readonly credit: Share;
  readonly before: Sum | undefined;
}

/** Every score that an attempt at a quiz can add up to, as a share; empty where there are no points. */
export function possibleShares(quiz: Questions): readonly Share[] {
  const total = pointsPossible(quiz);
  return total > 0 ? [...new Set(sumsOf(quiz).map((sum) => shareOf(sum?.value ?? 0, total)))] : [];
}

/**
 * For each grade that an attempt at a quiz can reach, the best of its scores, with one way of reaching it.
 *
 * @param isRepeated the quiz can be taken as often as somebody likes, and only whether all is right at last matters: the attempt with
 * every answer right then stands for as many as it takes to have drawn every candidate
 */
export function outcomeOfEach(
  quiz: Questions,
  gradeOf: (share: Share) => number,
  isRepeated = false,
): readonly Outcome[] {
  const total = pointsPossible(quiz);
  const best = new Map<number, { readonly share: Share; readonly sum: Sum | undefined }>();
  for (const sum of sumsOf(quiz)) {
    const share = shareOf(sum?.value ?? 0, total);
    const grade = gradeOf(share);
    if (share >= (best.get(grade)?.share ?? 0)) best.set(grade, { share, sum });
  }
  const most = Math.max(...[...best.values()].map(({ share }) => share));
  return [...best.values()]
    .sort((a, b) => a.share - b.share)
    .map(({ share, sum }) => {
      if (isRepeated && share === most) return { share, credits: bestCredits(quiz.questions) };
      const credits: [QuestionKey, Share][] = [];
      for (let at = sum; at; at = at.before) credits.push([at.key, at.credit]);
      return { share, credits: Object.fromEntries(credits.reverse()) };
    });
}

/** All answered as well as can be, the first candidates drawn. */
export function bestOutcome(quiz: Questions): Outcome {
  const drawn = (quiz.draws ?? []).flatMap((draw) => candidatesOf(quiz, draw).slice(0, draw.count));
  const asked = [...alwaysAsked(quiz), ...drawn];
  const earned = asked.reduce(
    (sum, { points, outcomes }) => sum + points * Math.max(...marksOf(quiz, outcomes.at(-1) ?? 0)),
    0,
  );
  return { share: shareOf(earned, pointsPossible(quiz)), credits: bestCredits(asked) };
}

function bestCredits(questions: readonly QuestionRef[]): Record<QuestionKey, Share> {
  return Object.fromEntries(questions.map(({ key, outcomes }) => [key, outcomes.at(-1) ?? 0]));
}

/** A score is never below 0, whatever confidence cost; where there is nothing to earn, nothing was missed. */
function shareOf(earned: number, total: number): Share {
  return total > 0 ? Math.max(0, earned / total) : 1;
}

/** What an answer of that credit can earn of a question's points: with confidence-based marking it hangs on the confidence. */
function marksOf({ settings }: Questions, credit: Share): readonly number[] {
  return settings?.confidence ? confidentMarks(credit) : [credit];
}

/** Every answer to a question that makes a difference: its credit, and what that earns. */
function answersWith(quiz: Questions, outcomes: readonly Share[]): readonly Answer[] {
  return outcomes.flatMap((credit) => marksOf(quiz, credit).map((mark) => ({ credit, mark })));
}

const known = new WeakMap<readonly QuestionRef[], Questions & { readonly sums: (Sum | undefined)[] }>();

/** Each sum of points that an attempt can come to, worked out once for each quiz. */
function sumsOf({ questions, draws, settings }: Questions): readonly (Sum | undefined)[] {
  const before = known.get(questions);
  if (before && before.draws === draws && before.settings === settings) return before.sums;
  const quiz = { questions, ...(draws && { draws }), ...(settings && { settings }) };
  const sums = sumsFor(quiz);
  known.set(questions, { ...quiz, sums });
  return sums;
}

function sumsFor(quiz: Questions): (Sum | undefined)[] {
  const unit = Math.max(pointsPossible(quiz), 1) * 1e-3;
  let sums: (Sum | undefined)[] = [undefined];
  for (const question of alwaysAsked(quiz)) sums = plus(quiz, sums, question, unit);
  for (const draw of quiz.draws ?? []) sums = drawn(quiz, sums, draw, unit);
  return sums;
}

/** The sums with one more question, those of the same value once. */
function plus(
  quiz: Questions,
  sums: readonly (Sum | undefined)[],
  { key, points, outcomes }: QuestionRef,
  coarse: number,
): (Sum | undefined)[] {
  const all = answersWith(quiz, outcomes);
  const answers = sums.length > MANY_SUMS ? spread(all, FEW) : all;
  // A question that nobody can answer changes nothing.
  if (answers.length === 0) return [...sums];
  const next = sums.flatMap((before) =>
    answers.map(
      ({ credit, mark }): Sum => ({ value: (before?.value ?? 0) + mark * points, key, credit, before }),
    ),
  );
  return distinct(next, sums.length > MOST_SUMS ? coarse : 1e-6);
}

/** Of sums that are not told apart the largest, so that full marks stay full marks, and nothing stays nothing. */
function distinct(sums: readonly (Sum | undefined)[], unit: number): (Sum | undefined)[] {
  const cells = new Map<number, Sum | undefined>();
  for (const sum of sums) {
    const value = sum?.value ?? 0;
    const name = Math.round(value / unit);
    const kept = cells.get(name)?.value ?? 0;
    if (!cells.has(name) || (name === 0 ? value < kept : value > kept)) cells.set(name, sum);
  }
  return [...cells.values()];
}

/** The first, the last, and others evenly between them. */
function spread<T>(things: readonly T[], count: number): readonly T[] {
  if (things.length <= count) return things;
  return things.filter(
    (_, i) =>
      Math.floor((i * (count - 1)) / (things.length - 1)) !==
      Math.floor(((i - 1) * (count - 1)) / (things.length - 1)),
  );
}

/** The sums with all that a draw can take: candidates with the same outcomes stand for each other. */
function drawn(
  quiz: Questions,
  sums: readonly (Sum | undefined)[],
  draw: Draw,
  unit: number,
): (Sum | undefined)[] {
  const kinds = groupsOf(candidatesOf(quiz, draw), ({ outcomes }) => JSON.stringify(outcomes));
  const alike = frequent(kinds, draw.count);
  /** By how many were taken. */
  let taken: (Sum | undefined)[][] = [[...sums]];
  for (const group of alike) {
    const next: (Sum | undefined)[][] = Array.from({ length: draw.count + 1 }, () => []);
    taken.forEach((before, count) => {
      let with_ = before;
      next[count]?.push(...before);
      for (const [i, question] of group.slice(0, draw.count - count).entries()) {
        with_ = plus(quiz, with_, question, unit);
        next[count + i + 1]?.push(...with_);
      }
    });
    taken = next.map((found) => distinct(found, found.length > MOST_SUMS ? unit : 1e-6));
  }
  const whole = taken[draw.count] ?? [];
  // With too few candidates it takes all there are: a finding says so.
  return whole.length > 0 ? whole : (taken.findLast((found) => found.length > 0) ?? [...sums]);
}

/** The largest groups, as many as are looked at and as it takes to draw so many. */
function frequent<T>(groups: readonly T[][], count: number): readonly T[][] {
  if (groups.length <= MOST_KINDS) return groups;
  let size = 0;
  return groups
    .toSorted((a, b) => b.length - a.length)
    .filter((group, i) => {
      const isTaken = i < MOST_KINDS || size < count;
      if (isTaken) size += group.length;
      return isTaken;
    });
}

function groupsOf<T>(things: readonly T[], nameOf: (thing: T, at: number) => string): T[][] {
  const groups = new Map<string, T[]>();
  things.forEach((thing, at) => {
    const name = nameOf(thing, at);
    const group = groups.get(name);
    if (group) group.push(thing);
    else groups.set(name, [thing]);
  });
  return [...groups.values()];
}

/** A set of answers in the making. */
interface Attempt {
  readonly earned: number;
  readonly credits: readonly (readonly [QuestionKey, Share])[];
}

/**
 * Every attempt that matters where single answers do: questions that are worth the same, feed the same competencies
 * and were answered equally well so far stand for each other. Undefined: more than `most`.
 *
 * @param best the best credit so far for each of the quiz's questions; undefined for those not asked yet
 */
export function distinctAttempts(
  quiz: Questions,
  best: readonly (Share | undefined)[],
  most: number,
): readonly Outcome[] | undefined {
  const places = new Map(quiz.questions.map(({ key }, place) => [key, place]));
  const alike = (questions: readonly QuestionRef[]) =>
    groupsOf(questions, ({ key, ...question }) => likeness(question, best[places.get(key) ?? -1]));
  let attempts: readonly Attempt[] | undefined = [{ earned: 0, credits: [] }];
  for (const group of alike(alwaysAsked(quiz)))
    attempts = attempts && joined(attempts, answersTo(quiz, group, group.length), most);
  for (const draw of quiz.draws ?? []) {
    const groups = alike(candidatesOf(quiz, draw));
    attempts = attempts && joined(attempts, draws(quiz, groups, draw.count, most), most);
  }
  const total = pointsPossible(quiz);
  return attempts
    ?.map(({ earned, credits }) => ({ share: shareOf(earned, total), credits: Object.fromEntries(credits) }))
    .sort((a, b) => a.share - b.share);
}

/** What has to be the same for questions to stand for each other. */
export function likeness(
  { points, outcomes, competencies }: Pick<QuestionRef, 'points' | 'outcomes' | 'competencies'>,
  best: Share | undefined,
): string {
  return JSON.stringify([points, outcomes, competencies, best ?? null]);
}

/** Every attempt with every one of some other answers; undefined: too many. */
function joined(
  attempts: readonly Attempt[],
  others: Iterable<Attempt> | undefined,
  most: number,
): Attempt[] | undefined {
  if (!others) return undefined;
  const result: Attempt[] = [];
  for (const { earned, credits } of others)
    for (const attempt of attempts) {
      result.push({ earned: attempt.earned + earned, credits: [...attempt.credits, ...credits] });
      if (result.length > most) return undefined;
    }
  return result;
}

/** All ways to answer `count` questions of a group whose questions stand for each other. */
function* answersTo(quiz: Questions, group: readonly QuestionRef[], count: number): Generator<Attempt> {
  const [first] = group;
  const answers = answersWith(quiz, first?.outcomes ?? []);
  for (const choice of multisets(answers, count))
    yield {
      earned: choice.reduce((sum, { mark }) => sum + mark * (first?.points ?? 0), 0),
      credits: choice.flatMap(({ credit }, i) => {
        const question = group[i];
        return question ? [[question.key, credit] as const] : [];
      }),
    };
}

/** All ways to draw so many questions out of some groups, and to answer them; undefined: too many. */
function draws(
  quiz: Questions,
  groups: readonly (readonly QuestionRef[])[],
  count: number,
  most: number,
): Attempt[] | undefined {
  const [group, ...rest] = groups;
  if (!group || count === 0) return [{ earned: 0, credits: [] }];
  const left = rest.reduce((sum, { length }) => sum + length, 0);
  const result: Attempt[] = [];
  for (
    let taken = Math.min(count, group.length);
    taken >= Math.max(0, Math.min(count - left, group.length));
    taken--
  ) {
    const others = draws(quiz, rest, count - taken, most);
    const found = others && joined(others, answersTo(quiz, group, taken), most);
    if (!found || result.length + found.length > most) return undefined;
    result.push(...found);
  }
  return result;
}

/** All ways to take `count` of some values, order aside. */
function* multisets<T>(values: readonly T[], count: number, from = 0): Generator<readonly T[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [i, value] of values.entries()) {
    if (i < from) continue;
    for (const rest of multisets(values, count - 1, i)) yield [value, ...rest];
  }
}
