import type { Condition, Instant, Share } from '../model/condition.ts';
import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';

/** `done` is `open` and cleared; what is done stays open for review. */
export type Status = 'hidden' | 'locked' | 'open' | 'done';

/** Why an item is locked, as data: the site and the CLI put it in words. */
export type Reason =
  /** An earlier item of the same section has to be cleared first. */
  | { readonly type: 'earlier'; readonly item: ItemId }
  | {
      readonly type: 'pass';
      readonly quiz: ItemId;
      readonly mark?: Share | undefined;
      readonly best?: Share | undefined;
      readonly attemptsLeft?: number | undefined;
    }
  /** A failed quiz asks for these to be done again. */
  | { readonly type: 'review'; readonly quiz: ItemId; readonly items: readonly ItemId[] }
  /** All attempts are used and nobody said what then. */
  | { readonly type: 'exhausted'; readonly quiz: ItemId; readonly policy?: 'contact' | 'review' | undefined }
  /** Another branch was begun and has to be cleared first. */
  | { readonly type: 'branch'; readonly branch: ItemId }
  /** The learner chose otherwise. */
  | { readonly type: 'not-chosen'; readonly section: ItemId; readonly chosen: readonly ItemId[] }
  /** The condition under `requires` does not hold; `unmet` are its smallest parts that fail. */
  | { readonly type: 'requires'; readonly condition: Condition; readonly unmet: readonly Condition[] }
  /** A section around it is not open; that section's own reasons say why (`explain` puts them in its place). */
  | { readonly type: 'parent'; readonly section: ItemId };

export interface QuizView {
  readonly submissions: number;
  /** The same to show: what two tabs handed in under two names of one browser profile counts once, so it may fall. */
  readonly handedIn: number;
  /** Undefined before the first submission. */
  readonly best?: Share | undefined;
  readonly last?: Share | undefined;
  readonly passed: boolean;
  readonly failed: boolean;
  readonly exhausted: boolean;
  /** The number of the attempt that the learner may make now, from 1. */
  readonly attempt: number;
  /** Undefined: no limit. */
  readonly attemptsLeft?: number | undefined;
  /** Items to be done again before the next attempt. */
  readonly toReview: readonly ItemId[];
}

export interface ItemView {
  readonly id: ItemId;
  readonly status: Status;
  /** Empty unless locked. */
  readonly reasons: readonly Reason[];
  readonly required: boolean;
  readonly opened: boolean;
  readonly cleared: boolean;
  readonly quiz?: QuizView | undefined;
  /** A dynamic section only: the options chosen or named by its route so far. */
  readonly chosen?: readonly ItemId[] | undefined;
}

export interface CompetencyView {
  readonly id: string;
  readonly seen: number;
  readonly share: Share;
  readonly mastered: boolean;
}

export interface View {
  /** One entry for each item, in course order. */
  readonly items: readonly ItemView[];
  readonly byId: ReadonlyMap<ItemId, ItemView>;
  readonly points: number;
  readonly pointsPossible: number;
  readonly badges: readonly string[];
  readonly competencies: readonly CompetencyView[];
  readonly finished: boolean;
  /**
   * Where the learner should go on, a module or quiz: the last opened unfinished one, else the first open
   * one. It may lie in an option that the learner has not entered yet: entering it is a choice, so ask first.
   */
  readonly next?: ItemId | undefined;
  /** Modules and quizzes that are required as far as is known, and how many of them are cleared. */
  readonly required: number;
  readonly cleared: number;
  /** The estimated time that the others take; for a new learner the course's `minutes().required`. */
  readonly minutesLeft: number;
  /** Facts that hold now and were not recorded yet: the caller records them (`awarded`, `finished`, `routed`). */
  readonly due: readonly Fact[];
  /** The next instant after `now` at which a date condition changes the view. */
  readonly until?: Instant | undefined;
}
