import { button, download, fill, h, slot } from './dom.ts';
import type { Progress } from './progress.ts';
import { exportFile } from './transfer.ts';
import * as words from './words.ts';

/**
 * Firefox gives every local HTML file a storage of its own: pages opened from a disk share no progress there.
 * It is told by its own CSS prefix, since there is nothing else to ask.
 */
export function isSeparate(): boolean {
  return location.protocol === 'file:' && CSS.supports('-moz-appearance', 'none');
}

/** Says when progress is not kept, and offers it as a file. */
export function showNotice(progress: Progress, separate: boolean): void {
  const trouble = progress.store.trouble();
  const text = trouble ? words.storage[trouble] : separate ? words.storage.separate : undefined;
  const place = slot('notice');
  if (place?.dataset.shown === (text ?? '')) return;
  if (place) place.dataset.shown = text ?? '';
  const save = () => {
    const file = exportFile(progress);
    download(file.name, file.text);
  };
  fill(place, text && h('p', {}, text), text && button(words.storage.save, save));
}
