import type { Instant, Share } from '../model/condition.ts';
import type { ItemId, QuestionKey } from '../model/ids.ts';

/** One thing that a learner does, or that befalls them: the moves of pathway.md. */
export type Step =
  /** Enters an open module or quiz. Entering one in an option chooses that option. */
  | { readonly type: 'open'; readonly item: ItemId }
  /** Does what the module's `done` asks for; practice questions are then answered rightly. */
  | { readonly type: 'finish'; readonly item: ItemId }
  /** Answers one practice question. */
  | { readonly type: 'answer'; readonly item: ItemId; readonly question: QuestionKey; readonly credit: Share }
  /** Hands in an attempt at a quiz, with the credit of each of its questions. */
  | {
      readonly type: 'submit';
      readonly quiz: ItemId;
      readonly share: Share;
      readonly credits: Readonly<Record<QuestionKey, Share>>;
    }
  /** Goes through a module again, as a failed quiz asks. */
  | { readonly type: 'review'; readonly item: ItemId }
  /** Asks the instructor for new attempts at a quiz that says `exhausted: contact`. */
  | { readonly type: 'unlock'; readonly quiz: ItemId }
  /** Lets time pass until an instant that some condition names. */
  | { readonly type: 'wait'; readonly until: Instant };

/** What decides about a learner's way: where a finding belongs. */
export type Decider =
  | { readonly type: 'item'; readonly item: ItemId }
  | { readonly type: 'route'; readonly section: ItemId; readonly rule: number }
  | { readonly type: 'badge'; readonly badge: string }
  | { readonly type: 'competency'; readonly competency: string }
  | { readonly type: 'certificate' }
  | { readonly type: 'complete' };

/** One thing that the proof found, as data. Causes only: what merely follows from another finding is left out. */
export type PathFinding =
  /**
   * After `witness` the course can no longer be finished, whatever the learner does. `rest` are more steps, to a state
   * in which nothing is left to do: there the engine's `view` shows what is stuck.
   */
  | { readonly type: 'trap'; readonly witness: readonly Step[]; readonly rest: readonly Step[] }
  /** No learner ever gets to see the item: it is hidden, or in an option that is never named, whatever they do. */
  | { readonly type: 'dead-item'; readonly item: ItemId }
  /** Some learner sees the item (after `witness`), none can ever enter it. */
  | { readonly type: 'never-open'; readonly item: ItemId; readonly witness: readonly Step[] }
  /** No learner who comes to the section is sent on by this rule (index into its rules). */
  | { readonly type: 'dead-route'; readonly section: ItemId; readonly rule: number }
  /** After `witness` the section is open, no rule holds, and nothing in it opens. */
  | { readonly type: 'route-gap'; readonly section: ItemId; readonly witness: readonly Step[] }
  | { readonly type: 'dead-badge'; readonly badge: string }
  /** Nobody who finishes ever gets the certificate. */
  | { readonly type: 'dead-certificate' }
  | { readonly type: 'unreachable-mastery'; readonly competency: string };

/** A part of the course for which nothing is claimed. */
export interface Unproved {
  /** `trap`: whether everybody can finish; otherwise whether anybody reaches that place. */
  readonly claim: 'trap' | Decider;
  /** What makes it too big: the items whose states multiply, the worst first. */
  readonly items: readonly ItemId[];
  /** How many states were looked at before the search was given up. */
  readonly states: number;
}

export interface Proof {
  readonly findings: readonly PathFinding[];
  readonly unproved: readonly Unproved[];
  /** Quizzes that some learner can only leave by asking the instructor (`exhausted: contact`). */
  readonly contacts: readonly ItemId[];
  /** How many states were looked at. */
  readonly states: number;
}
