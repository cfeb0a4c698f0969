import type { ItemId } from './ids.ts';

/** A calendar instant in milliseconds since 1970-01-01T00:00Z; the author's time zone is resolved when the course is loaded. */
export type Instant = number;

/** A share between 0 and 1. */
export type Share = number;

/** A condition is data, never code, so that it can be checked, proved, and put in words. */
export type Condition =
  | { readonly type: 'all'; readonly of: readonly Condition[] }
  | { readonly type: 'any'; readonly of: readonly Condition[] }
  | { readonly type: 'not'; readonly of: Condition }
  | { readonly type: 'completed'; readonly item: ItemId }
  | { readonly type: 'passed'; readonly quiz: ItemId }
  | { readonly type: 'failed'; readonly quiz: ItemId }
  | { readonly type: 'score'; readonly quiz: ItemId; readonly from?: Share; readonly below?: Share }
  | { readonly type: 'attempts'; readonly quiz: ItemId; readonly from: number }
  | { readonly type: 'chosen'; readonly option: ItemId }
  | { readonly type: 'mastered'; readonly competency: string }
  | { readonly type: 'points'; readonly from: number }
  | { readonly type: 'badge'; readonly badge: string }
  | { readonly type: 'after'; readonly at: Instant }
  | { readonly type: 'before'; readonly at: Instant };
