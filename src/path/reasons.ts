import type { Condition } from '../model/condition.ts';
import type { ItemId } from '../model/ids.ts';
import type { Evaluation } from './evaluate.ts';
import type { Reason, View } from './types.ts';

/** Why an item that is there is not open, the most helpful reason first. */
export function reasonsFor(evaluation: Evaluation, at: number): Reason[] {
  const { nodes } = evaluation.index;
  const node = nodes[at];
  if (!node) return [];
  // The outermost closed section is the one that something can be done about.
  let closed: ItemId | undefined;
  for (let up = node.parent; up >= 0; up = nodes[up]?.parent ?? -1)
    if (!evaluation.open(up)) closed = nodes[up]?.item.id;
  const reasons: Reason[] = closed === undefined ? [] : [{ type: 'parent', section: closed }];
  const blocker = evaluation.blocker(at);
  if (blocker !== undefined && closed === undefined) reasons.push(...blockerReasons(evaluation, at, blocker));
  const condition = node.item.requires;
  if (condition && !evaluation.admitted(at))
    reasons.push({ type: 'requires', condition, unmet: unmet(evaluation, condition) });
  return reasons;
}

function blockerReasons(evaluation: Evaluation, at: number, blocker: number): Reason[] {
  const { nodes } = evaluation.index;
  const other = nodes[blocker]?.item;
  const parent = nodes[nodes[at]?.parent ?? -1];
  if (!other || parent?.item.kind !== 'section') return [];
  if (parent.item.type === 'static-branching') return [{ type: 'branch', branch: other.id }];
  if (parent.item.type === 'dynamic-branching') {
    const chosen = evaluation.chosen(parent.at).flatMap((place) => nodes[place]?.item.id ?? []);
    return [{ type: 'not-chosen', section: parent.item.id, chosen }];
  }
  return lastReasons(evaluation, blocker);
}

/** What is left to do about an uncleared item: where that is a single thing inside a section, that thing. */
function lastReasons(evaluation: Evaluation, at: number): Reason[] {
  const { nodes } = evaluation.index;
  const other = nodes[at]?.item;
  if (!other) return [];
  if (other.kind === 'section' && !other.type.endsWith('branching')) {
    const waiting = evaluation.waitsFor(at);
    const [only, more] = waiting.length > 1 ? waiting.filter((child) => !evaluation.cleared(child)) : waiting;
    if (only !== undefined && more === undefined) return lastReasons(evaluation, only);
  }
  const view = evaluation.quiz(at);
  if (other.kind !== 'quiz' || !view) return [{ type: 'earlier', item: other.id }];
  const quiz = other.id;
  const reasons: Reason[] = [];
  if (view.exhausted) {
    // Who is let go on by `continue` is not kept here.
    const policy = other.exhausted === 'continue' ? undefined : other.exhausted;
    reasons.push({ type: 'exhausted', quiz, policy });
  } else {
    // Where handing in is enough, the mark is no condition.
    const section = nodes[nodes[at]?.parent ?? -1]?.item;
    const isFree =
      section?.kind === 'section' &&
      (section.type === 'linear' || (section.type === 'random-access' && section.finish !== quiz));
    reasons.push({
      type: 'pass',
      quiz,
      mark: isFree ? undefined : other.pass,
      best: view.best,
      attemptsLeft: view.attemptsLeft,
    });
  }
  // Where nobody can try again, reviewing opens nothing.
  if (view.toReview.length > 0 && !(view.exhausted && other.exhausted !== 'review'))
    reasons.push({ type: 'review', quiz, items: view.toReview });
  return reasons;
}

/** The smallest parts of a condition that fail; an `any` or a `not` fails as a whole. */
function unmet(evaluation: Evaluation, condition: Condition): Condition[] {
  if (evaluation.holds(condition)) return [];
  return condition.type === 'all' ? condition.of.flatMap((part) => unmet(evaluation, part)) : [condition];
}

/**
 * Why an item is locked, down to what can be done about it: where a section around it is closed, that
 * section's reasons stand in its place.
 */
export function explain(view: View, item: ItemId): Reason[] {
  return (view.byId.get(item)?.reasons ?? []).flatMap((reason) => {
    if (reason.type !== 'parent') return [reason];
    const reasons = explain(view, reason.section);
    return reasons.length > 0 ? reasons : [reason];
  });
}
