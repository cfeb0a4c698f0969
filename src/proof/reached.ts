import type { Evaluation } from '../path/index.ts';
import type { Learner, Space } from './space.ts';

/** What somebody reached, each with the number of the first state in which that was so. */
export interface Reached {
  /** By place: somebody saw it; somebody could enter it. */
  readonly seen: Map<number, number>;
  readonly opened: Map<number, number>;
  /** `SECTION:RULE`, by the section's place and the rule's index. */
  readonly routes: Map<string, number>;
  /** Sections that were open with no rule that holds. */
  readonly gaps: Map<number, number>;
  readonly badges: Map<string, number>;
  readonly mastered: Map<string, number>;
  readonly certificate: Map<'certificate', number>;
  /** Quizzes that somebody could leave only by asking the instructor. */
  readonly contacts: Map<number, number>;
}

/** Nothing yet. */
export function nothingReached(): Reached {
  return {
    seen: new Map(),
    opened: new Map(),
    routes: new Map(),
    gaps: new Map(),
    badges: new Map(),
    mastered: new Map(),
    certificate: new Map(),
    contacts: new Map(),
  };
}

/** Notes what a learner has reached in a state. */
export function note(
  reached: Reached,
  { course, index }: Space,
  { evaluation }: Learner,
  state: number,
): void {
  const { seen, opened, routes, gaps } = reached;
  for (const { at, item, rules } of index.nodes) {
    if (!opened.has(at) && evaluation.visible(at)) {
      if (!seen.has(at)) seen.set(at, state);
      if (evaluation.open(at)) opened.set(at, state);
    }
    if (item.kind === 'quiz' && item.exhausted === 'contact' && evaluation.quiz(at)?.exhausted)
      first(reached.contacts, at, state);
    if (!rules || evaluation.opened(at)) continue;
    const isDone = gaps.has(at) && rules.every((_, rule) => routes.has(`${at}:${rule}`));
    if (isDone || !isEntered(evaluation, at)) continue;
    const rule = rules.findIndex(({ when }) => !when || evaluation.holds(when));
    if (rule < 0) first(gaps, at, state);
    else first(routes, `${at}:${rule}`, state);
  }
  for (const { id } of course.badges) if (evaluation.badge(id)) first(reached.badges, id, state);
  for (const { id } of course.competencies)
    if (!reached.mastered.has(id) && evaluation.competency(id)?.mastered) reached.mastered.set(id, state);
  const certificate = course.certificate;
  if (certificate && evaluation.finished() && (!certificate.when || evaluation.holds(certificate.when)))
    first(reached.certificate, 'certificate', state);
}

function first<Key>(map: Map<Key, number>, key: Key, state: number): void {
  if (!map.has(key)) map.set(key, state);
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
