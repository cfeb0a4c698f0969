import type { Component } from './components.ts';
import { TIME } from './effects.ts';
import { type Manner, nextMove } from './play.ts';
import type { Space } from './space.ts';
import type { Learner } from './steps.ts';
import type { Step } from './types.ts';

/** A story told in full. */
export interface Performance {
  readonly learner: Learner;
  readonly steps: readonly Step[];
  /** Everything that the story says was done, but for what makes no difference to it. */
  readonly isExact: boolean;
}

/** How others do what the story leaves out. */
const best: Manner = { isBackward: false, result: () => 1 };

/**
 * Plays a story that was found by looking at one component in the course with all its components: what the story leaves
 * out is done as well as can be, as far as the story needs it, and until the learner `isThere`. Undefined when that
 * leads elsewhere.
 */
export function perform(
  space: Space,
  story: readonly Step[],
  component: Component,
  isThere: (learner: Learner) => boolean = () => true,
): Performance | undefined {
  const { nodes, at } = space.index;
  const most = (nodes.length + story.length) * 4 + 20;
  const held = new Set([...component].flatMap((name) => at.get(name) ?? []));
  const steps: Step[] = [];
  let isExact = component.size > 0;
  let learner = space.begin();
  const take = (step: Step) => {
    learner = space.take(learner, step);
    steps.push(step);
  };
  for (const step of story) {
    const unit = unitOf(space, step);
    const isOwn = unit === TIME || held.has(unit);
    for (;;) {
      const possible = possibly(space, learner, unit, step);
      if (possible === 'done') break;
      if (possible !== 'not yet') {
        take(possible);
        break;
      }
      // What belongs to others is left to them, unless a branch or an option is begun by it.
      if (!isOwn) {
        isExact &&= !isInBranch(space, unit);
        break;
      }
      const meanwhile = nextMove(space, learner, best, held);
      if (!meanwhile || steps.length > most) return undefined;
      take(meanwhile.step);
    }
  }
  while (!isThere(learner)) {
    const next = steps.length > most ? undefined : nextMove(space, learner, best, held);
    if (!next) return undefined;
    take(next.step);
  }
  return { learner, steps, isExact };
}

function isInBranch({ index: { nodes } }: Space, unit: number): boolean {
  for (let at = nodes[unit]?.parent ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) {
    const section = nodes[at]?.item;
    if (section?.kind !== 'section') continue;
    if (section.type === 'static-branching' || section.type === 'dynamic-branching') return true;
  }
  return false;
}

/** Goes on as well as can be until nothing is left to do. */
export function goOn(space: Space, start: Learner): Performance {
  const most = space.index.nodes.length * 6 + 40;
  const steps: Step[] = [];
  let learner = start;
  let from = 0;
  while (steps.length < most && !learner.state.finished) {
    const move = nextMove(space, learner, best, undefined, from);
    if (!move) break;
    from = Math.max(0, move.unit);
    learner = space.take(learner, move.step);
    steps.push(move.step);
  }
  return { learner, steps, isExact: true };
}

function unitOf({ index }: Space, step: Step): number {
  switch (step.type) {
    case 'wait':
      return TIME;
    case 'submit':
    case 'unlock':
      return index.at.get(step.quiz) ?? -2;
    default:
      return index.at.get(step.item) ?? -2;
  }
}

/** The step as it can be taken now. */
function possibly(space: Space, learner: Learner, unit: number, step: Step): Step | 'done' | 'not yet' {
  const { evaluation } = learner;
  if (step.type === 'wait') return step.until > learner.now ? step : 'done';
  if (step.type === 'open' && evaluation.opened(unit)) return 'done';
  const moves = space.movesOf(learner, unit).map((move) => move.step);
  if (step.type === 'finish') {
    if (evaluation.opened(unit) && evaluation.cleared(unit)) return 'done';
    // A quiz of another component is handed in as well as can be.
    return moves.findLast(({ type }) => type === 'finish' || type === 'submit') ?? 'not yet';
  }
  return moves.some(({ type }) => type === step.type) ? step : 'not yet';
}
