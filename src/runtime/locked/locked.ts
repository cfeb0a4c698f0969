import type { Condition } from '../../model/condition.ts';
import type { ItemId } from '../../model/ids.ts';
import { goOn } from '../../path/go-on.ts';
import { reasonsFor } from '../../path/reasons.ts';
import type { ItemView, Reason, View } from '../../path/types.ts';
import type { Advice } from '../../path/view.ts';
import type { Piece } from '../../words/sentences.ts';
import type { Page } from '../page.ts';
import type { Progress } from '../progress.ts';
import type { Tools } from '../tools.ts';
import { type GateState, gateViews } from './gate-views.ts';
import { news } from './news.ts';
import { clause, exhausted, plain, reason, reasons, showReason } from './reasons.ts';
import { retryOf } from './retry.ts';
import { waits } from './waits.ts';

/** Why something is locked, what opens it, and that it opened, in words. */
export interface LockedPart {
  /** Has the gate of a page say what there is to say. */
  gate(page: Page, place: HTMLElement, state: GateState): void;
  /** Puts why an item is locked, or what a failed quiz asks for, into its entry in a list. */
  showReason(page: Page, found: ItemView, place: HTMLElement): void;
  /** Why the item at a place is locked, as data. */
  readonly reasonsFor: Advice['reasonsFor'];
  readonly goOn: Advice['goOn'];
  /** Why an item is locked, one text for each reason. */
  reasons(progress: Progress, view: View, id: ItemId): Piece[][];
  /** One reason as a text. */
  reason(progress: Progress, why: Reason): Piece[];
  /** What a condition asks for, as a clause. */
  clause(progress: Progress, condition: Condition): Piece[];
  /** Where the way on leads while some quiz is failed. */
  retryOf: typeof retryOf;
  /** What the page after one waits for, where that is locked. */
  waits(page: Page, view: View, id: ItemId): HTMLElement[];
  /** That all attempts at a quiz are used, and what then. */
  exhausted(progress: Progress, quiz: ItemId): Piece[];
  /** What a change of the learner's own making brought: pages that opened, badges, the end of the course. */
  news(progress: Progress, view: View, before: View): string;
  /** A text without links, titles in quotation marks. */
  plain(progress: Progress, pieces: readonly Piece[]): string;
}

export function lockedPart(tools: Tools): LockedPart {
  return {
    gate: gateViews(tools),
    showReason,
    reasonsFor,
    goOn,
    reasons,
    reason,
    clause,
    exhausted,
    news,
    plain,
    retryOf,
    waits: (page, view, id) => waits(page, view, id, tools),
  };
}
