import type { Instant, Share } from './condition.ts';
import type { ItemId, QuestionKey } from './ids.ts';

/** What every event says of itself. */
interface Stamp {
  /** A random id of the browser profile that recorded it. */
  readonly device: string;
  /**
   * A Lamport counter: one more than the largest counter that the device had seen. It orders events
   * after a merge without trusting clocks. `device` and `n` together name the event.
   */
  readonly n: number;
  /** The device's clock: for people to read, never for order. */
  readonly at: Instant;
}

/** What a learner gave as an answer; one shape for each question type. */
export type Response =
  | { readonly type: 'single'; readonly option: string }
  | { readonly type: 'multiple'; readonly options: readonly string[] };

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
  /** `credit` is the share of the question's points earned under the key of that day. */
  | {
      readonly type: 'answered';
      readonly item: ItemId;
      readonly question: QuestionKey;
      readonly response: Response;
      readonly credit: Share;
      /** In a quiz: which attempt it belongs to, from 1. Practice questions have none. */
      readonly attempt?: number;
    }
  /** An attempt at a quiz was handed in. */
  | {
      readonly type: 'submitted';
      readonly item: ItemId;
      readonly attempt: number;
      readonly earned: number;
      readonly possible: number;
      /** The credit of each question of the attempt. */
      readonly credits: Readonly<Record<QuestionKey, Share>>;
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
  | { readonly type: 'finished' };

/** Progress is a grow-only set of these; the union of two sets is a correct merge. */
export type Event = Fact & Stamp;

/** The name of an event: two events with the same name are the same event. */
export function eventId(event: Pick<Event, 'device' | 'n'>): string {
  return `${event.device}:${event.n}`;
}
