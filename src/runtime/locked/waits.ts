import type { ItemId } from '../../model/ids.ts';
import { nextLocked } from '../../path/order.ts';
import type { View } from '../../path/types.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { reasons } from './reasons.ts';

/** What comes after a page and is locked, with the reasons; nothing where the only one stands on the page itself. */
export function waits(
  page: Page,
  view: View,
  id: ItemId,
  { h, linked, steps }: Pick<Tools, 'h' | 'linked' | 'steps'>,
): HTMLElement[] {
  const { progress } = page;
  const next = nextLocked(progress.course, view, id);
  const all = next === undefined ? [] : reasons(progress, view, next);
  // What is left to do on this page stands above.
  const why = all.filter((pieces) => !pieces.some((piece) => typeof piece !== 'string' && piece.item === id));
  return next === undefined || why.length === 0
    ? []
    : [h('p', {}, words.gate.waits(progress.title(next))), steps(why.map((pieces) => linked(page, pieces)))];
}
