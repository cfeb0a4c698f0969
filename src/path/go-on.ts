import type { ItemId } from '../model/ids.ts';
import type { Evaluation } from './evaluate.ts';
import { leaves } from './lookup.ts';
import { nextOpen, otherChoice, wayOn } from './order.ts';
import { compareStamps, type Stamp } from './state.ts';
import type { ItemView } from './types.ts';

/** Where to go on: the item that was touched last, if it is unfinished; else the last unfinished required one; else what follows. */
export function goOn(
  { index, state, finished: isFinished, holds }: Evaluation,
  byId: ReadonlyMap<ItemId, ItemView>,
): ItemId | undefined {
  const { course } = index;
  let latest: { readonly stamp: Stamp; readonly item: ItemView } | undefined;
  let unfinished: typeof latest;
  index.nodes.forEach(({ item: { id, kind }, at, parent }) => {
    const stamp = state.items[at]?.last;
    const item = byId.get(id);
    if (kind === 'section' || !stamp || !item || otherChoice(course, { byId }, id)) return;
    if (!latest || compareStamps(stamp, latest.stamp) > 0) latest = { stamp, item };
    const spared = byId.get(index.nodes[parent]?.item.id ?? '')?.cleared;
    if (item.status === 'open' && item.required && !spared)
      if (!unfinished || compareStamps(stamp, unfinished.stamp) > 0) unfinished = { stamp, item };
  });
  for (const found of [latest, unfinished]) {
    const way = found?.item.status === 'open' ? wayOn({ byId }, found.item) : undefined;
    if (way !== undefined) return way;
  }
  const next = nextOpen(course, { byId }, latest?.item.id);
  if (next !== undefined || isFinished()) return next;
  // Handed in, and yet the course waits for it to be passed; or its end asks for what is optional.
  const asked = leaves(course.complete)
    .filter((leaf) => !holds(leaf))
    .map((leaf) => ('quiz' in leaf ? leaf.quiz : 'item' in leaf && leaf.item));
  for (const {
    item: { id, kind },
  } of index.nodes) {
    const item = byId.get(id);
    if (kind === 'section' || !item?.status.match(/open|done/)) continue;
    const isAsked = (item.required && item.quiz?.failed) || asked.includes(id);
    const way = isAsked ? wayOn({ byId }, item) : undefined;
    if (way !== undefined) return way;
  }
  return undefined;
}
