import type { Share } from '../model/condition.ts';
import type { QuestionRef, Quiz } from '../model/course.ts';
import type { QuestionKey } from '../model/ids.ts';

/** What an attempt can come to. */
export interface Outcome {
  /** Points earned over points possible. */
  readonly share: Share;
  readonly credits: Readonly<Record<QuestionKey, Share>>;
}

type Questions = Pick<Quiz, 'questions'>;

/** More different scores than this leave no gaps that matter; they are then told apart to a ten-thousandth. */
const MOST_SUMS = 4000;

/** A sum of points, and the last answer that it was made with. */
interface Sum {
  readonly value: number;
  readonly credit: Share;
  readonly before: Sum | undefined;
}

/** Every score that the questions of a quiz can add up to, as a share; empty where there are no points. */
export function possibleShares({ questions }: Questions): readonly Share[] {
  const total = pointsOf(questions);
  return total > 0 ? sumsOf(questions).map((sum) => (sum?.value ?? 0) / total) : [];
}

/** For each grade that the questions of a quiz can reach, the best of its scores, with one way of reaching it. */
export function outcomeOfEach(
  { questions }: Questions,
  gradeOf: (share: Share) => number,
): readonly Outcome[] {
  const total = pointsOf(questions);
  const best = new Map<number, { readonly share: Share; readonly sum: Sum | undefined }>();
  for (const sum of sumsOf(questions)) {
    const share = total > 0 ? (sum?.value ?? 0) / total : 1;
    const grade = gradeOf(share);
    if (share >= (best.get(grade)?.share ?? 0)) best.set(grade, { share, sum });
  }
  return [...best.values()]
    .sort((a, b) => a.share - b.share)
    .map(({ share, sum }) => {
      const credits: [QuestionKey, Share][] = [];
      let at = sum;
      for (const { key } of questions.toReversed()) {
        credits.push([key, at?.credit ?? 0]);
        at = at?.before;
      }
      return { share, credits: Object.fromEntries(credits.reverse()) };
    });
}

/** All answered as well as can be. */
export function bestOutcome({ questions }: Questions): Outcome {
  const total = pointsOf(questions);
  const best = questions.map(({ key, outcomes }): [QuestionKey, Share] => [key, outcomes.at(-1) ?? 0]);
  const earned = questions.reduce((sum, { points }, i) => sum + points * (best[i]?.[1] ?? 0), 0);
  return { share: total > 0 ? earned / total : 1, credits: Object.fromEntries(best) };
}

function pointsOf(questions: readonly QuestionRef[]): number {
  return questions.reduce((sum, { points }) => sum + points, 0);
}

function sumsOf(questions: readonly QuestionRef[]): (Sum | undefined)[] {
  const total = pointsOf(questions);
  let sums = new Map<number, Sum | undefined>([[0, undefined]]);
  for (const { points, outcomes } of questions) {
    const unit = sums.size > MOST_SUMS ? Math.max(total, 1) * 1e-4 : 1e-6;
    const next = new Map<number, Sum>();
    for (const before of sums.values()) {
      for (const credit of outcomes) {
        const value = (before?.value ?? 0) + credit * points;
        const name = Math.round(value / unit);
        if (!next.has(name)) next.set(name, { value, credit, before });
      }
    }
    if (next.size > 0) sums = next;
  }
  return [...sums.values()];
}

/**
 * Every attempt that matters where single answers do: questions that are worth the same, feed the same competencies
 * and were answered equally well so far stand for each other. Undefined: more than `most`.
 */
export function distinctAttempts(
  { questions }: Questions,
  best: readonly (Share | undefined)[],
  most: number,
): readonly Outcome[] | undefined {
  const groups = new Map<string, QuestionRef[]>();
  questions.forEach((question, i) => {
    const { points, outcomes, competencies } = question;
    const name = JSON.stringify([points, outcomes, competencies, best[i] ?? null]);
    groups.set(name, [...(groups.get(name) ?? []), question]);
  });
  const total = pointsOf(questions);
  let attempts: { earned: number; credits: [QuestionKey, Share][] }[] = [{ earned: 0, credits: [] }];
  for (const group of groups.values()) {
    const next: typeof attempts = [];
    for (const choice of multisets(group[0]?.outcomes ?? [], group.length)) {
      const credits = group.map(({ key }, i): [QuestionKey, Share] => [key, choice[i] ?? 0]);
      const earned = group.reduce((sum, { points }, i) => sum + points * (choice[i] ?? 0), 0);
      for (const attempt of attempts) {
        next.push({ earned: attempt.earned + earned, credits: [...attempt.credits, ...credits] });
        if (next.length > most) return undefined;
      }
    }
    attempts = next;
  }
  return attempts
    .map(({ earned, credits }) => ({
      share: total > 0 ? earned / total : 1,
      credits: Object.fromEntries(credits),
    }))
    .sort((a, b) => a.share - b.share);
}

/** All ways to take `count` of some values, order aside. */
function* multisets(values: readonly Share[], count: number, from = 0): Generator<readonly Share[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let i = from; i < values.length; i++) {
    const value = values[i] ?? 0;
    for (const rest of multisets(values, count - 1, i)) yield [value, ...rest];
  }
}
