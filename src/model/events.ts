import type { Instant, Share } from './condition.ts';
import type { ItemId, QuestionKey } from './ids.ts';

/** What every event says of itself. */
export interface Stamp {
  /** `<profile>-<page load>`, both random: the browser profile that recorded it, and which of its tabs (`profileOf`). */
  readonly device: string;
  /**
   * A Lamport counter: one more than the largest counter that the device had seen. It orders events
   * after a merge without trusting clocks. `device` and `n` together name the event.
   */
  readonly n: number;
  /** The device's clock: for people to read, never for order. */
  readonly at: Instant;
}

/** What a learner gave as an answer. There are fewer shapes than question types: each type takes one of them. */
export type Response =
  | { readonly type: 'single'; readonly option: string }
  | { readonly type: 'multiple'; readonly options: readonly string[] }
  /**
   * As typed. `variant`: which of a calculated question's sets of values was asked, from 0. `ticked`: what of a reflection's rubric
   * the learner found in it.
   */
  | {
      readonly type: 'text';
      readonly text: string;
      readonly variant?: number;
      readonly ticked?: readonly string[];
    }
  /** For each part (a blank, a left side, a thing to sort) what was put there. Parts left alone are missing. */
  | { readonly type: 'fields'; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'order'; readonly order: readonly string[] };

/** How sure a learner says to be, from a guess to certain. */
export type Confidence = 1 | 2 | 3;

/** A response with what else its credit hangs on. */
export interface Answer {
  readonly response: Response;
  /** How many of the question's hints were opened; undefined: none. */
  readonly hints?: number;
  /** Only where the quiz asks for it. */
  readonly confidence?: Confidence;
}

/** One thing that a learner did. */
export type Fact =
  | { readonly type: 'opened'; readonly item: ItemId }
  /** Went on from the end of a module. */
  | { readonly type: 'viewed'; readonly item: ItemId }
  | { readonly type: 'marked'; readonly item: ItemId }
  /** A stretch of a video or audio that was played, in seconds. */
  | {
      readonly type: 'media';
      readonly item: ItemId;
      readonly media: string;
      readonly from: number;
      readonly to: number;
      readonly duration: number;
    }
  /** An attempt at a quiz began: its draw and order follow from `seed`, its time from the moment. */
  | {
      readonly type: 'began';
      readonly item: ItemId;
      readonly attempt: number;
      /** A whole number below 2^32. */
      readonly seed: number;
    }
  /** `credit` is the share of the question's points earned under the key of that day, hints paid. */
  | ({
      readonly type: 'answered';
      readonly item: ItemId;
      readonly question: QuestionKey;
      readonly credit: Share;
      /** In a quiz: which attempt it belongs to, from 1. Practice questions have none. */
      readonly attempt?: number;
      /** What the question asked (`QuestionRef.asks`): an edition that asks something else has no answer yet. */
      readonly asks?: string;
      /** By what it was graded (`QuestionRef.answer`): where another key counts by now it is graded again. */
      readonly answer?: string;
    } & Answer)
  /** An attempt at a quiz was handed in: once, whatever number of tabs of one browser profile did so. The best of them counts. */
  | {
      readonly type: 'submitted';
      readonly item: ItemId;
      readonly attempt: number;
      readonly earned: number;
      readonly possible: number;
      /** The credit of each question of the attempt. With confidence-based marking the points follow from it and the confidence. */
      readonly credits: Readonly<Record<QuestionKey, Share>>;
      /** Answers that were right although their credit is below 1: hints were paid. Undefined: none. */
      readonly right?: readonly QuestionKey[];
      /** The pass mark of that day, where there was one: a corrected key is judged by it, too. */
      readonly mark?: Share;
      /** It reached that mark: no edition takes that back. */
      readonly passed?: true;
    }
  | { readonly type: 'chose'; readonly section: ItemId; readonly option: ItemId }
  /** What the route named when the learner first entered: named once, named for ever. */
  | { readonly type: 'routed'; readonly section: ItemId; readonly options: readonly ItemId[] }
  /** Went through an item again because a failed hurdle asked for it. */
  | { readonly type: 'reviewed'; readonly item: ItemId }
  /** An unlock code was entered: the attempts of this quiz start anew. */
  | { readonly type: 'unlocked'; readonly item: ItemId }
  /** The badge, or the end of the course, was reached: a fact that no new edition takes back. */
  | { readonly type: 'awarded'; readonly badge: string }
  | { readonly type: 'finished' }
  /** The module or quiz was finished by the rules of its day. */
  | { readonly type: 'done'; readonly item: ItemId }
  | { readonly type: 'mastered'; readonly competency: string }
  /** The browser profile that recorded this was called `profile` as well, until its tabs agreed on one name. */
  | { readonly type: 'aliased'; readonly profile: string }
  /** An edition corrected the key of questions in the learner's favour: what the answers given earn now. */
  | {
      readonly type: 'regraded';
      readonly item: ItemId;
      readonly credits: Readonly<Record<QuestionKey, Share>>;
      /** In a quiz: the result of the attempt that was handed in with the event of this name (`eventId`). */
      readonly attempt?: {
        readonly of: string;
        readonly earned: number;
        readonly possible: number;
        readonly passed?: true;
        /** As in what was handed in. */
        readonly right?: readonly QuestionKey[];
      };
    };

/** Progress is a grow-only set of these; the union of two sets is a correct merge. */
export type Event = Fact & Stamp;

/** The name of the browser profile that recorded an event: the same for all its tabs, but for `aliased`. */
export function profileOf({ device }: Pick<Event, 'device'>): string {
  return device.replace(/-[^-]*$/, '');
}

/** The name of an event: two events with the same name are the same event. */
export function eventId(event: Pick<Event, 'device' | 'n'>): string {
  return `${event.device}:${event.n}`;
}
