import type { Condition, Share } from '../model/condition.ts';
import type { Course, Item, Quiz } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { count, percent } from '../model/quantities.ts';
import { possibleShares } from '../proof/index.ts';
import { choices, code } from './words.ts';

/** What the search needs to know of the course. */
export interface Possible {
  readonly items: ReadonlyMap<ItemId, Item>;
  /** All points that the course can give. */
  readonly points: number;
  /** The scores that a quiz can give; undefined where they are not known, or too many to list. */
  scores(quiz: ItemId): readonly Share[] | undefined;
}

/** The points that finishing everything would give. */
export function allPoints(course: Course): number {
  return course.items.reduce((sum, item) => sum + item.points, 0);
}

/** More different sums than this are not listed: a quiz with so many scores has no wide gaps. */
const MAX_SUMS = 2000;

/** Every score that a quiz can give, from what its questions can earn; undefined when there are too many or no points. */
export function possibleScores(quiz: Quiz): readonly Share[] | undefined {
  const shares = possibleShares(quiz);
  return shares.length === 0 || shares.length > MAX_SUMS ? undefined : shares;
}

/** Why a condition can never hold: a clause, and what to write instead. */
export interface Impossible {
  readonly reason: string;
  readonly help: string;
}

/**
 * Why parts of a condition can never hold, whatever learners do: one reason for each. What stands under `not` is left alone:
 * it is only always true.
 */
export function* impossibleParts(condition: Condition, possible: Possible): Iterable<Impossible> {
  const together = flat(condition);
  const contradiction = contradictionIn(together, possible);
  if (contradiction !== undefined) yield contradiction;
  for (const part of together) {
    if (part.type === 'any') for (const each of part.of) yield* impossibleParts(each, possible);
    else {
      const reason = impossibleAlone(part, possible);
      if (reason !== undefined) yield reason;
    }
  }
}

/** What has to hold at the same time. */
function flat(condition: Condition): readonly Condition[] {
  return condition.type === 'all' ? condition.of.flatMap(flat) : [condition];
}

function impossibleAlone(part: Condition, { items, points, scores }: Possible): Impossible | undefined {
  if (part.type === 'points' && part.from > points) {
    return {
      reason: `it wants ${count(part.from, 'point')}, and the whole course has ${points}`,
      help:
        points === 0
          ? `Give items ${code('points')}, or ask for something else.`
          : `Ask for ${points} at most (fewer where not everybody does everything), or give items more ${code('points')}.`,
    };
  }
  if (part.type === 'attempts') {
    const quiz = items.get(part.quiz);
    if (quiz?.kind !== 'quiz' || quiz.attempts === undefined || part.from <= quiz.attempts) return undefined;
    // A review or an unlock code brings new attempts.
    if (quiz.exhausted === 'review' || quiz.exhausted === 'contact') return undefined;
    return {
      reason: `it wants ${count(part.from, 'attempt')} at ${code(part.quiz)}, which allows ${quiz.attempts}`,
      help: `Ask for ${quiz.attempts} at most, or raise ${code('attempts')} of ${code(part.quiz)}.`,
    };
  }
  if (part.type !== 'score') return undefined;
  const { quiz, from = 0, below = Number.POSITIVE_INFINITY } = part;
  // Such a range is empty whatever the quiz is: `condition/empty-range`.
  if (from >= below) return undefined;
  const values = scores(quiz);
  if (values === undefined || values.some((value) => isIn(value, from, below))) return undefined;
  const near = [...new Set([...values].sort((a, b) => a - b).map(percent))];
  return {
    reason: `no answers to ${code(quiz)} give such a score: it can only be ${choices(near)}`,
    help: `Choose ${code('from')} and ${code('below')} so that one of these scores lies between them (${code('from')} counts, ${code('below')} does not), or give ${code(quiz)} more questions.`,
  };
}

function contradictionIn(together: readonly Condition[], { items }: Possible): Impossible | undefined {
  const texts = new Set(together.map((part) => JSON.stringify(part)));
  if (together.some((part) => part.type === 'not' && texts.has(JSON.stringify(part.of))))
    return {
      reason: 'it wants something and its opposite at the same time',
      help: `Remove one of the two, or let one be enough (${code('any')}).`,
    };
  let after = Number.NEGATIVE_INFINITY;
  let before = Number.POSITIVE_INFINITY;
  const ranges = new Map<ItemId, { from: Share; below: Share; parts: number }>();
  const chosen = new Map<ItemId, Set<ItemId>>();
  for (const part of together) {
    if (part.type === 'after') after = Math.max(after, part.at);
    if (part.type === 'before') before = Math.min(before, part.at);
    if (part.type === 'failed' && texts.has(JSON.stringify({ type: 'passed', quiz: part.quiz })))
      return {
        reason: `nobody has passed and failed ${code(part.quiz)} at the same time`,
        help: `Remove one of the two. Who failed at first and passed later has made at least two attempts: ${code(`attempts: ${part.quiz}`)} with ${code('from: 2')}.`,
      };
    if (part.type === 'score') {
      const range = ranges.get(part.quiz) ?? { from: 0, below: Number.POSITIVE_INFINITY, parts: 0 };
      range.from = Math.max(range.from, part.from ?? 0);
      range.below = Math.min(range.below, part.below ?? Number.POSITIVE_INFINITY);
      range.parts++;
      ranges.set(part.quiz, range);
    }
    const parent = part.type === 'chosen' ? items.get(part.option)?.parent : undefined;
    if (part.type !== 'chosen' || parent === undefined) continue;
    chosen.set(parent, (chosen.get(parent) ?? new Set()).add(part.option));
  }
  if (after >= before)
    return {
      reason: 'it begins to hold only when it has already ended: `after` is not before `before`',
      help: 'Swap the dates, or correct one. To leave out the time between them let one be enough (`any`).',
    };
  for (const [quiz, { from, below, parts }] of ranges) {
    if (parts > 1 && from >= below)
      return {
        reason: `no score of ${code(quiz)} is at least ${percent(from)} and below ${percent(below)}`,
        help: `Lower ${code('from')} or raise ${code('below')}, or let one of the two be enough (${code('any')}).`,
      };
  }
  for (const [id, options] of chosen) {
    const section = items.get(id);
    if (section?.kind !== 'section' || section.type !== 'dynamic-branching') continue;
    const { by } = section;
    if (by.type !== 'choose' || by.switch || options.size <= by.count) continue;
    return {
      reason: `of the options of ${code(id)} a learner has ${by.count}, not ${choices([...options], 'and')} together`,
      help: `Let one of them be enough (${code('any')}), or let learners choose more: ${code(`choose: ${options.size}`)} or ${code('switch: true')}.`,
    };
  }
  return undefined;
}

/** Scores that are equal but for rounding count as equal. */
function isIn(value: Share, from: Share, below: Share): boolean {
  return value >= from - 1e-9 && value < below - 1e-9;
}
