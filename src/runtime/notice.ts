import { fill, slot } from './dom.ts';
import { late } from './late.ts';
import type { Progress } from './progress.ts';

/**
 * Firefox gives every local HTML file a storage of its own: pages opened from a disk share no progress there.
 * It is told by its own CSS prefix, since there is nothing else to ask.
 */
export function isSeparate(): boolean {
  return location.protocol === 'file:' && CSS.supports('-moz-appearance', 'none');
}

/** Says when progress is not kept, and offers it as a file. */
export function showNotice(progress: Progress, separate: boolean): void {
  const trouble = progress.store.trouble() ?? (separate ? 'separate' : undefined);
  const place = slot('notice');
  const part = trouble && late('transfer');
  if (!place || place.dataset.shown === (trouble ?? '') || (trouble && !part)) return;
  place.dataset.shown = trouble ?? '';
  fill(place, ...(part && trouble ? part.notice(progress, trouble) : []));
}
