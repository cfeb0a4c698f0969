import type { ItemId } from '../model/ids.ts';
import type { Reason, View } from '../path/types.ts';
import type { Progress } from './progress.ts';
import { type Piece, reason } from './words.ts';

/**
 * Why an item is locked, one text for each reason. That its section is locked says nothing by itself: the
 * section's own reasons stand instead.
 */
export function reasons(progress: Progress, view: View, id: ItemId): Piece[][] {
  const texts: Piece[][] = [];
  const seen = new Set<ItemId>();
  const collect = (item: ItemId): void => {
    if (seen.has(item)) return;
    seen.add(item);
    for (const why of view.byId.get(item)?.reasons ?? []) {
      if (why.type === 'parent' && hasReasons(view, why)) collect(why.section);
      else texts.push(reason(why, progress.course));
    }
  };
  collect(id);
  return texts;
}

function hasReasons(view: View, why: Extract<Reason, { type: 'parent' }>): boolean {
  return (view.byId.get(why.section)?.reasons.length ?? 0) > 0;
}
