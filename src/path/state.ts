import type { Share } from '../model/condition.ts';

/** The place of an event in the order of a merge: Lamport counter first, then device. */
export interface Stamp {
  readonly n: number;
  readonly device: string;
}

/** Negative when `a` comes before `b`, 0 for the same event. Code unit order, so that every browser agrees. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.n !== b.n) return a.n - b.n;
  if (a.device === b.device) return 0;
  return a.device < b.device ? -1 : 1;
}

export interface Result {
  readonly share: Share;
  /** By the pass mark of its day. */
  readonly passed: boolean;
}

/** An attempt at a quiz as a tab handed it in. */
export interface Submission extends Stamp, Result {
  readonly attempt: number;
}

/** What that is worth under a corrected key. */
export interface Regraded extends Stamp, Result {
  /** The name of the event that handed it in. */
  readonly of: string;
}

/** What of one video or audio was played. */
export interface Played {
  readonly media: string;
  /** The shortest duration reported, so that a later event never takes a share away. */
  readonly duration: number;
  /** Disjoint stretches in seconds, ascending. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** What a route named: places of its options among the course's items. */
export interface Routing extends Stamp {
  readonly options: readonly number[];
}

/** Another name of the browser profile that said so. */
export interface Alias extends Stamp {
  readonly profile: string;
}

/** What happened to one item, in a form that does not depend on the order of delivery. */
export interface ItemState {
  /** The first and the last event that touched the item or anything inside it; undefined: never opened. */
  readonly first?: Stamp;
  readonly last?: Stamp;
  readonly viewed?: true;
  readonly marked?: true;
  readonly played?: readonly Played[];
  /** The best credit for each question, by its place in the item; holes were not answered yet. */
  readonly credits?: readonly (Share | undefined)[];
  /** In order of their stamps; tabs of one browser profile may have handed in the same attempt (`attempts.ts`). */
  readonly submissions?: readonly Submission[];
  /** In order of their stamps. */
  readonly regraded?: readonly Regraded[];
  /** Finished under the rules of some earlier edition, or of this one. */
  readonly done?: true;
  /** When an item that some quiz sends learners back to was gone through, in order. */
  readonly again?: readonly Stamp[];
  /** When the attempts of this quiz were reset by an unlock code, in order. */
  readonly unlocked?: readonly Stamp[];
  readonly routed?: readonly Routing[];
}

/**
 * Everything that the events of one learner say about one course. Plain data, never changed in place.
 * `items` runs parallel to `Course.items`; undefined where nothing happened.
 */
export interface State {
  readonly items: readonly (ItemState | undefined)[];
  readonly awarded: readonly string[];
  readonly mastered: readonly string[];
  readonly finished: boolean;
  /** In order of their stamps. */
  readonly aliases: readonly Alias[];
}
