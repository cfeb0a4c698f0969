import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { findDead } from './dead.ts';
import { Knowledge } from './knowledge.ts';
import { Searcher } from './search.ts';
import { findTraps } from './traps.ts';
import type { Proof, Step } from './types.ts';

/** How much the proof may do. */
export interface ProofOptions {
  /** How many states, times the items that matter in them, may be looked at for each claim. */
  readonly effort?: number;
  /** Looks at every order of steps in the course as it is: slow, for checking the proof itself. */
  readonly isPlain?: boolean;
}

/** About a second for a claim, on an ordinary machine. */
const EFFORT = 500_000;

/**
 * Proves, or refutes with a learner's story, what makes a course sound: everybody can finish from wherever they are, and
 * everything is reached by somebody. What could not be looked at in full stands in `unproved`. A course with circular
 * conditions is not to be proved.
 */
export function prove(course: Course, options: ProofOptions = {}): Proof {
  try {
    return proved(course, options);
  } catch (error) {
    // Conditions that hang on each other in chains of thousands are more than the stack can hold.
    if (!(error instanceof RangeError)) throw error;
    return { findings: [], unproved: [{ claim: 'trap', items: [], states: 0 }], contacts: [], states: 0 };
  }
}

/** The shortest steps after which an item can be entered; undefined when no learner ever gets there, or nobody knows. */
export function reach(course: Course, item: ItemId, options: ProofOptions = {}): readonly Step[] | undefined {
  return knowledgeOf(course, options, false).shortest(`open ${item}`, { items: [item] });
}

function proved(course: Course, options: ProofOptions): Proof {
  const known = knowledgeOf(course, options, true);
  const traps = findTraps(known);
  if (!known.isPlain) known.tryOut();
  const findings = [...traps, ...findDead(known, traps.length > 0)];
  const contacts = course.items.flatMap(({ id }) => (known.reached.has(`contact ${id}`) ? [id] : []));
  return { findings, unproved: known.unproved, contacts, states: known.searcher.states };
}

function knowledgeOf(
  course: Course,
  { effort = EFFORT, isPlain = false }: ProofOptions,
  isProof: boolean,
): Knowledge {
  return new Knowledge(course, new Searcher({ effort, isPlain }), { isPlain, isProof });
}
