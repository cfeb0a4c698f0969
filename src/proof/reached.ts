import type { Evaluation } from '../path/index.ts';
import type { Space } from './space.ts';
import type { Learner } from './steps.ts';

/**
 * What somebody reached: `seen ITEM`, `open ITEM`, `cleared ITEM`, `route SECTION RULE`, `gap SECTION`, `badge ID`,
 * `mastered ID`, `certificate`, `contact QUIZ`.
 */
export type Goal =
  | `${'seen' | 'open' | 'cleared' | 'gap' | 'badge' | 'mastered' | 'contact'} ${string}`
  | `route ${string} ${number}`
  | 'certificate';

/** Everything that a learner has reached in a state and that `isNew`. */
export function* goalsReached(
  { course, index, observed }: Space,
  { evaluation }: Learner,
  isNew: (goal: Goal) => boolean,
): Generator<Goal> {
  for (const { at, item, rules } of index.nodes) {
    const { id } = item;
    if (isNew(`open ${id}`) && evaluation.visible(at)) {
      yield `seen ${id}`;
      if (evaluation.open(at)) yield `open ${id}`;
    }
    if (isNew(`cleared ${id}`) && evaluation.cleared(at)) yield `cleared ${id}`;
    if (item.kind === 'quiz' && item.exhausted === 'contact' && evaluation.quiz(at)?.exhausted)
      yield `contact ${id}`;
    if (!rules || evaluation.opened(at)) continue;
    const isOpen = isNew(`gap ${id}`) || rules.some((_, rule) => isNew(`route ${id} ${rule}`));
    if (!isOpen || !isEntered(evaluation, at)) continue;
    const rule = rules.findIndex(({ when }) => !when || evaluation.holds(when));
    yield rule < 0 ? `gap ${id}` : `route ${id} ${rule}`;
  }
  for (const { id } of course.badges) if (isNew(`badge ${id}`) && evaluation.badge(id)) yield `badge ${id}`;
  for (const id of observed.competencies)
    if (isNew(`mastered ${id}`) && evaluation.competency(id)?.mastered) yield `mastered ${id}`;
  const { certificate } = course;
  if (certificate && isNew('certificate') && evaluation.finished())
    if (!certificate.when || evaluation.holds(certificate.when)) yield 'certificate';
}

/** Open, were there something in it. A section whose route names nothing is hidden, so the engine does not say. */
function isEntered(evaluation: Evaluation, at: number): boolean {
  if (evaluation.opened(at)) return true;
  const node = evaluation.index.nodes[at];
  if (!node || (node.item.when && !evaluation.holds(node.item.when))) return false;
  if (!evaluation.admitted(at) || evaluation.blocker(at) !== undefined) return false;
  const parent = evaluation.index.nodes[node.parent];
  if (!parent) return true;
  return isEntered(evaluation, node.parent) && (!parent.rules || evaluation.chosen(node.parent).includes(at));
}
