import type { Course } from '../model/course.ts';
import { explore, onward, stepsTo, withoutWayTo } from './explore.ts';
import { note, nothingReached } from './reached.ts';
import { reductionOf } from './reduce.ts';
import { spaceOf } from './space.ts';
import type { PathFinding, Proof } from './types.ts';

/** How much the proof may look at before it says that it does not know. */
export interface ProofOptions {
  /** States for each part. */
  readonly most?: number;
  /** Looks at every order of steps: slow, for checking the proof itself. */
  readonly isExhaustive?: boolean;
}

/**
 * Proves, or refutes with a learner's story, what shared/pathway.md calls sound: everybody can finish, everything is
 * reached by somebody. What could not be looked at in full stands in `unproved`.
 */
export function prove(
  course: Course,
  { most = 400_000 / (course.items.length + 20), isExhaustive = false }: ProofOptions = {},
): Proof {
  const space = spaceOf(
    course,
    course.competencies.map(({ id }) => id),
  );
  const reached = nothingReached();
  const graph = explore(space, space.begin(), {
    most,
    ...(isExhaustive ? {} : { reduction: reductionOf(space) }),
    visit: (learner, at) => {
      note(reached, space, learner, at);
      return undefined;
    },
  });
  const findings: PathFinding[] = [];
  const [trap] = withoutWayTo(graph, ({ state }) => state.finished);
  if (trap !== undefined)
    findings.push({ type: 'trap', witness: stepsTo(graph, trap), rest: onward(graph, trap) });
  for (const { at, item } of space.index.nodes) {
    if (reached.opened.has(at)) continue;
    const seen = reached.seen.get(at);
    if (seen === undefined) findings.push({ type: 'dead-item', item: item.id });
    else findings.push({ type: 'never-open', item: item.id, witness: stepsTo(graph, seen) });
  }
  for (const { at, item, rules } of space.index.nodes) {
    rules?.forEach((_, rule) => {
      if (!reached.routes.has(`${at}:${rule}`)) findings.push({ type: 'dead-route', section: item.id, rule });
    });
    const gap = reached.gaps.get(at);
    if (gap !== undefined)
      findings.push({ type: 'route-gap', section: item.id, witness: stepsTo(graph, gap) });
  }
  for (const { id } of course.badges)
    if (!reached.badges.has(id)) findings.push({ type: 'dead-badge', badge: id });
  for (const { id } of course.competencies)
    if (!reached.mastered.has(id)) findings.push({ type: 'unreachable-mastery', competency: id });
  if (course.certificate && reached.certificate.size === 0) findings.push({ type: 'dead-certificate' });
  const contacts = [...reached.contacts.keys()].flatMap((at) => space.index.nodes[at]?.item.id ?? []);
  const states = graph.states.length;
  if (!graph.isWhole)
    return { findings: [], unproved: [{ claim: 'trap', items: [], states }], contacts, states };
  return { findings, unproved: [], contacts, states };
}
