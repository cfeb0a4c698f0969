import { fill, slot } from './dom.ts';
import { isFirefox } from './firefox.ts';
import { late } from './late.ts';
import type { Page } from './page.ts';

/** Firefox gives every local HTML file a storage of its own: pages opened from a disk share no progress there. */
export function isSeparate(): boolean {
  return location.protocol === 'file:' && isFirefox();
}

/** Says when progress is not kept, and offers it as a file; and that it is kept again. */
export function showNotice(page: Page, separate: boolean): void {
  const trouble = page.progress.store.trouble() ?? (separate ? 'separate' : '');
  const place = slot('notice');
  if (!place || (place.dataset.shown ?? '') === trouble) return;
  const part = late('transfer');
  if (!part) return;
  place.dataset.shown = trouble;
  fill(place, ...part.notice(page, trouble));
}
